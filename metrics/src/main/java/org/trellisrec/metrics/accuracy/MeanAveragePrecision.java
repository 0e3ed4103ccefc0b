package org.trellisrec.metrics.accuracy;

import jakarta.inject.Inject;
import org.trellisrec.spi.Convention;
import org.trellisrec.spi.RankedList;
import org.trellisrec.spi.Summary;
import org.trellisrec.spi.TaskContext;
import org.trellisrec.spi.UserMetric;

/**
 * Precision averaged over the positions of the relevant items.
 *
 * <pre>AP@k = sum over hits at positions n ≤ k of P@n, divided by min(k, |R_u|)</pre>
 *
 * Range [0, 1], higher is better. A user without relevant items has no value; an empty list scores
 * 0.
 *
 * <p>Conventions: {@code standard} and {@code recbole} as above, so that a perfect list scores 1.
 * {@code elliot} averages precision over all positions, hit or not: {@code (1/k) sum_{n=1..k} P@n};
 * 1 then needs k relevant items.
 *
 * <p>Source: Buckley and Voorhees, Evaluating evaluation measure stability, SIGIR 2000,
 * doi:10.1145/345508.345543.
 */
@Summary(
    value = "Precision averaged over the positions of the relevant items.",
    source = "Buckley and Voorhees, SIGIR 2000, doi:10.1145/345508.345543")
public final class MeanAveragePrecision implements UserMetric {
  /** Takes no parameters. */
  @Inject
  public MeanAveragePrecision() {}

  @Override
  public PerUser bind(TaskContext task) {
    return RelevantUsers.only(
        task.convention() == Convention.ELLIOT
            ? MeanAveragePrecision::overAllPositions
            : MeanAveragePrecision::overHits);
  }

  private static double overHits(RankedList list) {
    int hits = 0;
    double sum = 0;
    for (int rank = 0; rank < list.size(); rank++) {
      if (list.isRelevant(rank)) {
        hits++;
        sum += (double) hits / (rank + 1);
      }
    }
    return sum / Math.min(list.cutoff(), list.truth().size());
  }

  private static double overAllPositions(RankedList list) {
    int hits = 0;
    double sum = 0;
    for (int rank = 0; rank < list.cutoff(); rank++) {
      hits += rank < list.size() && list.isRelevant(rank) ? 1 : 0;
      sum += (double) hits / (rank + 1);
    }
    return sum / list.cutoff();
  }
}
