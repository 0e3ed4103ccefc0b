package org.trellisrec.recommenders.factorization;

import jakarta.inject.Inject;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.TrainingData;
import org.trellisrec.spi.EpochDecision;
import org.trellisrec.spi.FitContext;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.Model;
import org.trellisrec.spi.Param;
import org.trellisrec.spi.Progress;
import org.trellisrec.spi.Recommender;
import org.trellisrec.spi.Summary;

/**
 * Matrix factorisation over all pairs of users and items, by weighted least squares.
 *
 * <p>{@code s(u, i) = x_u . y_i}. The vectors minimise, with p = 1 for training interactions,
 * whatever their ratings from 0 on, and 0 for all other pairs, and with weights c that are 1 for
 * the latter and {@code 1 + alpha r} for an interaction with rating r (or {@code 1 + alpha ln(1 + r
 * / epsilon)}):
 *
 * <pre>{@code
 * sum over (u, i) of c_ui (p_ui - x_u . y_i)^2
 *     + l2 sum over u of (sum over i of c_ui)^nu |x_u|^2
 *     + l2 sum over i of (sum over u of c_ui)^nu |y_i|^2
 * }</pre>
 *
 * <p>Sources: Hu, Koren and Volinsky, "Collaborative filtering for implicit feedback datasets",
 * ICDM 2008, doi:10.1109/ICDM.2008.22, where {@code nu} ({@code l2_exponent}) is 0; Rendle,
 * Krichene, Zhang and Koren, "Revisiting the performance of iALS on item recommendation
 * benchmarks", RecSys 2022, doi:10.1145/3523227.3548486, for nu and for how much settings matter.
 * Where every rating is 1, their weight of a pair without interaction is {@code 1 / alpha}, their
 * regularisation {@code l2 alpha^nu / (1 + alpha)}, and their scores are {@code alpha / (1 +
 * alpha)} times those here.
 *
 * <p>An epoch solves for the vectors of all users, then for those of all items; its loss is the
 * value of the objective per training interaction. Scores are by the vectors of users that follow
 * from their visible histories and the final vectors of items.
 *
 * <p>Cold entities: a user is served from the visible history, whether or not it was trained on; a
 * user without any, or with items only that nobody has in training, is not scored. Nor is an item
 * without training interactions.
 *
 * <p>Cost: an epoch takes {@code d^2} multiplications for every training interaction and {@code d^3
 * / 6} for every user and item, on all threads, and at most {@code 2 d^2} for each of them on one;
 * memory is that of the vectors of users and five times those of items. Scoring a user takes as
 * much as solving for the vector.
 */
@Summary(
    value = "Matrix factorisation over all pairs by alternating least squares (iALS, WRMF).",
    source =
        "Hu, Koren and Volinsky: Collaborative filtering for implicit feedback datasets, ICDM"
            + " 2008, doi:10.1109/ICDM.2008.22")
public final class Ials implements Recommender {
  /**
   * What can be configured.
   *
   * @param embeddingSize length of the vectors, d
   * @param alpha how fast the weight of an interaction grows with its rating
   * @param scaling how it grows
   * @param epsilon of {@link ConfidenceScaling#LOG}
   * @param l2 weight of the regularisation; null for 10
   * @param l2Exponent nu
   * @param initialDeviation of the vectors of items at the start
   * @param epochs how often all vectors are solved for
   * @param binarize true to take every rating as 1
   */
  public record Params(
      @Param(
              description = "Length of the vectors of users and items.",
              byDefault = "64",
              min = 1,
              aliases = {"factors", "embedding_dim", "latent_dim", "embed_k"})
          int embeddingSize,
      @Param(
              description =
                  "How much more an interaction of rating 1 counts than a pair without one (for"
                      + " scaling log with epsilon 1, 0.69 times this).",
              byDefault = "10",
              min = 0,
              aboveMin = true)
          double alpha,
      @Param(
              description = "Whether weights grow with ratings or with their logarithms.",
              byDefault = "linear")
          ConfidenceScaling scaling,
      @Param(
              description = "Ratings are divided by this in scaling log.",
              byDefault = "1",
              min = 0,
              aboveMin = true)
          double epsilon,
      @Param(
              description =
                  "Weight of the L2 regularisation of vectors; by default 10. To be given where"
                      + " l2_exponent is above 0.",
              byDefault = Param.OPTIONAL,
              min = 0,
              aboveMin = true,
              aliases = {"l2_norm", "l_w", "reg_weight", "reg"})
          Double l2,
      @Param(
              description =
                  "0 to regularise all vectors alike, 1 in proportion to the sum of the weights of"
                      + " their pairs, by which l2 is to be smaller then.",
              byDefault = "0",
              min = 0,
              max = 1)
          double l2Exponent,
      @Param(
              description = "Standard deviation of the vectors of items at the start.",
              byDefault = "0.1",
              min = 0,
              aboveMin = true)
          double initialDeviation,
      @Param(
              description = "How often the vectors of all users and items are solved for.",
              byDefault = "10",
              min = 1,
              aliases = {"train_epochs", "iters"})
          int epochs,
      @Param(
              description = "True to take every rating as 1.",
              byDefault = "false",
              aliases = {"implicit"})
          boolean binarize) {

    private static final Double USUAL_L2 = 10.0;

    /** Refuses an epsilon that would have no effect, and an exponent without a weight for it. */
    public Params {
      if (l2 == null && l2Exponent > 0) {
        throw new InputException(
            "l2_exponent is %s, for which l2 has no default; give l2, for instance 0.003 where"
                + " l2_exponent is 1",
            l2Exponent);
      }
      l2 = l2 != null ? l2 : USUAL_L2;
      if (scaling == ConfidenceScaling.LINEAR && epsilon != 1) {
        throw new InputException(
            "epsilon is %s, but ratings are divided by it in scaling log alone; leave it out, or"
                + " set scaling: log",
            epsilon);
      }
    }

    private WeightedObjective objective() {
      WeightedObjective.Confidence confidence = scaling.confidence(alpha, epsilon);
      return new WeightedObjective(
          rating -> confidence.extra(binarize ? 1 : rating), l2, l2Exponent);
    }
  }

  private final Params params;

  /** A recipe with these parameters. */
  @Inject
  public Ials(Params params) {
    this.params = params;
  }

  @Override
  public Model fit(TrainingData data, FitContext context) {
    Interactions train = data.interactions();
    WeightedAls als =
        new WeightedAls(
            data,
            params.objective(),
            params.embeddingSize(),
            params.initialDeviation(),
            context.seed().derive("initial").rng(),
            context.threads());
    IalsModel best = null;
    try (Progress progress = context.progress("training", params.epochs())) {
      boolean stop = false;
      for (int epoch = 1; epoch <= params.epochs() && !stop; epoch++) {
        als.sweep();
        IalsModel model = new IalsModel(als, train);
        double loss = als.loss() / Math.max(1, train.size());
        EpochDecision decision = context.afterEpoch(epoch, loss, model);
        best = decision.best() || best == null ? model : best;
        stop = decision.stop();
        progress.advance(1);
      }
    }
    return best;
  }
}
