package org.trellisrec.text;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Weights of words in texts: {@code (1 + ln count) * (1 + ln((1 + texts) / (1 + texts with the
 * word)))}, every text scaled to length 1. Only texts with words are counted.
 */
final class TfIdf {
  private TfIdf() {}

  /** The weights, texts x words that occur in at least so many texts. */
  static SparseMatrix weights(TermCounts counts, int minDocuments) {
    int[] documents = counts.documents();
    int[] column = new int[documents.length];
    int columns = 0;
    for (int term = 0; term < column.length; term++) {
      column[term] = documents[term] >= minDocuments ? columns++ : -1;
    }
    long texts = counts.counts().stream().filter(row -> row.terms().length > 0).count();
    int rows = counts.counts().size();
    int[][] indices = new int[rows][];
    double[][] values = new double[rows][];
    for (int row = 0; row < rows; row++) {
      TermCounts.Row text = counts.counts().get(row);
      int[] kept =
          IntStream.range(0, text.terms().length)
              .filter(i -> column[text.terms()[i]] >= 0)
              .toArray();
      indices[row] = Arrays.stream(kept).map(i -> column[text.terms()[i]]).toArray();
      values[row] =
          Arrays.stream(kept)
              .mapToDouble(i -> weight(text.counts()[i], texts, documents[text.terms()[i]]))
              .toArray();
    }
    return new SparseMatrix(columns, indices, values).normalised();
  }

  private static double weight(int count, long texts, int documents) {
    return (1 + Math.log(count)) * (1 + Math.log((1.0 + texts) / (1.0 + documents)));
  }
}
