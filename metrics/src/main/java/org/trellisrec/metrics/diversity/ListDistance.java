package org.trellisrec.metrics.diversity;

import java.util.Arrays;
import java.util.function.IntBinaryOperator;
import org.trellisrec.spi.RankedList;
import org.trellisrec.spi.UserMetric;

/** The mean distance of the pairs in a list; NaN without a pair. */
interface ListDistance extends UserMetric.PerUser {
  /**
   * Distance of label sets.
   *
   * @param sizes of the label sets, by item; items without labels are passed over
   * @param common of two items, the number of labels that both have
   * @param similarity how alike two label sets are
   */
  record OfLabels(int[] sizes, IntBinaryOperator common, Similarity similarity)
      implements ListDistance {
    /**
     * Distance of label sets.
     *
     * @param labels ascending codes from 0 on, by item
     */
    static OfLabels of(int[][] labels, Similarity similarity) {
      int[] sizes = Arrays.stream(labels).mapToInt(codes -> codes.length).toArray();
      return new OfLabels(sizes, common(labels), similarity);
    }

    private static IntBinaryOperator common(int[][] labels) {
      boolean fitsWord =
          Arrays.stream(labels)
              .allMatch(codes -> codes.length == 0 || codes[codes.length - 1] < Long.SIZE);
      if (!fitsWord) {
        return (i, j) -> common(labels[i], labels[j]);
      }
      long[] words =
          Arrays.stream(labels)
              .mapToLong(codes -> Arrays.stream(codes).mapToLong(c -> 1L << c).sum())
              .toArray();
      return (i, j) -> Long.bitCount(words[i] & words[j]);
    }

    private static int common(int[] a, int[] b) {
      int common = 0;
      for (int i = 0, j = 0; i < a.length && j < b.length; ) {
        int order = Integer.compare(a[i], b[j]);
        common += order == 0 ? 1 : 0;
        i += order <= 0 ? 1 : 0;
        j += order >= 0 ? 1 : 0;
      }
      return common;
    }

    @Override
    public double value(RankedList list) {
      double sum = 0;
      long pairs = 0;
      for (int i = 1; i < list.size(); i++) {
        int a = list.item(i);
        for (int j = 0; j < i && sizes[a] > 0; j++) {
          int b = list.item(j);
          if (sizes[b] > 0) {
            sum += 1 - similarity(sizes[a], sizes[b], common.applyAsInt(a, b));
            pairs++;
          }
        }
      }
      return sum / pairs;
    }

    private double similarity(int a, int b, int common) {
      return similarity == Similarity.JACCARD
          ? common / (double) (a + b - common)
          : common / Math.sqrt((double) a * b);
    }
  }

  /**
   * Cosine distance of vectors. The cosines of all pairs sum to {@code (|sum of unit vectors|² -
   * number of them) / 2}, which saves going through the pairs.
   *
   * @param vectors by item, null where absent; items without one are passed over
   * @param norms their lengths; a vector of length 0 has similarity 0 to every other
   */
  record OfVectors(float[][] vectors, double[] norms, int length) implements ListDistance {
    @Override
    public double value(RankedList list) {
      double[] sum = new double[length];
      long present = 0;
      long directed = 0;
      for (int rank = 0; rank < list.size(); rank++) {
        float[] vector = vectors[list.item(rank)];
        double norm = norms[list.item(rank)];
        present += vector == null ? 0 : 1;
        if (vector != null && norm > 0) {
          directed++;
          for (int i = 0; i < length; i++) {
            sum[i] += vector[i] / norm;
          }
        }
      }
      double square = 0;
      for (double component : sum) {
        square += component * component;
      }
      double pairs = present * (present - 1) / 2.0;
      return pairs == 0 ? Double.NaN : 1 - (square - directed) / 2 / pairs;
    }
  }
}
