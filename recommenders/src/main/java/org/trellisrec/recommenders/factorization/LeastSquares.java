package org.trellisrec.recommenders.factorization;

import java.util.Arrays;
import org.trellisrec.data.Interactions;
import org.trellisrec.spi.DivergedException;

/**
 * The vectors of one side that minimise a {@link WeightedObjective}, given those of the other side:
 * one system of linear equations for every entity.
 */
final class LeastSquares {
  private final float[][] others;
  private final PairWeights weights;
  private final int size;
  private final double[][] all;

  /**
   * Sums up what is the same for all entities.
   *
   * @param others the vectors of the other side; zeros where nothing is known of an entity
   * @param weights of pairs with these
   */
  LeastSquares(float[][] others, PairWeights weights) {
    this.others = others;
    this.weights = weights;
    this.size = others[0].length;
    this.all = new double[size][size];
    for (float[] other : others) {
      add(all, other, 1);
    }
  }

  /** Solves one system after another. */
  final class Solver {
    private final double[][] matrix = new double[size][size];
    private final double[] right = new double[size];

    /**
     * Solves for the vector of an entity with these interactions.
     *
     * @param into zeros if it has none
     * @throws DivergedException if digits run out
     */
    void solve(Interactions rows, int row, float[] into) {
      Arrays.fill(into, 0);
      if (rows.count(row) == 0) {
        return;
      }
      Arrays.fill(right, 0);
      for (int k = 0; k < size; k++) {
        System.arraycopy(all[k], 0, matrix[k], 0, k + 1);
      }
      for (int p = rows.start(row); p < rows.end(row); p++) {
        float[] other = others[rows.column(p)];
        double extra = weights.objective().extra(rows.rating(p));
        add(matrix, other, extra);
        for (int k = 0; k < size; k++) {
          right[k] += (1 + extra) * other[k];
        }
      }
      double l2 = weights.l2(rows, row);
      for (int k = 0; k < size; k++) {
        matrix[k][k] += l2;
      }
      solveInPlace(matrix, right);
      for (int k = 0; k < size; k++) {
        into[k] = (float) right[k];
      }
    }
  }

  /** Adds to the lower triangle {@code weight * v v^T}. */
  private static void add(double[][] matrix, float[] v, double weight) {
    for (int k = 0; k < v.length; k++) {
      double factor = weight * v[k];
      double[] row = matrix[k];
      for (int l = 0; l <= k; l++) {
        row[l] += factor * v[l];
      }
    }
  }

  /**
   * Solves a positive definite system by Cholesky's decomposition.
   *
   * @param a its lower triangle is replaced by the decomposition
   * @param b the right side is replaced by the solution
   */
  private static void solveInPlace(double[][] a, double[] b) {
    int n = b.length;
    for (int k = 0; k < n; k++) {
      for (int l = 0; l <= k; l++) {
        double sum = a[k][l];
        for (int m = 0; m < l; m++) {
          sum -= a[k][m] * a[l][m];
        }
        a[k][l] = k == l ? root(sum) : sum / a[l][l];
      }
    }
    for (int k = 0; k < n; k++) {
      for (int m = 0; m < k; m++) {
        b[k] -= a[k][m] * b[m];
      }
      b[k] /= a[k][k];
    }
    for (int k = n - 1; k >= 0; k--) {
      for (int m = k + 1; m < n; m++) {
        b[k] -= a[m][k] * b[m];
      }
      b[k] /= a[k][k];
    }
  }

  private static double root(double pivot) {
    if (!(pivot > 0)) {
      throw new DivergedException(
          "digits ran out in the least squares of a vector (a pivot is "
              + pivot
              + " instead of above 0); give more regularisation, or a lower alpha");
    }
    return Math.sqrt(pivot);
  }
}
