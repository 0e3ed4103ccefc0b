package org.trellisrec.spi;

import org.trellisrec.data.TrainingData;

/** A recipe for a model: hyperparameters and nothing else. Injected with its own params record. */
public interface Recommender {
  /**
   * Learns from the training data.
   *
   * @param data the training interactions and side information
   * @param context seed, threads, and the engine's callbacks
   * @return a model that no longer changes
   * @throws InputException if the data lack what this recommender needs
   */
  Model fit(TrainingData data, FitContext context);
}
