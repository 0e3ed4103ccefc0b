package org.trellisrec.tensorflow.training;

import java.nio.file.Path;
import org.tensorflow.op.Ops;
import org.trellisrec.data.TrainingData;
import org.trellisrec.spi.Device;
import org.trellisrec.spi.FitContext;
import org.trellisrec.spi.RestorableRecommender;
import org.trellisrec.spi.SavableModel;
import org.trellisrec.spi.Seed;
import org.trellisrec.tensorflow.Placement;
import org.trellisrec.tensorflow.batch.BatchSource;
import org.trellisrec.tensorflow.graph.Parameters;

/**
 * A recommender that is a network: its author says what the network is, on which batches it learns
 * and how long. Training, early stopping, checkpoints, saving and restoring follow from that.
 */
public interface NetworkRecommender extends RestorableRecommender {
  /** How long the network is trained, and how. */
  TrainingParams training();

  /**
   * The batches to learn from.
   *
   * @param seed determines them
   * @throws org.trellisrec.spi.InputException if there is nothing to learn from
   */
  BatchSource batches(TrainingData data, Seed seed);

  /**
   * The network, with its layers.
   *
   * @param tf builds operations outside of any pass, for instance constants
   * @param parameters takes its variables
   */
  Network network(Ops tf, Parameters parameters, TrainingData data);

  /**
   * What makes the network in every graph that a fit or a saved model needs of it; to be overridden
   * where the networks share work, for instance factors fitted before.
   *
   * @param threads how many that work may use, at least 1; its result does not depend on them
   */
  default NetworkFactory networks(TrainingData data, int threads) {
    return (tf, parameters) -> network(tf, parameters, data);
  }

  @Override
  default void check(Device device) {
    if (device.kind() == Device.Kind.GPU) {
      Placement.of(device, false, note -> {});
    }
  }

  @Override
  default SavableModel fit(TrainingData data, FitContext context) {
    return NetworkTraining.fit(
        data,
        context,
        training(),
        batches(data, context.seed().derive("batches")),
        networks(data, context.threads()));
  }

  @Override
  default SavableModel restore(Path folder, TrainingData data, FitContext context) {
    return NetworkTraining.restore(folder, data, context, networks(data, context.threads()));
  }
}
