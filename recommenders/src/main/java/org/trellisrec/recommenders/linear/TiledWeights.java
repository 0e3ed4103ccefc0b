package org.trellisrec.recommenders.linear;

import java.util.Arrays;
import java.util.function.IntConsumer;
import org.trellisrec.recommenders.math.DenseMatrix;
import org.trellisrec.recommenders.math.ParallelLoop;
import org.trellisrec.spi.DivergedException;
import org.trellisrec.spi.InputException;

/**
 * A dense square matrix of item-item weights, cut into vertical strips small enough to stay in a
 * core's cache while a block of users passes by.
 */
final class TiledWeights {
  /** Columns of a strip. */
  static final int WIDTH = 256;

  /** Smaller weights change no score, but denormal products slow every sum down a hundredfold. */
  private static final float NEGLIGIBLE = 1e-30f;

  private static final double GIB = 1 << 30;

  private final int n;
  private final float[][][] strips;

  private TiledWeights(int n) {
    this.n = n;
    this.strips = new float[(n + WIDTH - 1) / WIDTH][][];
  }

  /** Checks that the weights of n items fit into the heap. */
  static void requireMemory(int n) {
    Runtime runtime = Runtime.getRuntime();
    double free = runtime.maxMemory() - runtime.totalMemory() + (double) runtime.freeMemory();
    double needed = (double) Float.BYTES * n * (n + WIDTH);
    if (needed > free) {
      throw new InputException(
          "the item-item weights of %d items take %.1f GiB of Java heap, but only %.1f GiB are free;"
              + " give Java more memory (-Xmx), or drop rare items with a prefilter such as"
              + " item_k_core",
          n, needed / GIB, free / GIB);
    }
  }

  /**
   * {@code B(i, j) = -P(i, j) / P(j, j)}, and 0 for i = j.
   *
   * @param matrix the lower triangle of -P
   * @throws DivergedException if a weight is NaN or infinite
   */
  static TiledWeights fromNegatedInverse(DenseMatrix matrix, int threads) {
    int n = matrix.rows();
    TiledWeights weights = new TiledWeights(n);
    float[] diagonal = new float[n];
    float[] cell = new float[1];
    for (int i = 0; i < n; i++) {
      matrix.getRow(i, i, cell, 1);
      diagonal[i] = cell[0];
    }
    IntConsumer fill = strip -> weights.strips[strip] = strip(matrix, diagonal, strip * WIDTH);
    ParallelLoop.forEach(threads, weights.strips.length, () -> fill);
    return weights;
  }

  private static float[][] strip(DenseMatrix matrix, float[] diagonal, int first) {
    int n = diagonal.length;
    int width = Math.min(WIDTH, n - first);
    float[][] strip = new float[n][WIDTH];
    float[] row = new float[n];
    for (int i = first; i < n; i++) {
      matrix.getRow(i, first, row, Math.min(width, i - first + 1));
      for (int c = 0; c < width && first + c < i; c++) {
        strip[i][c] = weight(row[c], diagonal[first + c]);
      }
    }
    for (int c = 0; c < width; c++) {
      int j = first + c;
      matrix.getRow(j, 0, row, j);
      for (int i = 0; i < j; i++) {
        strip[i][c] = weight(row[i], diagonal[j]);
      }
    }
    return strip;
  }

  private static float weight(float offDiagonal, float diagonal) {
    float weight = -offDiagonal / diagonal;
    if (!Float.isFinite(weight)) {
      throw new DivergedException("EASE_R: an item-item weight is " + weight);
    }
    return Math.abs(weight) < NEGLIGIBLE ? 0 : weight;
  }

  /** Number of items. */
  int items() {
    return n;
  }

  /** Number of strips. */
  int strips() {
    return strips.length;
  }

  /**
   * {@code sum of factor[p] B(row[p], j)} for the columns j of a strip.
   *
   * @param sum gets {@link #WIDTH} values, its length
   */
  void combine(int strip, int[] row, float[] factor, int count, float[] sum) {
    float[][] weights = strips[strip];
    Arrays.fill(sum, 0);
    int p = 0;
    for (; p + 3 < count; p += 4) {
      addFour(
          sum,
          weights[row[p]],
          factor[p],
          weights[row[p + 1]],
          factor[p + 1],
          weights[row[p + 2]],
          factor[p + 2],
          weights[row[p + 3]],
          factor[p + 3]);
    }
    for (; p < count; p++) {
      add(sum, weights[row[p]], factor[p]);
    }
  }

  /** Four rows at a time, so that the sums are loaded and stored a quarter as often. */
  private static void addFour(
      float[] sum,
      float[] a,
      float fa,
      float[] b,
      float fb,
      float[] c,
      float fc,
      float[] d,
      float fd) {
    for (int j = 0; j < sum.length; j++) {
      sum[j] += fa * a[j] + fb * b[j] + fc * c[j] + fd * d[j];
    }
  }

  private static void add(float[] sum, float[] a, float fa) {
    for (int j = 0; j < sum.length; j++) {
      sum[j] += fa * a[j];
    }
  }
}
