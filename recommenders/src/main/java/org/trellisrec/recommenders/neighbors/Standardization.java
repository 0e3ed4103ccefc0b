package org.trellisrec.recommenders.neighbors;

import org.trellisrec.recommenders.math.SparseRows;

/** Standard deviations of sparse vectors, whose missing entries count as 0. */
final class Standardization {
  /** A sum of squared deviations below this share of the sum of squares is a rounding error. */
  private static final double NOTHING = 1e-12;

  private Standardization() {}

  /** One over the sample standard deviation of every row; 0 for a row whose entries are equal. */
  static float[] inverseDeviations(SparseRows rows) {
    float[] inverse = new float[rows.rows()];
    for (int row = 0; row < inverse.length; row++) {
      double squares =
          squaredDeviations(rows.value(), rows.start(row), rows.end(row), rows.columns());
      inverse[row] = squares == 0 ? 0 : (float) Math.sqrt((rows.columns() - 1) / squares);
    }
    return inverse;
  }

  /** Divides entries by the root of their summed squared deviations; NaN if these are 0. */
  static void divideByDeviation(float[] value, int from, int to, int n) {
    double deviation = Math.sqrt(squaredDeviations(value, from, to, n));
    for (int p = from; p < to; p++) {
      value[p] = deviation == 0 ? Float.NaN : (float) (value[p] / deviation);
    }
  }

  private static double squaredDeviations(float[] value, int from, int to, int n) {
    double sum = 0;
    double squares = 0;
    for (int p = from; p < to; p++) {
      sum += value[p];
      squares += (double) value[p] * value[p];
    }
    double deviations = squares - sum * sum / n;
    return deviations <= NOTHING * squares ? 0 : deviations;
  }
}
