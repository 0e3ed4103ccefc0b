package org.trellisrec.spi;

import java.util.Map;
import org.trellisrec.data.SideInformation;
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

  /**
   * Checks that the data have the modalities that this recommender needs. Called before anything is
   * trained, for every choice of hyperparameters.
   *
   * @param side the modalities there are; the default needs none
   * @throws InputException naming what is missing and what there is
   */
  default void check(SideInformation side) {}

  /**
   * The recommenders that one entry of a configuration stands for, in the order in which they are
   * reported. Nearly always the recommender itself under the empty name; a folder of lists made by
   * other tools stands for one recommender per file.
   *
   * @return recommenders by the name that tells them apart within their entry
   * @throws InputException if the members cannot be listed
   */
  default Map<String, Recommender> members() {
    return Map.of("", this);
  }
}
