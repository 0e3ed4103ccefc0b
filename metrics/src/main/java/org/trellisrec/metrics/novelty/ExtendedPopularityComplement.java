package org.trellisrec.metrics.novelty;

import jakarta.inject.Inject;
import org.trellisrec.metrics.Labels;
import org.trellisrec.spi.Summary;
import org.trellisrec.spi.TaskContext;
import org.trellisrec.spi.UserMetric;

/**
 * How unpopular the recommended items are, weighted by relevance and rank.
 *
 * <p>{@link ExpectedPopularityComplement} with the weight w(p) of the recommended item in the place
 * of rel(p). A user without relevant items has no value; an empty list scores 0.
 *
 * <p>Conventions: the discounted weight is {@code (2^r - 1) / 2^max r} in {@code standard}, with
 * the largest held-out rating of the task, and {@code 2^(r - threshold + 1) - 1} in {@code elliot},
 * where values may therefore exceed the range. RecBole does not define it and follows the standard.
 *
 * <p>Source: Vargas and Castells, Rank and relevance in novelty and diversity metrics for
 * recommender systems, RecSys 2011, doi:10.1145/2043932.2043955.
 */
@Summary(
    value = "How unpopular the recommended items are, weighted by relevance and rank.",
    source = "Vargas and Castells, RecSys 2011, doi:10.1145/2043932.2043955")
public final class ExtendedPopularityComplement implements UserMetric {
  private final Relevance relevance;

  /** Weighs as the parameters say. */
  @Inject
  public ExtendedPopularityComplement(RelevanceParams params) {
    this.relevance = params.relevance();
  }

  @Override
  public String label(String name) {
    return Labels.with(name, "relevance", relevance, Relevance.BINARY);
  }

  @Override
  public PerUser bind(TaskContext task) {
    return new DiscountedNovelty(ItemNovelty.complement(task), relevance.in(task));
  }
}
