package org.trellisrec.recommenders.autoencoder;

import jakarta.inject.Inject;
import java.util.List;
import org.tensorflow.op.Ops;
import org.trellisrec.data.TrainingData;
import org.trellisrec.spi.Inline;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.Param;
import org.trellisrec.spi.Seed;
import org.trellisrec.spi.Summary;
import org.trellisrec.tensorflow.batch.RowSource;
import org.trellisrec.tensorflow.graph.Initializer;
import org.trellisrec.tensorflow.graph.Parameters;
import org.trellisrec.tensorflow.training.Network;
import org.trellisrec.tensorflow.training.NetworkRecommender;
import org.trellisrec.tensorflow.training.TrainingParams;

/**
 * A variational autoencoder with multinomial likelihood.
 *
 * <p>A user's binary row x, scaled to length 1 and with dropout, is encoded to the mean and the log
 * variance of a normal distribution over codes z. A code drawn from it is decoded to one logit per
 * item. The loss is the mean over users of {@code - sum_i x_i ln softmax(f(z))_i + beta * KL}, with
 * {@code KL = 1/2 sum_k (mu_k^2 + sigma_k^2 - 1 - ln sigma_k^2)} (equations 2, 5 and 6); beta grows
 * linearly with the steps from 0 to its cap. The score of an item is its logit at {@code z = mu},
 * without dropout: the softmax would not change the ranking. All hidden layers have tanh.
 *
 * <p>Source: Liang, Krishnan, Hoffman and Jebara, "Variational autoencoders for collaborative
 * filtering", WWW 2018, doi:10.1145/3178876.3186150.
 *
 * <p>Elliot's model of this name averages the divergence over the dimensions of the code, and draws
 * a code at prediction too; neither is done here.
 *
 * <p>Cold entities: a user is encoded from the visible history, whether or not it was trained on; a
 * user without any and an item without training interactions are not scored.
 */
@Summary(
    value = "Variational autoencoder with multinomial likelihood (Mult-VAE).",
    source =
        "Liang et al.: Variational Autoencoders for Collaborative Filtering, WWW 2018,"
            + " doi:10.1145/3178876.3186150")
public final class MultVae implements NetworkRecommender {
  /**
   * What can be configured.
   *
   * @param hiddenLayers widths of the encoder; the decoder has them in reverse
   * @param latentSize length of the code
   * @param dropout share of a user's interactions that is hidden from the encoder in training
   * @param dropoutPkeep the same the other way round, as Elliot has it; null if not given
   * @param noiseStd deviation of the noise with which codes are drawn in training, in deviations of
   *     the encoder
   * @param annealCap largest weight of the divergence
   * @param annealSteps after how many steps the weight would be 1
   * @param initializer start of the weights; biases start at 0
   * @param training how it is trained
   */
  public record Params(
      @Param(
              description =
                  "Widths of the layers between the items and the code; the decoder has them in"
                      + " reverse.",
              byDefault = "[600]",
              min = 1,
              aliases = {"mlp_hidden_size", "intermediate_dim"})
          List<Integer> hiddenLayers,
      @Param(
              description = "Length of the code of a user.",
              byDefault = "200",
              min = 1,
              aliases = {"latent_dim", "latent_dimension"})
          int latentSize,
      @Param(
              description =
                  "Share of a user's interactions that is hidden from the encoder in training; by"
                      + " default 0.5.",
              byDefault = Param.OPTIONAL,
              min = 0,
              max = 1,
              belowMax = true,
              aliases = {"dropout_prob", "dropout_rate"})
          Double dropout,
      @Param(
              description = "Elliot's key: 1 - dropout. At most one of the two can be given.",
              byDefault = Param.OPTIONAL,
              min = 0,
              aboveMin = true,
              max = 1)
          Double dropoutPkeep,
      @Param(
              description =
                  "A code is drawn in training as mu + sigma * e, with normal e of this standard"
                      + " deviation; 1 is the published model, RecBole has 0.01.",
              byDefault = "1",
              min = 0)
          double noiseStd,
      @Param(
              description = "Largest weight beta of the divergence from the standard normal.",
              byDefault = "0.2",
              min = 0)
          double annealCap,
      @Param(
              description =
                  "The weight of the divergence is the number of steps so far divided by this, up"
                      + " to the cap; 0: the cap from the start.",
              byDefault = "200000",
              min = 0,
              aliases = "total_anneal_steps")
          int annealSteps,
      @Param(description = "Start of the weights; biases start at 0.", byDefault = "xavier_uniform")
          Initializer initializer,
      @Inline(defaults = {"batch_size: 500", "epochs: 200"}) TrainingParams training) {
    private static final Double DEFAULT_DROPOUT = 0.5;

    /** Decides on the dropout. */
    public Params {
      if (dropout != null && dropoutPkeep != null) {
        throw new InputException(
            "dropout is %s and dropout_pkeep %s, but they mean the same; give one of them",
            dropout, dropoutPkeep);
      }
      if (dropout == null && dropoutPkeep == null) {
        dropout = DEFAULT_DROPOUT;
      }
      training.optimizer().requireDense("has no table of embeddings");
      hiddenLayers = List.copyOf(hiddenLayers);
      if (hiddenLayers.isEmpty()) {
        throw new InputException("hidden_layers must name at least one width, for instance [600]");
      }
    }

    /** Share of a user's interactions that is hidden from the encoder in training. */
    double hiddenShare() {
      // 1 less a share that is small enough rounds to 1, which is no rate.
      return dropout != null ? dropout : Math.min(1 - dropoutPkeep, Math.nextDown(1.0));
    }
  }

  private final Params params;

  /** A recipe with these parameters. */
  @Inject
  public MultVae(Params params) {
    this.params = params;
  }

  @Override
  public TrainingParams training() {
    return params.training();
  }

  @Override
  public RowSource batches(TrainingData data, Seed seed) {
    return new RowSource(data.interactions(), params.training().batchSize(), seed);
  }

  @Override
  public Network network(Ops tf, Parameters parameters, TrainingData data) {
    return new MultVaeNetwork(parameters, data, params);
  }
}
