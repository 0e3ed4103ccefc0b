package org.trellisrec.metrics.accuracy;

import org.trellisrec.data.Interactions;
import org.trellisrec.spi.TaskContext;
import org.trellisrec.spi.Truth;

/** How well relevant items are ordered before irrelevant ones, pair by pair. */
final class PairOrder {
  private PairOrder() {}

  /**
   * The share of a user's pairs (relevant item, irrelevant candidate) in which the relevant item
   * ranks higher. A relevant item that was not ranked loses all its pairs.
   *
   * @return NaN if there is no pair
   */
  static double share(Truth truth) {
    long ranked = 0;
    long ranks = 0;
    for (int i = 0; i < truth.size(); i++) {
      if (truth.rank(i) >= 0) {
        ranked++;
        ranks += truth.rank(i);
      }
    }
    long irrelevant = truth.candidates() - ranked;
    long wrong = ranks - ranked * (ranked - 1) / 2;
    return (ranked * irrelevant - wrong) / ((double) truth.size() * irrelevant);
  }

  /**
   * Elliot's number of irrelevant items of a user: training items without the user's own, without
   * the number of relevant items whether known to training or not, plus one.
   */
  static double elliotIrrelevant(TaskContext task, int trainItems, int user, int relevant) {
    Interactions train = task.train();
    return trainItems - train.count(user) - relevant + 1;
  }

  /**
   * Elliot's sum over the hits of the share of irrelevant items below them.
   *
   * @param hits number of ranked relevant items
   * @param ranks sum of their ranks
   */
  static double elliotSum(long hits, long ranks, double irrelevant) {
    return hits - (ranks - hits * (hits - 1) / 2) / irrelevant;
  }
}
