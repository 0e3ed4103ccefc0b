package org.trellisrec.metrics.novelty;

import jakarta.inject.Inject;
import org.trellisrec.spi.Summary;
import org.trellisrec.spi.TaskContext;
import org.trellisrec.spi.UserMetric;

/**
 * How unpopular the relevant recommended items are, discounted by rank.
 *
 * <pre>sum_p rel(p) d(p) (1 - pop(i_p) / |training users|) / sum_p d(p),  d(p) = 1 / log2(p + 2)
 * </pre>
 *
 * Novelty is the share of training users without the item: 1 for one unknown to training. Range [0,
 * 1]. Higher is better. A user without relevant items has no value; an empty list scores 0. The
 * conventions agree; RecBole does not define it.
 *
 * <p>Source: Vargas and Castells, Rank and relevance in novelty and diversity metrics for
 * recommender systems, RecSys 2011, doi:10.1145/2043932.2043955.
 */
@Summary(
    value = "How unpopular the relevant recommended items are, discounted by rank.",
    source = "Vargas and Castells, RecSys 2011, doi:10.1145/2043932.2043955")
public final class ExpectedPopularityComplement implements UserMetric {
  /** Takes no parameters. */
  @Inject
  public ExpectedPopularityComplement() {}

  @Override
  public PerUser bind(TaskContext task) {
    return new DiscountedNovelty(ItemNovelty.complement(task), Relevance.BINARY.in(task));
  }
}
