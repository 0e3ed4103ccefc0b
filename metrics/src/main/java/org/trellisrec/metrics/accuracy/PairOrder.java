package org.trellisrec.metrics.accuracy;

import org.trellisrec.data.Interactions;
import org.trellisrec.spi.RankedList;
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

  /** The sum of the ranks of the hits in a list; equal scores in it share their mean rank. */
  static double meanRanksOfHits(RankedList list) {
    double sum = 0;
    int first = 0;
    while (first < list.size()) {
      int last = first;
      int hits = list.isRelevant(first) ? 1 : 0;
      while (last + 1 < list.size() && list.score(last + 1) == list.score(first)) {
        last++;
        hits += list.isRelevant(last) ? 1 : 0;
      }
      sum += hits * (first + last) / 2.0;
      first = last + 1;
    }
    return sum;
  }

  /**
   * Elliot's number of irrelevant items of a user: training items without the user's own, without
   * the number of relevant items whether known to training or not, plus one.
   */
  static double elliotIrrelevant(TaskContext task, int trainItems, int user, int relevant) {
    Interactions train = task.train();
    return trainItems - train.count(user) - relevant + 1;
  }
}
