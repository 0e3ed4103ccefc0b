package org.trellisrec.recommenders.branch;

import org.tensorflow.op.Ops;
import org.trellisrec.data.SideInformation;
import org.trellisrec.data.TrainingData;
import org.trellisrec.recommenders.branch.ModalityBuilder.Sharing;
import org.trellisrec.spi.FitContext;
import org.trellisrec.spi.SavableModel;
import org.trellisrec.spi.Seed;
import org.trellisrec.tensorflow.batch.BatchSource;
import org.trellisrec.tensorflow.graph.Parameters;
import org.trellisrec.tensorflow.training.Network;
import org.trellisrec.tensorflow.training.NetworkRecommender;
import org.trellisrec.tensorflow.training.TrainingParams;

/** Embeds the modalities of users and items by branches; what these share is up to the model. */
abstract class ModalityRecommender implements NetworkRecommender {
  private final ModalityParams params;
  private final Sharing sharing;

  ModalityRecommender(ModalityParams params, Sharing sharing) {
    this.params = params;
    this.sharing = sharing;
  }

  @Override
  public final void check(SideInformation side) {
    ModalityBuilder.check(params, sharing, side);
  }

  @Override
  public final SavableModel fit(TrainingData data, FitContext context) {
    ModalitySide.noteUnusedOfUsers(params.userModalities(), data.side(), context);
    return NetworkRecommender.super.fit(data, context);
  }

  @Override
  public final TrainingParams training() {
    return params.training();
  }

  @Override
  public final BatchSource batches(TrainingData data, Seed seed) {
    return BranchBatches.of(params, data, seed);
  }

  @Override
  public final Network network(Ops tf, Parameters parameters, TrainingData data) {
    return new ModalityBuilder(params, sharing, parameters, data).build();
  }
}
