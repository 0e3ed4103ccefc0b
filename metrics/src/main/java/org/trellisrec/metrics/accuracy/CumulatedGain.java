package org.trellisrec.metrics.accuracy;

import java.util.function.DoubleUnaryOperator;
import org.trellisrec.metrics.LogDiscount;
import org.trellisrec.spi.RankedList;
import org.trellisrec.spi.UserMetric;

/**
 * Discounted cumulated gain over that of the ideal list.
 *
 * @param gain gain of a relevant item from its rating, at least 0
 */
record CumulatedGain(DoubleUnaryOperator gain) implements UserMetric.PerUser {
  @Override
  public double value(RankedList list) {
    double ideal = 0;
    int best = Math.min(list.cutoff(), list.truth().size());
    for (int rank = 0; rank < best; rank++) {
      ideal += gain.applyAsDouble(list.truth().idealRating(rank)) * LogDiscount.at(rank);
    }
    if (ideal == 0) {
      return Double.NaN;
    }
    double reached = 0;
    for (int rank = 0; rank < list.size(); rank++) {
      if (list.isRelevant(rank)) {
        reached += gain.applyAsDouble(list.rating(rank)) * LogDiscount.at(rank);
      }
    }
    return reached / ideal;
  }
}
