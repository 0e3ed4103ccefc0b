package org.trellisrec.text;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.trellisrec.spi.Seed;

/**
 * The strongest directions of a sparse matrix, by subspace iteration from a random start (Halko,
 * Martinsson and Tropp, Finding Structure with Randomness, SIAM Review 53(2), 2011,
 * doi:10.1137/090771806). The start is always the same, so the result is.
 */
final class TruncatedSvd {
  private static final Seed START = new Seed(42);
  private static final int OVERSAMPLING = 16;
  private static final int ITERATIONS = 5;
  private static final double NEGLIGIBLE = 1e-10;

  private final SparseMatrix matrix;

  private TruncatedSvd(SparseMatrix matrix) {
    this.matrix = matrix;
  }

  /**
   * The rows of the matrix in its strongest directions: {@code U * S} of its singular value
   * decomposition. The sign of a direction is such that its entry of largest magnitude is positive.
   *
   * @param size number of directions, fewer if the matrix has fewer
   * @return one vector per row, null for an empty row
   */
  static float[][] rows(SparseMatrix matrix, int size) {
    double[][] embedded = new TruncatedSvd(matrix).embed(size);
    float[][] rows = new float[matrix.rows()][];
    for (int row = 0; row < rows.length; row++) {
      if (matrix.indices()[row].length > 0) {
        rows[row] = new float[embedded[row].length];
        for (int i = 0; i < rows[row].length; i++) {
          rows[row][i] = (float) embedded[row][i];
        }
      }
    }
    return rows;
  }

  private double[][] embed(int size) {
    int width = Math.min(size + OVERSAMPLING, Math.min(matrix.rows(), matrix.columns()));
    double[][] basis = orthonormal(matrix.times(gaussian(width), width));
    for (int i = 0; i < ITERATIONS; i++) {
      basis = orthonormal(squared(basis));
    }
    double[][] directions = eigenvectors(gram(basis, squared(basis)), size);
    double[][] left = multiply(basis, directions);
    return oriented(scaled(left));
  }

  private double[][] gaussian(int width) {
    UniformRandomProvider random = START.rng();
    ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random);
    double[][] start = new double[matrix.columns()][width];
    for (double[] row : start) {
      for (int i = 0; i < width; i++) {
        row[i] = normal.sample();
      }
    }
    return start;
  }

  /** The matrix times its transpose times a dense one. */
  private double[][] squared(double[][] dense) {
    int width = width(dense);
    return matrix.times(matrix.transposeTimes(dense, width), width);
  }

  private static int width(double[][] dense) {
    return dense.length == 0 ? 0 : dense[0].length;
  }

  /** An orthonormal basis of the columns, by the eigenvectors of their inner products. */
  private static double[][] orthonormal(double[][] columns) {
    double[][] rotated = multiply(columns, eigenvectors(gram(columns, columns), width(columns)));
    double[] norms = norms(rotated);
    for (double[] row : rotated) {
      for (int i = 0; i < row.length; i++) {
        row[i] /= norms[i];
      }
    }
    return rotated;
  }

  /** The columns of the left singular vectors times the singular values they belong to. */
  private double[][] scaled(double[][] left) {
    double[] values = norms(matrix.transposeTimes(left, width(left)));
    for (double[] row : left) {
      for (int i = 0; i < row.length; i++) {
        row[i] *= values[i];
      }
    }
    return left;
  }

  private static double[] norms(double[][] columns) {
    double[] norms = new double[width(columns)];
    for (double[] row : columns) {
      for (int i = 0; i < norms.length; i++) {
        norms[i] += row[i] * row[i];
      }
    }
    for (int i = 0; i < norms.length; i++) {
      norms[i] = Math.sqrt(norms[i]);
    }
    return norms;
  }

  /** The transpose of one times the other, which is known to be symmetric. */
  private static double[][] gram(double[][] one, double[][] other) {
    int width = width(one);
    double[][] gram = new double[width][width];
    for (int row = 0; row < one.length; row++) {
      for (int i = 0; i < width; i++) {
        double factor = one[row][i];
        for (int j = i; j < width; j++) {
          gram[i][j] += factor * other[row][j];
        }
      }
    }
    for (int i = 0; i < width; i++) {
      for (int j = 0; j < i; j++) {
        gram[i][j] = gram[j][i];
      }
    }
    return gram;
  }

  /** The eigenvectors of the largest eigenvalues as columns, but for negligible ones. */
  private static double[][] eigenvectors(double[][] symmetric, int most) {
    if (symmetric.length == 0) {
      return symmetric;
    }
    EigenDecomposition eigen = new EigenDecomposition(new Array2DRowRealMatrix(symmetric, false));
    double[] values = eigen.getRealEigenvalues();
    int count = 0;
    while (count < Math.min(most, values.length) && values[count] > NEGLIGIBLE * values[0]) {
      count++;
    }
    double[][] columns = new double[symmetric.length][count];
    for (int column = 0; column < count; column++) {
      double[] vector = eigen.getEigenvector(column).toArray();
      for (int row = 0; row < vector.length; row++) {
        columns[row][column] = vector[row];
      }
    }
    return columns;
  }

  private static double[][] multiply(double[][] left, double[][] right) {
    int width = width(right);
    double[][] product = new double[left.length][width];
    for (int row = 0; row < left.length; row++) {
      for (int k = 0; k < right.length; k++) {
        double factor = left[row][k];
        for (int i = 0; i < width; i++) {
          product[row][i] += factor * right[k][i];
        }
      }
    }
    return product;
  }

  private static double[][] oriented(double[][] rows) {
    for (int i = 0; i < width(rows); i++) {
      double largest = 0;
      for (double[] row : rows) {
        largest = Math.abs(row[i]) > Math.abs(largest) ? row[i] : largest;
      }
      for (double[] row : rows) {
        row[i] = largest < 0 ? -row[i] : row[i];
      }
    }
    return rows;
  }
}
