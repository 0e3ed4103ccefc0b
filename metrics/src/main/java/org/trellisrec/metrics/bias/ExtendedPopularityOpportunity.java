package org.trellisrec.metrics.bias;

import jakarta.inject.Inject;
import java.util.function.Supplier;
import org.trellisrec.metrics.Labels;
import org.trellisrec.spi.Convention;
import org.trellisrec.spi.Param;
import org.trellisrec.spi.Summary;
import org.trellisrec.spi.SystemMetric;
import org.trellisrec.spi.TaskContext;

/**
 * Popularity-based ranking equal opportunity with a short head of any size: how far popular and
 * unpopular relevant items, by any share, differ in being recommended.
 *
 * <pre>std(q_head, q_tail) / mean(q_head, q_tail),
 * q_g = sum_u |L_u ∩ R_u ∩ g| / sum_u |R_u ∩ g minus what is kept out of u's lists|</pre>
 *
 * with the short head of the most popular items that together have the given share of the training
 * interactions or, with {@code short_head: items}, the training items without the given share of
 * the least popular ones, the tail the other items, and the standard deviation of the population.
 * Range [0, 1]: 0 if both groups have the same chance, 1 if one of them has none. Lower is better.
 * NaN if a group has no relevant item or nothing relevant is recommended. Only users with relevant
 * items matter.
 *
 * <p>Conventions: {@code standard} counts relevant items unknown to training in the tail; {@code
 * elliot} leaves them out. RecBole does not define it and follows the standard.
 *
 * <p>Source: Zhu, Wang and Caverlee, Measuring and mitigating item under-recommendation bias in
 * personalized ranking systems, SIGIR 2020, doi:10.1145/3397271.3401177.
 */
@Summary(
    value =
        "How far popular and unpopular relevant items, by any share, differ in being recommended.",
    source = "Zhu et al., SIGIR 2020, doi:10.1145/3397271.3401177")
public final class ExtendedPopularityOpportunity implements SystemMetric<GroupParity> {
  private final Params params;

  /**
   * Parameters.
   *
   * @param popRatio in (0, 1]; of the interactions in the short head, or of the items in the tail
   * @param shortHead which of both
   */
  public record Params(
      @Param(
              description =
                  "Share of the training interactions that makes up the short head or, with"
                      + " short_head: items, of the training items that makes up the tail.",
              byDefault = "0.8",
              min = 0,
              aboveMin = true,
              max = 1)
          double popRatio,
      @Param(
              description = "Whether pop_ratio is a share of interactions or of items.",
              byDefault = "interactions")
          ShortHead shortHead) {}

  /** Takes share and rule from the parameters. */
  @Inject
  public ExtendedPopularityOpportunity(Params params) {
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
