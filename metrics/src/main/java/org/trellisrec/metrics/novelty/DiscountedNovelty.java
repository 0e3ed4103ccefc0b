package org.trellisrec.metrics.novelty;

import org.trellisrec.metrics.LogDiscount;
import org.trellisrec.spi.RankedList;
import org.trellisrec.spi.UserMetric;

/**
 * The mean novelty of a list, weighted by relevance and by rank. NaN for a user without relevant
 * items, 0 for an empty list.
 *
 * @param novelty by item
 * @param relevance weight of relevance
 */
record DiscountedNovelty(double[] novelty, Relevance.Weight relevance)
    implements UserMetric.PerUser {
  @Override
  public double value(RankedList list) {
    if (list.truth().size() == 0) {
      return Double.NaN;
    }
    double sum = 0;
    double norm = 0;
    for (int rank = 0; rank < list.size(); rank++) {
      double discount = LogDiscount.at(rank);
      sum += relevance.of(list, rank) * discount * novelty[list.item(rank)];
      norm += discount;
    }
    return norm == 0 ? 0 : sum / norm;
  }
}
