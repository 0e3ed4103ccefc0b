package org.trellisrec.recommenders.graph;

import jakarta.inject.Inject;
import org.tensorflow.op.Ops;
import org.trellisrec.data.TrainingData;
import org.trellisrec.spi.Inline;
import org.trellisrec.spi.Param;
import org.trellisrec.spi.Seed;
import org.trellisrec.spi.Summary;
import org.trellisrec.tensorflow.batch.ListSampling;
import org.trellisrec.tensorflow.batch.ListSource;
import org.trellisrec.tensorflow.graph.Initializer;
import org.trellisrec.tensorflow.graph.Parameters;
import org.trellisrec.tensorflow.training.Network;
import org.trellisrec.tensorflow.training.NetworkRecommender;
import org.trellisrec.tensorflow.training.TrainingParams;

/**
 * Embeddings smoothed along the graph of users and items, without weights or activations.
 *
 * <p>With trained vectors {@code e_u^0} and {@code e_i^0}, {@code e_u^(k+1) = sum over the items i
 * of u of e_i^k / sqrt(n_u n_i)}, and likewise for items (equation 3); the representation of a node
 * is the mean over the layers 0 to K (equation 4 with {@code alpha_k = 1 / (K + 1)}), and the score
 * the dot product. The loss is the mean over training interactions (u, i) and sampled negatives j
 * of {@code -ln sigmoid(s(u, i) - s(u, j))}, plus {@code l2 / 2} times the mean over lists of the
 * squared lengths of the vectors of layer 0 that the list uses (equation 15, with the regulariser
 * on the batch as in the authors' program).
 *
 * <p>Source: He, Deng, Wang, Li, Zhang and Wang, "LightGCN: simplifying and powering graph
 * convolution network for recommendation", SIGIR 2020, doi:10.1145/3397271.3401063.
 *
 * <p>Every step propagates the whole graph, forward and back, but for the last layer of users, of
 * which it takes those of the batch. So an epoch costs the number of steps times {@code 8 K d}
 * operations per interaction at most, and as many more as it takes to treat the densest part of the
 * graph as a dense matrix: large batches are cheap.
 *
 * <p>Cold entities are not scored: they have no neighbours and their vectors are untrained.
 */
@Summary(
    value = "Embeddings smoothed over the graph of users and items, trained by BPR (LightGCN).",
    source =
        "He et al.: LightGCN: Simplifying and Powering Graph Convolution Network for"
            + " Recommendation, SIGIR 2020, doi:10.1145/3397271.3401063")
public final class LightGcn implements NetworkRecommender {
  /**
   * What can be configured.
   *
   * @param embeddingSize length of the vectors
   * @param nLayers rounds of propagation, K
   * @param initializer start of the vectors
   * @param l2 regularisation of the vectors of layer 0
   * @param sampling lists of a positive and its negatives
   * @param training how it is trained
   */
  public record Params(
      @Param(
              description = "Length of the vectors of users and items.",
              byDefault = "64",
              min = 1,
              aliases = {"factors", "embedding_dim", "latent_dim", "embed_k"})
          int embeddingSize,
      @Param(description = "Rounds of propagation.", byDefault = "3", min = 0, aliases = "layers")
          int nLayers,
      @Param(
              description = "Start of the vectors, for instance xavier_uniform or normal(0.1).",
              byDefault = "xavier_uniform")
          Initializer initializer,
      @Param(
              description =
                  "Times half the squared length of the vectors of layer 0 that a list of one user"
                      + " and its items uses, mean over the lists, is added to the loss.",
              byDefault = "1e-4",
              min = 0,
              aliases = {"l2_norm", "l_w", "reg_weight"})
          double l2,
      @Inline ListSampling sampling,
      @Inline(defaults = {"batch_size: 2048", "epochs: 200"}) TrainingParams training) {

    /** Checks that the whole tables, which every step propagates, are updated. */
    public Params {
      if (nLayers == 0) {
        training.requireFloat32();
      }
      training.optimizer().requireDense("propagates every row of its tables at every step");
    }
  }

  private final Params params;

  /** A recipe with these parameters. */
  @Inject
  public LightGcn(Params params) {
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
    return new LightGcnNetwork(tf, parameters, data, params);
  }
}
