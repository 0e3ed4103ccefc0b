package org.trellisrec.recommenders.branch;

import jakarta.inject.Inject;
import org.tensorflow.op.Ops;
import org.trellisrec.data.SideInformation;
import org.trellisrec.data.TrainingData;
import org.trellisrec.recommenders.branch.ModalityBuilder.Sharing;
import org.trellisrec.spi.Inline;
import org.trellisrec.spi.Seed;
import org.trellisrec.spi.Summary;
import org.trellisrec.tensorflow.batch.BatchSource;
import org.trellisrec.tensorflow.graph.Parameters;
import org.trellisrec.tensorflow.training.Network;
import org.trellisrec.tensorflow.training.NetworkRecommender;
import org.trellisrec.tensorflow.training.TrainingParams;

/**
 * One branch for users and items and all their modalities.
 *
 * <p>{@code e = mean over m of g(f_m(x_m))} as in {@link SiBraR}, where the branch g embeds the
 * modalities of users and those of items alike, as {@link CoBraR} does with interactions alone.
 *
 * <p>Batch norms have common parameters, and running means of users and of items, which differ too
 * much to be normalised alike at inference.
 *
 * <p>Source: none; the paper of CoBraR (RecSys 2025, doi:10.1145/3705328.3759302) names the
 * combination as future work.
 *
 * <p>Cold and incomplete entities are embedded from the modalities that they have; an entity
 * without any is not scored.
 */
@Summary(
    value = "Embeds users and items and all their modalities by one branch.",
    source = "CoBraR (RecSys 2025) and SiBraR (RecSys 2024) combined")
public final class UniBraR implements NetworkRecommender {
  /**
   * What can be configured.
   *
   * @param model the architecture and how it is trained
   */
  public record Params(@Inline ModalityParams model) {}

  private final ModalityParams params;

  /** A recipe with these parameters. */
  @Inject
  public UniBraR(Params params) {
    this.params = params.model();
  }

  @Override
  public void check(SideInformation side) {
    ModalityBuilder.check(params, Sharing.EVERYTHING, side);
  }

  @Override
  public TrainingParams training() {
    return params.training();
  }

  @Override
  public BatchSource batches(TrainingData data, Seed seed) {
    return BranchBatches.of(params, data, seed);
  }

  @Override
  public Network network(Ops tf, Parameters parameters, TrainingData data) {
    return new ModalityBuilder(params, Sharing.EVERYTHING, parameters, data).build();
  }
}
