package org.trellisrec.recommenders.factorization;

import java.util.Arrays;
import java.util.function.IntConsumer;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.TrainingData;
import org.trellisrec.recommenders.math.ParallelLoop;
import org.trellisrec.spi.Param;
import org.trellisrec.spi.Seed;

/**
 * Weighted matrix factorisation by alternating least squares: vectors of users and items that
 * minimise, over all pairs, with p = 1 for training interactions and 0 for the other pairs,
 *
 * <pre>sum over (u, i) of (1 + alpha p) (p - x_u . y_i)^2 + lambda (|x|^2 + |y|^2)</pre>
 *
 * <p>Source: Hu, Koren and Volinsky, "Collaborative filtering for implicit feedback datasets", ICDM
 * 2008, doi:10.1109/ICDM.2008.22.
 *
 * <p>Cold entities have vectors of zeros. The start is the same for every seed, and the result for
 * every number of threads.
 */
public final class WeightedAls {
  private static final Seed START = new Seed(2008);
  private static final double DEVIATION = 0.1;

  /**
   * What can be configured; null where nothing is given.
   *
   * @param alpha how much more a training interaction counts than another pair
   * @param factorRegularization lambda
   * @param factorSweeps how often all vectors are solved for
   */
  public record Params(
      @Param(
              description =
                  "In the pretraining of factors, how much more a training interaction counts than"
                      + " another pair; by default 10. For fidelity paper alone.",
              byDefault = Param.OPTIONAL,
              min = 0,
              aboveMin = true)
          Double alpha,
      @Param(
              description =
                  "L2 regularisation in the pretraining of factors; by default 10. For fidelity"
                      + " paper alone.",
              byDefault = Param.OPTIONAL,
              min = 0,
              aboveMin = true)
          Double factorRegularization,
      @Param(
              description =
                  "How often all factors are solved for in their pretraining; by default 10. For"
                      + " fidelity paper alone.",
              byDefault = Param.OPTIONAL,
              min = 1)
          Integer factorSweeps) {
    private static final Double USUAL_ALPHA = 10.0;
    private static final Double USUAL_REGULARIZATION = 10.0;
    private static final Integer USUAL_SWEEPS = 10;

    /** These with the default where nothing is given. */
    public Params filled() {
      return new Params(
          alpha != null ? alpha : USUAL_ALPHA,
          factorRegularization != null ? factorRegularization : USUAL_REGULARIZATION,
          factorSweeps != null ? factorSweeps : USUAL_SWEEPS);
    }
  }

  /**
   * Vectors of equal length.
   *
   * @param users one per user
   * @param items one per item
   */
  public record Vectors(float[][] users, float[][] items) {
    /** The dot product of a user and an item. */
    public double score(int user, int item) {
      double sum = 0;
      for (int k = 0; k < users[user].length; k++) {
        sum += (double) users[user][k] * items[item][k];
      }
      return sum;
    }
  }

  private final Params params;
  private final int size;
  private final int threads;

  private WeightedAls(Params params, int size, int threads) {
    this.params = params.filled();
    this.size = size;
    this.threads = threads;
  }

  /**
   * Fits vectors.
   *
   * @param size their length, at least 1
   * @param threads at least 1
   */
  public static Vectors fit(TrainingData data, Params params, int size, int threads) {
    WeightedAls als = new WeightedAls(params, size, threads);
    Vectors vectors = new Vectors(new float[data.users().size()][size], start(data.byItem(), size));
    for (int sweep = 0; sweep < als.params.factorSweeps(); sweep++) {
      als.solve(data.interactions(), vectors.items(), vectors.users());
      als.solve(data.byItem(), vectors.users(), vectors.items());
    }
    return vectors;
  }

  /** Zeros for items that nobody was trained on: the users are solved for against all items. */
  private static float[][] start(Interactions byItem, int size) {
    UniformRandomProvider random = START.rng();
    ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random);
    float[][] vectors = new float[byItem.rows()][size];
    for (int item = 0; item < vectors.length; item++) {
      for (int k = 0; k < size; k++) {
        double drawn = DEVIATION * normal.sample();
        vectors[item][k] = byItem.count(item) > 0 ? (float) drawn : 0;
      }
    }
    return vectors;
  }

  /** Solves for the vectors of one side, given those of the other. */
  private void solve(Interactions rows, float[][] others, float[][] into) {
    double[][] all = new double[size][size];
    for (float[] other : others) {
      add(all, other, 1);
    }
    ParallelLoop.forEach(
        threads,
        into.length,
        () -> {
          double[][] matrix = new double[size][size];
          double[] right = new double[size];
          IntConsumer body = row -> solve(rows, row, others, all, matrix, right, into[row]);
          return body;
        });
  }

  private void solve(
      Interactions rows,
      int row,
      float[][] others,
      double[][] all,
      double[][] matrix,
      double[] right,
      float[] into) {
    Arrays.fill(into, 0);
    if (rows.count(row) == 0) {
      return;
    }
    Arrays.fill(right, 0);
    for (int k = 0; k < size; k++) {
      System.arraycopy(all[k], 0, matrix[k], 0, k + 1);
      matrix[k][k] += params.factorRegularization();
    }
    double alpha = params.alpha();
    for (int p = rows.start(row); p < rows.end(row); p++) {
      float[] other = others[rows.column(p)];
      add(matrix, other, alpha);
      for (int k = 0; k < size; k++) {
        right[k] += (1 + alpha) * other[k];
      }
    }
    solve(matrix, right);
    for (int k = 0; k < size; k++) {
      into[k] = (float) right[k];
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
  private static void solve(double[][] a, double[] b) {
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
