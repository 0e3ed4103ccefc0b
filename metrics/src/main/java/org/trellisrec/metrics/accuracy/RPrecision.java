package org.trellisrec.metrics.accuracy;

import jakarta.inject.Inject;
import org.trellisrec.spi.RankedList;
import org.trellisrec.spi.Summary;
import org.trellisrec.spi.TaskContext;
import org.trellisrec.spi.UserMetric;

/**
 * Precision at the position where precision and recall meet: after as many items as are relevant.
 *
 * <pre>|first min(k, |R_u|) of L_u ∩ R_u| / |R_u|</pre>
 *
 * The original has no cutoff; where a user has more than k relevant items, the places beyond k
 * count as misses. Range [0, 1], higher is better. A user without relevant items has no value; an
 * empty list scores 0. The conventions agree; neither Elliot nor RecBole defines it.
 *
 * <p>Source: Buckley and Voorhees, Evaluating evaluation measure stability, SIGIR 2000,
 * doi:10.1145/345508.345543.
 */
@Summary(
    value = "Precision after as many items as are relevant.",
    source = "Buckley and Voorhees, SIGIR 2000, doi:10.1145/345508.345543")
public final class RPrecision implements UserMetric {
  /** Takes no parameters. */
  @Inject
  public RPrecision() {}

  @Override
  public PerUser bind(TaskContext task) {
    return RelevantUsers.only(RPrecision::value);
  }

  private static double value(RankedList list) {
    int hits = 0;
    int relevant = list.truth().size();
    for (int rank = 0; rank < Math.min(list.size(), relevant); rank++) {
      hits += list.isRelevant(rank) ? 1 : 0;
    }
    return (double) hits / relevant;
  }
}
