package org.trellisrec.recommenders.factorization;

import jakarta.inject.Inject;
import org.trellisrec.data.TrainingData;
import org.trellisrec.spi.FitContext;
import org.trellisrec.spi.Model;
import org.trellisrec.spi.Param;
import org.trellisrec.spi.Recommender;
import org.trellisrec.spi.Summary;
import org.trellisrec.tensorflow.batch.PositiveOrder;

/**
 * Matrix factorisation by Bayesian personalised ranking, one sample at a time in plain Java.
 *
 * <p>{@code s(u, i) = p_u . q_i + b_i}. For a training interaction (u, i) and a sampled negative j,
 * with {@code z = sigmoid(s(u, j) - s(u, i))} (LearnBPR, figure 4, with the derivatives of section
 * 4.3.1):
 *
 * <pre>{@code
 * p_u += rate * (z (q_i - q_j) - user_regularization * p_u)
 * q_i += rate * ( z p_u - positive_item_regularization * q_i)
 * q_j += rate * (-z p_u - negative_item_regularization * q_j)
 * b_i += rate * ( z - bias_regularization * b_i)
 * b_j += rate * (-z - bias_regularization * b_j)
 * }</pre>
 *
 * <p>Source: Rendle, Freudenthaler, Gantner and Schmidt-Thieme, "BPR: Bayesian personalized ranking
 * from implicit feedback", UAI 2009. With several threads, updates are not locked (Niu, Recht, Ré
 * and Wright, "Hogwild!: a lock-free approach to parallelizing stochastic gradient descent", NIPS
 * 2011): threads may overwrite each other's, so no two fits give the same bits.
 *
 * <p>Where {@code deterministic} is true, one thread does all the work, and the result depends on
 * the seed alone; only with {@code deterministic: false} are more used.
 *
 * <p>Cold entities are not scored: their vectors are untrained.
 */
@Summary(
    value = "Matrix factorisation trained by BPR, one sample at a time, in plain Java.",
    source = "Rendle et al.: BPR: Bayesian personalized ranking from implicit feedback, UAI 2009")
public final class BprMfSgd implements Recommender {
  /**
   * What can be configured.
   *
   * @param embeddingSize length of the vectors
   * @param learningRate step size
   * @param userRegularization of the vector of the user
   * @param positiveItemRegularization of the vector of the positive
   * @param negativeItemRegularization of the vector of the negative
   * @param biasRegularization of the biases
   * @param initialDeviation of the vectors
   * @param sampler in which order positives are visited
   * @param epochs passes over the training interactions
   */
  public record Params(
      @Param(
              description = "Length of the vectors of users and items.",
              byDefault = "64",
              min = 1,
              aliases = {"factors", "embedding_dim", "latent_dim", "embed_k"})
          int embeddingSize,
      @Param(
              description = "Step size.",
              byDefault = "0.05",
              min = 0,
              aboveMin = true,
              aliases = "lr")
          double learningRate,
      @Param(
              description = "L2 regularisation of the vector of the user of a sample.",
              byDefault = "0.0025",
              min = 0)
          double userRegularization,
      @Param(
              description = "L2 regularisation of the vector of the positive of a sample.",
              byDefault = "0.0025",
              min = 0)
          double positiveItemRegularization,
      @Param(
              description = "L2 regularisation of the vector of the negative of a sample.",
              byDefault = "0.0025",
              min = 0)
          double negativeItemRegularization,
      @Param(
              description = "L2 regularisation of the biases of the items of a sample.",
              byDefault = "0",
              min = 0)
          double biasRegularization,
      @Param(
              description = "Standard deviation of the vectors at the start; biases start at 0.",
              byDefault = "0.1",
              min = 0,
              aboveMin = true)
          double initialDeviation,
      @Param(
              description =
                  "per_positive visits every training interaction once an epoch, except those of users who"
                      + " have every item; uniform_user draws users uniformly, then one of their"
                      + " interactions, as Elliot does.",
              byDefault = "per_positive")
          PositiveOrder sampler,
      @Param(
              description = "Passes over the training interactions.",
              byDefault = "30",
              min = 1,
              aliases = {"train_epochs", "iters"})
          int epochs) {}

  private final Params params;

  /** A recipe with these parameters. */
  @Inject
  public BprMfSgd(Params params) {
    this.params = params;
  }

  @Override
  public Model fit(TrainingData data, FitContext context) {
    return new BprSgdTraining(params, data, context).run();
  }
}
