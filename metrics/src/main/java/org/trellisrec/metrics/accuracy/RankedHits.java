package org.trellisrec.metrics.accuracy;

import org.trellisrec.spi.RankedList;
import org.trellisrec.spi.Truth;

/**
 * The relevant items of a user that were ranked.
 *
 * @param count how many
 * @param ranks the sum of their ranks, which count from 0
 */
record RankedHits(long count, long ranks) {
  /** Those of the whole ranking. */
  static RankedHits of(Truth truth) {
    long count = 0;
    long ranks = 0;
    for (int i = 0; i < truth.size(); i++) {
      count += truth.rank(i) >= 0 ? 1 : 0;
      ranks += Math.max(0, truth.rank(i));
    }
    return new RankedHits(count, ranks);
  }

  /** Those of a list. */
  static RankedHits of(RankedList list) {
    long ranks = 0;
    for (int rank = 0; rank < list.size(); rank++) {
      ranks += list.isRelevant(rank) ? rank : 0;
    }
    return new RankedHits(list.hits(), ranks);
  }

  /**
   * Elliot's sum over the hits of the share of irrelevant items below them; 0 without hits.
   *
   * @param irrelevant number of irrelevant items as {@link PairOrder#elliotIrrelevant} has it
   * @return NaN if there is no such number
   */
  double elliotSum(double irrelevant) {
    return count - (ranks - count * (count - 1) / 2) / irrelevant;
  }
}
