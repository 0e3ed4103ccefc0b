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
 * A branch for every modality of an entity (multi-branch recommender): the counterpart of {@link
 * SiBraR} that shares nothing.
 *
 * <p>{@code e = mean over m of g_m(f_m(x_m))}, with projections f_m and branches g_m of their own;
 * all else is as in {@link SiBraR}, cold and incomplete entities included.
 *
 * <p>Source: the extended version of SiBraR, arXiv:2509.18807.
 */
@Summary(
    value = "Embeds each modality of an entity by a branch of its own (MuBraR).",
    source = "Extended version of SiBraR, arXiv:2509.18807")
public final class MuBraR implements NetworkRecommender {
  /**
   * What can be configured.
   *
   * @param model the architecture and how it is trained
   */
  public record Params(@Inline ModalityParams model) {}

  private final ModalityParams params;

  /** A recipe with these parameters. */
  @Inject
  public MuBraR(Params params) {
    this.params = params.model();
  }

  @Override
  public void check(SideInformation side) {
    ModalityBuilder.check(params, Sharing.NOTHING, side);
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
    return new ModalityBuilder(params, Sharing.NOTHING, parameters, data).build();
  }
}
