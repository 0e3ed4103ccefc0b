package org.trellisrec.text;

import java.nio.charset.StandardCharsets;
import org.apache.lucene.util.StringHelper;

/**
 * Signed feature hashing of damped word counts (Weinberger et al., Feature Hashing for Large Scale
 * Multitask Learning, ICML 2009, doi:10.1145/1553374.1553516): a hash of the word gives its
 * dimension and its sign. Every vector is scaled to length 1.
 */
final class FeatureHashing {
  private FeatureHashing() {}

  static float[][] vectors(TermCounts counts, int size) {
    int[] hashes = counts.terms().stream().mapToInt(FeatureHashing::hash).toArray();
    float[][] vectors = new float[counts.counts().size()][];
    for (int text = 0; text < vectors.length; text++) {
      vectors[text] = vector(counts.counts().get(text), hashes, size);
    }
    return vectors;
  }

  private static float[] vector(TermCounts.Row text, int[] hashes, int size) {
    double[] sums = new double[size];
    for (int i = 0; i < text.terms().length; i++) {
      int hash = hashes[text.terms()[i]];
      int sign = hash < 0 ? -1 : 1;
      sums[(hash & Integer.MAX_VALUE) % size] += sign * (1 + Math.log(text.counts()[i]));
    }
    double norm = 0;
    for (double sum : sums) {
      norm += sum * sum;
    }
    if (norm == 0) {
      return null;
    }
    float[] vector = new float[size];
    for (int i = 0; i < size; i++) {
      vector[i] = (float) (sums[i] / Math.sqrt(norm));
    }
    return vector;
  }

  private static int hash(String word) {
    byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
    return StringHelper.murmurhash3_x86_32(bytes, 0, bytes.length, 0);
  }
}
