package org.trellisrec.recommenders.neighbors;

import jakarta.inject.Inject;
import java.util.Arrays;
import org.trellisrec.data.TrainingData;
import org.trellisrec.recommenders.math.Scorable;
import org.trellisrec.recommenders.math.SparseRows;
import org.trellisrec.spi.FitContext;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.Model;
import org.trellisrec.spi.Param;
import org.trellisrec.spi.Recommender;
import org.trellisrec.spi.Summary;

/**
 * Recommends what random walks of three steps over the graph of users and items reach, popular
 * items less.
 *
 * <p>{@code s(u, i) = sum of r(u, j) w(j, i) over the items j of u}, with
 *
 * <pre>{@code
 * w(j, i) = sum over users v of p(j, v)^alpha p(v, i)^alpha / n_i^beta
 * p(j, v) = 1 / n_j for the users v of item j
 * p(v, i) = r(v, i) / (sum of r(v, .))
 * }</pre>
 *
 * and {@code n_i} the number of users of item i, whatever they rated it. Of the weights from an
 * item to others the k largest are kept; {@link Pruning} has the variant of Elliot.
 *
 * <p>Source: Paudel, Christoffel, Newell and Bernstein, "Updatable, accurate, diverse, and scalable
 * recommendations for interactive applications", ACM TiiS 7(1), 2017, doi:10.1145/2955101; alpha
 * from Cooper, Lee, Radzik and Siantos, "Random walks in recommender systems: exact computation and
 * simulations", WWW 2014, doi:10.1145/2567948.2579244. The walk's first step is left to ratings, as
 * in Elliot; with an alpha of 1, dividing by their sum would not change the order of a user's
 * items.
 *
 * <p>Cold entities: a user is served from the visible history, whether or not it was trained on; a
 * user without any, or with items only that nobody has in training, is not scored. Nor is an item
 * without training interactions.
 *
 * <p>Cost: that of {@link ItemKnn}.
 */
@Summary(
    value = "Recommends what random walks of three steps reach, popular items less (RP3beta).",
    source =
        "Paudel et al.: Updatable, accurate, diverse, and scalable recommendations for interactive"
            + " applications, ACM TiiS 7(1), 2017, doi:10.1145/2955101")
public final class Rp3Beta implements Recommender {
  /** Which weights are kept. */
  public enum Pruning {
    /** The largest of those from an item. */
    OUTGOING,
    /**
     * Of these, the largest of those to an item, as in Elliot and in the program of Ferrari Dacrema
     * et al. (RecSys 2019, doi:10.1145/3298689.3347058). Popular items lose most by it.
     */
    BOTH
  }

  /**
   * What can be configured.
   *
   * @param neighbors weights kept of an item
   * @param pruning of which weights they are the largest
   * @param alpha exponent of the probabilities of steps
   * @param beta how much popularity is held against an item
   * @param normalizeSimilarity true to divide the weights of an item by their sum
   * @param binarize true to take every rating as 1
   */
  public record Params(
      @Param(
              description = "How many weights are kept of an item.",
              byDefault = "100",
              min = 1,
              aliases = {"neighbours", "neighborhood", "k"})
          int neighbors,
      @Param(
              description =
                  "outgoing keeps the largest weights from every item, both of these the largest to"
                      + " every item, as Elliot does.",
              byDefault = "outgoing")
          Pruning pruning,
      @Param(description = "Exponent of the probabilities of steps.", byDefault = "1", min = 0)
          double alpha,
      @Param(
              description =
                  "Weights are divided by the number of users of an item to the power of this.",
              byDefault = "0.6",
              min = 0)
          double beta,
      @Param(
              description = "True to divide the weights kept of an item by their sum.",
              byDefault = "false")
          boolean normalizeSimilarity,
      @Param(
              description = "True to take every rating as 1.",
              byDefault = "false",
              aliases = {"implicit"})
          boolean binarize) {}

  private final Params params;

  /** A recipe with these parameters. */
  @Inject
  public Rp3Beta(Params params) {
    this.params = params;
  }

  @Override
  public Model fit(TrainingData data, FitContext context) {
    SparseRows byItem = SparseRows.of(data.byItem(), params.binarize());
    requireProbabilities(byItem);
    NeighborSearch search =
        new NeighborSearch(
            arrivals(byItem), NeighborParams.textbook(params.neighbors(), Similarity.DOT, 0));
    SparseRows weights = search.all(departures(byItem), context, "walking");
    if (params.normalizeSimilarity()) {
      weights = normalized(weights);
    }
    if (params.pruning() == Pruning.BOTH) {
      weights = largest(weights.transpose()).transpose();
    }
    return new ItemNeighbors(weights, new Scorable(data.interactions()), params.binarize());
  }

  private static void requireProbabilities(SparseRows byItem) {
    for (float rating : byItem.value()) {
      if (rating < 0) {
        throw new InputException(
            "there is a training rating of %s, but the probability of a step is a share of the"
                + " ratings of a user; set binarize: true, or shift the ratings in the data",
            rating);
      }
    }
  }

  /** The probabilities of steps from items to users. */
  private SparseRows departures(SparseRows byItem) {
    float[] value = new float[byItem.size()];
    for (int item = 0; item < byItem.rows(); item++) {
      int from = byItem.start(item);
      int to = byItem.end(item);
      Arrays.fill(value, from, to, (float) Math.pow(1.0 / (to - from), params.alpha()));
    }
    return byItem.withValues(value);
  }

  /** The probabilities of steps from users to items, over the popularity of these. */
  private SparseRows arrivals(SparseRows byItem) {
    double[] sums = new double[byItem.columns()];
    for (int p = 0; p < byItem.size(); p++) {
      sums[byItem.column()[p]] += byItem.value()[p];
    }
    float[] value = new float[byItem.size()];
    for (int item = 0; item < byItem.rows(); item++) {
      int from = byItem.start(item);
      int to = byItem.end(item);
      double popularity = Math.pow(to - from, params.beta());
      for (int p = from; p < to; p++) {
        double sum = sums[byItem.column()[p]];
        double step = sum > 0 ? byItem.value()[p] / sum : 0;
        value[p] = (float) (Math.pow(step, params.alpha()) / popularity);
      }
    }
    return byItem.withValues(value);
  }

  private static SparseRows normalized(SparseRows weights) {
    float[] value = weights.value().clone();
    for (int row = 0; row < weights.rows(); row++) {
      double sum = 0;
      for (int p = weights.start(row); p < weights.end(row); p++) {
        sum += value[p];
      }
      for (int p = weights.start(row); p < weights.end(row); p++) {
        value[p] = sum > 0 ? (float) (value[p] / sum) : 0;
      }
    }
    return weights.withValues(value);
  }

  /** The largest weights of every row. */
  private SparseRows largest(SparseRows weights) {
    int[][] column = new int[weights.rows()][];
    float[][] value = new float[weights.rows()][];
    TopK best = new TopK(Math.min(params.neighbors(), weights.columns()));
    for (int row = 0; row < weights.rows(); row++) {
      best.clear();
      for (int p = weights.start(row); p < weights.end(row); p++) {
        best.offer(weights.column()[p], weights.value()[p]);
      }
      column[row] = best.sortedIds();
      value[row] = best.valuesOf(column[row]);
    }
    return SparseRows.of(weights.columns(), column, value);
  }
}
