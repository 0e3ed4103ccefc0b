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
 * minimise a {@link WeightedObjective}, by the equations 4 and 5 of Hu, Koren and Volinsky (ICDM
 * 2008, doi:10.1109/ICDM.2008.22), in turn.
 *
 * <p>Cold entities have vectors of zeros. The result is the same for every number of threads.
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

  private final Interactions byUser;
  private final Interactions byItem;
  private final WeightedObjective objective;
  private final Vectors vectors;
  private final int threads;

  /**
   * Starts from vectors of items that are drawn from a normal distribution around 0.
   *
   * @param size length of the vectors, at least 1
   * @param threads at least 1
   */
  WeightedAls(
      TrainingData data,
      WeightedObjective objective,
      int size,
      double deviation,
      UniformRandomProvider random,
      int threads) {
    this.byUser = data.interactions();
    this.byItem = data.byItem();
    this.objective = objective;
    this.vectors = new Vectors(new float[byUser.rows()][size], start(size, deviation, random));
    this.threads = threads;
  }

  /**
   * Fits vectors; the start is the same for every seed.
   *
   * @param size their length, at least 1
   * @param threads at least 1
   */
  public static Vectors fit(TrainingData data, Params params, int size, int threads) {
    Params filled = params.filled();
    WeightedObjective objective =
        new WeightedObjective(rating -> filled.alpha(), filled.factorRegularization(), 0);
    WeightedAls als = new WeightedAls(data, objective, size, DEVIATION, START.rng(), threads);
    for (int sweep = 0; sweep < filled.factorSweeps(); sweep++) {
      als.sweep();
    }
    return als.vectors();
  }

  /** Zeros for items that nobody was trained on: the users are solved for against all items. */
  private float[][] start(int size, double deviation, UniformRandomProvider random) {
    ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random);
    float[][] start = new float[byItem.rows()][size];
    for (int item = 0; item < start.length; item++) {
      for (int k = 0; k < size; k++) {
        double drawn = deviation * normal.sample();
        start[item][k] = byItem.count(item) > 0 ? (float) drawn : 0;
      }
    }
    return start;
  }

  /** Solves for the vectors of all users, then for those of all items. */
  void sweep() {
    solve(byUser, squares(vectors.items(), byItem), vectors.users());
    solve(byItem, squares(vectors.users(), byUser), vectors.items());
  }

  /** The vectors as they are now; later sweeps change them. */
  Vectors vectors() {
    return vectors;
  }

  /** What the vectors of users follow from, given those of the items as they are now. */
  LeastSquares ofUsers() {
    return squares(
        Arrays.stream(vectors.items()).map(float[]::clone).toArray(float[][]::new), byItem);
  }

  private LeastSquares squares(float[][] others, Interactions byOther) {
    return new LeastSquares(others, PairWeights.of(byOther, objective));
  }

  /** The value of the objective. */
  double loss() {
    double[][] ofUsers = gram(vectors.users());
    double[][] ofItems = gram(vectors.items());
    double sum = 0;
    for (int k = 0; k < ofUsers.length; k++) {
      for (int l = 0; l < ofUsers.length; l++) {
        // All together, these are the squared scores of all pairs.
        sum += ofUsers[k][l] * ofItems[k][l];
      }
    }
    for (int user = 0; user < byUser.rows(); user++) {
      for (int p = byUser.start(user); p < byUser.end(user); p++) {
        double score = vectors.score(user, byUser.column(p));
        double extra = objective.extra(byUser.rating(p));
        sum += (1 + extra) * (1 - score) * (1 - score) - score * score;
      }
    }
    return sum
        + penalty(byUser, vectors.users(), PairWeights.of(byItem, objective))
        + penalty(byItem, vectors.items(), PairWeights.of(byUser, objective));
  }

  private static double[][] gram(float[][] rows) {
    int size = rows[0].length;
    double[][] gram = new double[size][size];
    for (float[] row : rows) {
      for (int k = 0; k < size; k++) {
        for (int l = 0; l < size; l++) {
          gram[k][l] += (double) row[k] * row[l];
        }
      }
    }
    return gram;
  }

  private static double penalty(Interactions rows, float[][] own, PairWeights weights) {
    double sum = 0;
    for (int row = 0; row < own.length; row++) {
      double squared = 0;
      for (float value : own[row]) {
        squared += (double) value * value;
      }
      sum += weights.l2(rows, row) * squared;
    }
    return sum;
  }

  private void solve(Interactions rows, LeastSquares squares, float[][] into) {
    ParallelLoop.forEach(
        threads,
        into.length,
        () -> {
          LeastSquares.Solver solver = squares.new Solver();
          IntConsumer body = row -> solver.solve(rows, row, into[row]);
          return body;
        });
  }
}
