package org.trellisrec.recommenders.factorization;

import jakarta.inject.Inject;
import org.tensorflow.op.Ops;
import org.trellisrec.data.TrainingData;
import org.trellisrec.recommenders.math.Ratings;
import org.trellisrec.spi.Inline;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.Param;
import org.trellisrec.spi.Seed;
import org.trellisrec.spi.Summary;
import org.trellisrec.tensorflow.batch.BatchSource;
import org.trellisrec.tensorflow.batch.ListSource;
import org.trellisrec.tensorflow.batch.PairSource;
import org.trellisrec.tensorflow.batch.PositiveOrder;
import org.trellisrec.tensorflow.graph.Parameters;
import org.trellisrec.tensorflow.training.Network;
import org.trellisrec.tensorflow.training.NetworkRecommender;
import org.trellisrec.tensorflow.training.TrainingParams;

/**
 * Matrix factorisation fitted to single pairs of a user and an item.
 *
 * <p>{@code s(u, i) = p_u . q_i + b_i}; the loss is the mean, over training interactions and the
 * negatives sampled for each, of {@code (y - s)^2} or of {@code -y ln sigmoid(s) - (1 - y) ln(1 -
 * sigmoid(s))}. The target y is 1 or the rating for an interaction (for the cross-entropy divided
 * by the largest one), and 0 for a negative. L2 regularisation is by weight decay.
 *
 * <p>Source: Koren, Bell and Volinsky, "Matrix factorization techniques for recommender systems",
 * Computer 42(8), 2009, doi:10.1109/MC.2009.263, for the model and the squared error; He, Liao,
 * Zhang, Nie, Hu and Chua, "Neural collaborative filtering", WWW 2017, doi:10.1145/3038912.3052569,
 * section 3.1, for the cross-entropy with sampled negatives.
 *
 * <p>Cold entities are not scored: their vectors are untrained.
 */
@Summary(
    value = "Matrix factorisation fitted to positives and sampled negatives, on TensorFlow.",
    source =
        "Koren, Bell and Volinsky: Matrix Factorization Techniques for Recommender Systems,"
            + " Computer 42(8), 2009, doi:10.1109/MC.2009.263")
public final class Mf implements NetworkRecommender {
  /**
   * What can be configured.
   *
   * @param factors the tables
   * @param loss what is minimised
   * @param targets what scores are fitted to
   * @param negatives negatives per positive
   * @param sampler in which order positives are visited
   * @param training how it is trained
   */
  public record Params(
      @Inline FactorParams factors,
      @Param(
              description =
                  "What is minimised: bce (cross-entropy of the logistic function of the score) or"
                      + " mse (squared error of the score).",
              byDefault = "bce")
          PointwiseLoss loss,
      @Param(
              description =
                  "What the score of an interaction is fitted to: binary (1) or ratings (for bce"
                      + " divided by the largest).",
              byDefault = "binary")
          Targets targets,
      @Param(
              description = "Negatives per training interaction; 0 only with ratings.",
              byDefault = "4",
              min = 0,
              aliases = {"neg_ratio", "n_negatives", "num_neg", "m"})
          int negatives,
      @Param(
              description =
                  "per_positive visits every training interaction once an epoch, with its negatives,"
                      + " except, where there are any, those of users who have every item;"
                      + " uniform_user draws users uniformly, then a positive or a negative, as"
                      + " Elliot does.",
              byDefault = "per_positive")
          PositiveOrder sampler,
      @Inline(defaults = {"batch_size: 1024", "epochs: 50"}) TrainingParams training) {

    /** What scores are fitted to. */
    public enum Targets {
      /** 1 for every interaction. */
      BINARY,
      /** The rating of every interaction. */
      RATINGS
    }

    /** Checks that there is something to tell apart, and the precision. */
    public Params {
      training.requireFloat32();
      if (negatives == 0 && targets == Targets.BINARY) {
        throw new InputException(
            "negatives is 0 and targets is binary, so that every target is 1 and nothing can be"
                + " learned; give negatives, or targets: ratings");
      }
    }

    /** True if every interaction counts 1. */
    boolean binary() {
      return targets == Targets.BINARY;
    }
  }

  private final Params params;

  /** A recipe with these parameters. */
  @Inject
  public Mf(Params params) {
    this.params = params;
  }

  @Override
  public TrainingParams training() {
    return params.training();
  }

  @Override
  public BatchSource batches(TrainingData data, Seed seed) {
    int negatives = params.negatives();
    int batchSize = params.training().batchSize();
    if (params.sampler() == PositiveOrder.UNIFORM_USER && negatives > 0) {
      return new PairSource(data.interactions(), negatives, batchSize, params.binary(), seed);
    }
    return new ListSource(
        data.interactions(), params.sampler(), negatives, batchSize, params.binary(), seed);
  }

  @Override
  public Network network(Ops tf, Parameters parameters, TrainingData data) {
    boolean asLabels = params.loss() == PointwiseLoss.BCE && !params.binary();
    double greatest = asLabels ? Ratings.greatestOfLabels(data.interactions()) : 1;
    return new FactorNetwork(parameters, data, params.factors(), params.loss().over(greatest));
  }
}
