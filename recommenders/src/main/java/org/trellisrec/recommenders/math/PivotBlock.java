package org.trellisrec.recommenders.math;

/** The sweep operator on a small symmetric matrix. */
final class PivotBlock {
  private PivotBlock() {}

  /**
   * Replaces a full symmetric matrix by its inverse with the sign reversed. The largest pivot left
   * comes first.
   *
   * @throws ArithmeticException if the matrix is singular
   */
  static void negateAndInvert(double[][] a) {
    boolean[] swept = new boolean[a.length];
    for (int step = 0; step < a.length; step++) {
      int pivot = largest(a, swept);
      swept[pivot] = true;
      sweep(a, pivot);
    }
  }

  private static int largest(double[][] a, boolean[] swept) {
    int best = -1;
    for (int i = 0; i < a.length; i++) {
      if (!swept[i] && (best < 0 || Math.abs(a[i][i]) > Math.abs(a[best][best]))) {
        best = i;
      }
    }
    if (!(Math.abs(a[best][best]) > 0) || Double.isInfinite(a[best][best])) {
      throw new ArithmeticException("pivot " + a[best][best]);
    }
    return best;
  }

  private static void sweep(double[][] a, int k) {
    double[] pivotRow = a[k];
    double pivot = pivotRow[k];
    for (int i = 0; i < a.length; i++) {
      if (i != k) {
        subtractScaled(a[i], pivotRow, a[i][k] / pivot, k);
      }
    }
    for (int j = 0; j < a.length; j++) {
      pivotRow[j] /= pivot;
    }
    pivotRow[k] = -1 / pivot;
  }

  private static void subtractScaled(double[] row, double[] pivotRow, double factor, int k) {
    for (int j = 0; j < row.length; j++) {
      row[j] -= factor * pivotRow[j];
    }
    row[k] = factor;
  }
}
