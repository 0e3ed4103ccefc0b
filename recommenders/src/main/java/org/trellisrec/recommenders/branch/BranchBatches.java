package org.trellisrec.recommenders.branch;

import org.trellisrec.data.Interactions;
import org.trellisrec.data.TrainingData;
import org.trellisrec.spi.Seed;
import org.trellisrec.tensorflow.batch.BatchSource;
import org.trellisrec.tensorflow.batch.ListSource;
import org.trellisrec.tensorflow.batch.PairSource;
import org.trellisrec.tensorflow.batch.PositiveOrder;

/** The batches that a loss learns from. */
final class BranchBatches {
  private BranchBatches() {}

  static BatchSource of(BranchParams params, TrainingData data, Seed seed) {
    Interactions train = data.interactions();
    int batchSize = params.training().batchSize();
    if (params.loss() == BranchLoss.BCE && params.sampler() == PositiveOrder.UNIFORM_USER) {
      return new PairSource(train, params.negatives(), batchSize, params.binary(), seed);
    }
    int negatives = params.loss().samples() ? params.negatives() : 0;
    return new ListSource(train, params.sampler(), negatives, batchSize, params.binary(), seed);
  }

  static BatchSource of(ModalityParams params, TrainingData data, Seed seed) {
    Interactions train = data.interactions();
    int batchSize = params.training().batchSize();
    int negatives = params.loss().samples() ? params.negatives() : 0;
    return new ListSource(train, params.sampler(), negatives, batchSize, true, seed);
  }
}
