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
   * Checks that the data have the modalities that this recommender needs, and that files of its own
   * can be read. Called before anything is trained, for every choice of hyperparameters: with the
   * modalities of the data, and on each split with what is kept of those who occur in training, and
   * of no others.
   *
   * @param side the modalities there are; the default needs none
   * @throws InputException naming what is missing or wrong, and what there is
   */
  default void check(SideInformation side) {}

  /**
   * Checks that this machine has what the recommender is to compute on. Called before anything is
   * read.
   *
   * @param device what the user wants; the default computes on the CPU whatever that is
   * @throws InputException if the device is missing
   */
  default void check(Device device) {}

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
