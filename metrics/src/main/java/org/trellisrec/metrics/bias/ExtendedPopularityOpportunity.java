package org.trellisrec.metrics.bias;

import jakarta.inject.Inject;
import java.util.function.Supplier;
import org.trellisrec.metrics.Labels;
import org.trellisrec.spi.Convention;
import org.trellisrec.spi.Summary;
import org.trellisrec.spi.SystemMetric;
import org.trellisrec.spi.TaskContext;

/**
 * Popularity-based ranking equal opportunity with a short head of any size: {@link
 * PopularityOpportunity}, but for the short head, which is the most popular items that together
 * have the given share of the training interactions or, with {@code short_head: items}, the
 * training items without the given share of the least popular ones.
 *
 * <p>Source: Zhu, Wang and Caverlee, Measuring and mitigating item under-recommendation bias in
 * personalized ranking systems, SIGIR 2020, doi:10.1145/3397271.3401177.
 */
@Summary(
    value =
        "How far popular and unpopular relevant items, by any share, differ in being recommended.",
    source = "Zhu et al., SIGIR 2020, doi:10.1145/3397271.3401177")
public final class ExtendedPopularityOpportunity implements SystemMetric<GroupParity> {
  private final PopRatioParams params;

  /** Takes share and rule from the parameters. */
  @Inject
  public ExtendedPopularityOpportunity(PopRatioParams params) {
    this.params = params;
  }

  @Override
  public String label(String name) {
    return Labels.with(
        params.shortHead().label(name), "pop_ratio", params.popRatio(), PopularityGroups.SHARE);
  }

  @Override
  public boolean higherIsBetter(Convention convention) {
    return false;
  }

  @Override
  public Supplier<GroupParity> bind(TaskContext task) {
    int[] groups = PopularityGroups.groups(task, params.shortHead(), params.popRatio());
    return GroupParity.ofOpportunity(new ItemGroups(task, groups, 2));
  }
}
