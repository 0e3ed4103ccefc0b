package org.trellisrec.metrics.novelty;

import jakarta.inject.Inject;
import org.trellisrec.spi.Summary;
import org.trellisrec.spi.TaskContext;
import org.trellisrec.spi.UserMetric;

/**
 * How much information the relevant recommended items carry, discounted by rank.
 *
 * <pre>
 * sum_p rel(p) d(p) -log2(pop(i_p) / |training interactions|) / sum_p d(p),  d(p) = 1 / log2(p + 2)
 * </pre>
 *
 * Novelty is {@code -log2(pop(i) / |training interactions|)} in bits; an item unknown to training
 * counts as the rarest known one. Range [0, log2 |training interactions|]. Higher is better. A user
 * without relevant items has no value; an empty list scores 0. The conventions agree; RecBole does
 * not define it.
 *
 * <p>Source: Vargas and Castells, Rank and relevance in novelty and diversity metrics for
 * recommender systems, RecSys 2011, doi:10.1145/2043932.2043955.
 */
@Summary(
    value = "How much information the relevant recommended items carry, discounted by rank.",
    source = "Vargas and Castells, RecSys 2011, doi:10.1145/2043932.2043955")
public final class ExpectedFreeDiscovery implements UserMetric {
  /** Takes no parameters. */
  @Inject
  public ExpectedFreeDiscovery() {}

  @Override
  public PerUser bind(TaskContext task) {
    return new DiscountedNovelty(ItemNovelty.information(task), Relevance.BINARY.in(task));
  }
}
