package org.trellisrec.recommenders.factorization;

import java.util.Arrays;
import org.trellisrec.data.Interactions;

/**
 * The vectors of one side that minimise a {@link WeightedObjective}, given those of the other side:
 * one system of linear equations for every entity.
 */
final class LeastSquares {
  private final float[][] others;
  private final WeightedObjective objective;
  private final int size;
  private final int known;
  private final double[][] all;

  /**
   * Sums up what is the same for all entities.
   *
   * @param others the vectors of the other side; zeros where nothing is known of an entity
   * @param known how many of these are not zeros
   */
  LeastSquares(float[][] others, int known, WeightedObjective objective) {
    this.others = others;
    this.objective = objective;
    this.size = others[0].length;
    this.known = known;
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
     */
    void solve(Interactions rows, int row, float[] into) {
      Arrays.fill(into, 0);
      if (rows.count(row) == 0) {
        return;
      }
      Arrays.fill(right, 0);
      double total = known;
      for (int k = 0; k < size; k++) {
        System.arraycopy(all[k], 0, matrix[k], 0, k + 1);
      }
      for (int p = rows.start(row); p < rows.end(row); p++) {
        float[] other = others[rows.column(p)];
        double extra = objective.extra(rows.rating(p));
        add(matrix, other, extra);
        for (int k = 0; k < size; k++) {
          right[k] += (1 + extra) * other[k];
        }
        total += extra;
      }
      double l2 = objective.l2(total);
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
        a[k][l] = k == l ? Math.sqrt(sum) : sum / a[l][l];
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
}
