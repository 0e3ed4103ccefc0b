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
 * Two branches, one that encodes users and one that encodes items.
 *
 * <p>{@code e_i = g_u(f_u(R_i*))} and {@code e_j = g_t(f_t(R_*j))}: a user's row and an item's
 * column of the interaction matrix each pass through a network of their own. The score is {@code
 * cos(e_i, e_j)}; the loss is the normalised cross-entropy, {@code -y ln s - (1 - y) ln(1 - s)}
 * with y the rating divided by the largest one (1 for implicit feedback) and s the cosine, not
 * below mu.
 *
 * <p>Source: Xue, Dai, Zhang, Huang and Chen, "Deep matrix factorization models for recommender
 * systems", IJCAI 2017, doi:10.24963/ijcai.2017/447, equations 8 to 13.
 *
 * <p>Cold entities: a user is encoded from the visible history, whether or not it was trained on; a
 * user without any and an item without training interactions are not scored.
 */
@Summary(
    value = "Encodes users and items by a branch each (deep matrix factorisation).",
    source =
        "Xue et al.: Deep Matrix Factorization Models for Recommender Systems, IJCAI 2017,"
            + " doi:10.24963/ijcai.2017/447")
public final class DeepMf implements NetworkRecommender {
  /**
   * What can be configured.
   *
   * @param branch the architecture of both branches and how they are trained
   */
  public record Params(@Inline BranchParams branch) {}

  private final Params params;

  /** A recipe with these parameters. */
  @Inject
  public DeepMf(Params params) {
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
    return new BranchBuilder(params.branch(), parameters, data).twoBranches();
  }
}
