package org.trellisrec.recommenders.factorization;

import jakarta.inject.Inject;
import org.tensorflow.op.Ops;
import org.trellisrec.data.TrainingData;
import org.trellisrec.spi.Inline;
import org.trellisrec.spi.Seed;
import org.trellisrec.spi.Summary;
import org.trellisrec.tensorflow.batch.ListSampling;
import org.trellisrec.tensorflow.batch.ListSource;
import org.trellisrec.tensorflow.graph.Parameters;
import org.trellisrec.tensorflow.layers.Losses;
import org.trellisrec.tensorflow.training.Network;
import org.trellisrec.tensorflow.training.NetworkRecommender;
import org.trellisrec.tensorflow.training.TrainingParams;

/**
 * Matrix factorisation that learns to rank a user's items above the others.
 *
 * <p>{@code s(u, i) = p_u . q_i + b_i}; the loss is the mean over training interactions (u, i) and
 * sampled negatives j of {@code -ln sigmoid(s(u, i) - s(u, j))}, with L2 regularisation by weight
 * decay.
 *
 * <p>Source: Rendle, Freudenthaler, Gantner and Schmidt-Thieme, "BPR: Bayesian personalized ranking
 * from implicit feedback", UAI 2009.
 *
 * <p>Cold entities are not scored: their vectors are untrained.
 */
@Summary(
    value = "Matrix factorisation trained by Bayesian personalised ranking, on TensorFlow.",
    source = "Rendle et al.: BPR: Bayesian personalized ranking from implicit feedback, UAI 2009")
public final class BprMf implements NetworkRecommender {
  /**
   * What can be configured.
   *
   * @param factors the tables
   * @param sampling lists of a positive and its negatives
   * @param training how it is trained
   */
  public record Params(
      @Inline FactorParams factors,
      @Inline ListSampling sampling,
      @Inline(defaults = {"batch_size: 1024", "epochs: 50"}) TrainingParams training) {
    /** Factors are looked up, so that there is nothing to round. */
    public Params {
      training.requireFloat32();
    }
  }

  private final Params params;

  /** A recipe with these parameters. */
  @Inject
  public BprMf(Params params) {
    this.params = params;
  }

  @Override
  public TrainingParams training() {
    return params.training();
  }

  @Override
  public ListSource batches(TrainingData data, Seed seed) {
    return params.sampling().lists(data.interactions(), params.training().batchSize(), seed);
  }

  @Override
  public Network network(Ops tf, Parameters parameters, TrainingData data) {
    return new FactorNetwork(
        parameters, data, params.factors(), (t, scores, labels) -> Losses.bpr(t, scores));
  }
}
