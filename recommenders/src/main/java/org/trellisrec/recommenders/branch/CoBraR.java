package org.trellisrec.recommenders.branch;

import jakarta.inject.Inject;
import org.tensorflow.op.Ops;
import org.trellisrec.data.TrainingData;
import org.trellisrec.spi.Inline;
import org.trellisrec.spi.Seed;
import org.trellisrec.spi.Summary;
import org.trellisrec.tensorflow.batch.BatchSource;
import org.trellisrec.tensorflow.graph.Parameters;
import org.trellisrec.tensorflow.training.Network;
import org.trellisrec.tensorflow.training.NetworkRecommender;
import org.trellisrec.tensorflow.training.TrainingParams;

/**
 * One collaborative branch that encodes users and items alike.
 *
 * <p>{@code e_i = g(f_u(R_i*))} and {@code e_j = g(f_t(R_*j))}: a user's row and an item's column
 * of the interaction matrix are projected to a common width by layers of their own, f_u and f_t,
 * and embedded by the same network g. The score is {@code cos(e_i, e_j)}; the loss for a training
 * interaction with its negatives k is {@code -ln y_ij - sum_k ln(1 - y_ik)}, with y the cosine, not
 * below mu.
 *
 * <p>Source: Moscati, Nawaz and Schedl, "Parameter-efficient single collaborative branch for
 * recommendation", RecSys 2025, doi:10.1145/3705328.3759302, section 3 and Algorithm 1.
 *
 * <p>Beyond the paper: other losses (BPR, sampled softmax, InfoNCE within the batch), other
 * similarities (dot product, neural), and batch normalisation. Dropout follows every layer of the
 * branch, the last one too; every use of an entity in a batch has a mask of its own.
 *
 * <p>With the defaults of {@link Fidelity#PAPER} and one hidden layer, f and g are linear: figure 1
 * of the paper has one layer as projection, and no activation follows the last layer of g. {@code
 * projection_activation: relu} and {@code output_activation: relu} are the other readings.
 *
 * <p>Cold entities: a user is encoded from the visible history, whether or not it was trained on; a
 * user without any and an item without training interactions are not scored.
 */
@Summary(
    value = "Encodes users and items by one shared branch (CoBraR).",
    source =
        "Moscati et al.: Parameter-Efficient Single Collaborative Branch for Recommendation, RecSys"
            + " 2025, doi:10.1145/3705328.3759302")
public final class CoBraR implements NetworkRecommender {
  /**
   * What can be configured.
   *
   * @param branch the architecture and how it is trained
   */
  public record Params(@Inline BranchParams branch) {}

  private final Params params;

  /** A recipe with these parameters. */
  @Inject
  public CoBraR(Params params) {
    this.params = params;
  }

  @Override
  public TrainingParams training() {
    return params.branch().training();
  }

  @Override
  public BatchSource batches(TrainingData data, Seed seed) {
    return BranchBatches.of(params.branch(), data, seed);
  }

  @Override
  public Network network(Ops tf, Parameters parameters, TrainingData data) {
    return new BranchBuilder(params.branch(), parameters, data).oneBranch();
  }
}
