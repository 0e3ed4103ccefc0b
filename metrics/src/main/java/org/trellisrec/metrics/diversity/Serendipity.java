package org.trellisrec.metrics.diversity;

import jakarta.inject.Inject;
import org.trellisrec.spi.RankedList;
import org.trellisrec.spi.Summary;
import org.trellisrec.spi.TaskContext;
import org.trellisrec.spi.UserMetric;

/**
 * Serendipity: the share of recommended items that are relevant and that the popularity model would
 * not have recommended.
 *
 * <pre>|(L_u without B_u) ∩ R_u| / k</pre>
 *
 * with B_u the k most popular candidates outside the user's history (ties: lower index first). The
 * divisor is k for shorter lists too. Range [0, 1], higher is better. A user without relevant items
 * has no value; an empty list scores 0. The conventions agree; neither Elliot nor RecBole defines
 * it.
 *
 * <p>Source: Ge, Delgado-Battenfeld and Jannach, Beyond accuracy: evaluating recommender systems by
 * coverage and serendipity, RecSys 2010, doi:10.1145/1864708.1864761.
 */
@Summary(
    value = "The share of items that are relevant and not among the most popular ones.",
    source = "Ge et al., RecSys 2010, doi:10.1145/1864708.1864761")
public final class Serendipity implements UserMetric {
  /** Takes no parameters. */
  @Inject
  public Serendipity() {}

  @Override
  public PerUser bind(TaskContext task) {
    PopularityBaseline baseline = PopularityBaseline.of(task);
    return list -> list.truth().size() == 0 ? Double.NaN : value(list, baseline);
  }

  private static double value(RankedList list, PopularityBaseline baseline) {
    int unexpected = 0;
    for (int rank = 0; rank < list.size(); rank++) {
      if (list.isRelevant(rank)
          && !baseline.recommends(list.user(), list.item(rank), list.cutoff())) {
        unexpected++;
      }
    }
    return (double) unexpected / list.cutoff();
  }
}
