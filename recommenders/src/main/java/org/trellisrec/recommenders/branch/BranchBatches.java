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
    boolean pointwise = params.loss() == BranchLoss.BCE;
    if (pointwise && params.sampler() == PositiveOrder.UNIFORM_USER) {
      return new PairSource(train, params.negatives(), batchSize, params.binary(), seed);
    }
    int negatives = params.loss() == BranchLoss.INFONCE ? 0 : params.negatives();
    return new ListSource(train, params.sampler(), negatives, batchSize, params.binary(), seed);
  }
}
