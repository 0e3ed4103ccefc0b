package org.trellisrec.metrics.accuracy;

import org.trellisrec.spi.TaskContext;
import org.trellisrec.spi.Truth;

/** How well relevant items are ordered before irrelevant ones, pair by pair. */
final class PairOrder {
  private PairOrder() {}

  /**
   * The share of a user's pairs (relevant item, irrelevant candidate) in which the relevant item
   * scores higher; equal scores are half a pair. A relevant item that was not ranked loses all its
   * pairs.
   *
   * @return NaN if there is no pair
   */
  static double share(Truth truth) {
    long ranked = 0;
    double ranks = 0;
    for (int i = 0; i < truth.size(); i++) {
      double rank = truth.meanRank(i);
      if (rank >= 0) {
        ranked++;
        ranks += rank;
      }
    }
    long irrelevant = truth.candidates() - ranked;
    double wrong = ranks - ranked * (ranked - 1) / 2.0;
    return (ranked * irrelevant - wrong) / ((double) truth.size() * irrelevant);
  }

  /**
   * Elliot's number of irrelevant items of a user: training items without the user's own, without
   * the number of relevant items whether known to training or not, plus one.
   *
   * @return NaN if it is below 1, so that no share of these items is one
   */
  static double elliotIrrelevant(TaskContext task, int trainItems, int user, int relevant) {
    int irrelevant = trainItems - task.train().count(user) - relevant + 1;
    return irrelevant < 1 ? Double.NaN : irrelevant;
  }
}
