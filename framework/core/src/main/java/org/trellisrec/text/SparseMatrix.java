package org.trellisrec.text;

import java.util.Arrays;

/**
 * A matrix by rows.
 *
 * @param columns number of columns
 * @param indices columns of the entries of each row
 * @param values the entries of each row
 */
record SparseMatrix(int columns, int[][] indices, double[][] values) {
  int rows() {
    return indices.length;
  }

  /** This matrix times a dense one with a row per column of this. */
  double[][] times(double[][] right, int width) {
    double[][] product = new double[rows()][width];
    for (int row = 0; row < rows(); row++) {
      for (int i = 0; i < indices[row].length; i++) {
        addTo(product[row], values[row][i], right[indices[row][i]]);
      }
    }
    return product;
  }

  /** The transpose of this matrix times a dense one with a row per row of this. */
  double[][] transposeTimes(double[][] right, int width) {
    double[][] product = new double[columns][width];
    for (int row = 0; row < rows(); row++) {
      for (int i = 0; i < indices[row].length; i++) {
        addTo(product[indices[row][i]], values[row][i], right[row]);
      }
    }
    return product;
  }

  private static void addTo(double[] sum, double factor, double[] vector) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += factor * vector[i];
    }
  }

  /** Scales every row to length 1; an empty row stays empty. */
  SparseMatrix normalised() {
    for (double[] row : values) {
      double norm = Math.sqrt(Arrays.stream(row).map(x -> x * x).sum());
      for (int i = 0; i < row.length; i++) {
        row[i] /= norm;
      }
    }
    return this;
  }
}
