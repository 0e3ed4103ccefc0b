package org.trellisrec.metrics.bias;

import jakarta.inject.Inject;
import java.util.function.Supplier;
import org.trellisrec.spi.Convention;
import org.trellisrec.spi.Summary;
import org.trellisrec.spi.SystemMetric;
import org.trellisrec.spi.TaskContext;

/**
 * Popularity-based ranking equal opportunity: how far popular and unpopular relevant items differ
 * in being recommended.
 *
 * <pre>std(q_head, q_tail) / mean(q_head, q_tail),
 * q_g = sum_u |L_u ∩ R_u ∩ g| / sum_u |R_u ∩ g minus what is kept out of u's lists|</pre>
 *
 * with the short head of the most popular items that together have 80% of the training interactions
 * or, with {@code short_head: items}, the training items without the 80% least popular ones, the
 * tail the other items, and the standard deviation of the population. Range [0, 1]: 0 if both
 * groups have the same chance, 1 if one of them has none. Lower is better. NaN if a group has no
 * relevant item or nothing relevant is recommended. Only users with relevant items matter.
 *
 * <p>Conventions: {@code standard} counts relevant items unknown to training in the tail; {@code
 * elliot} leaves them out, and counts hits that are kept out of the lists where they are listed all
 * the same. RecBole does not define it and follows the standard.
 *
 * <p>Source: Zhu, Wang and Caverlee, Measuring and mitigating item under-recommendation bias in
 * personalized ranking systems, SIGIR 2020, doi:10.1145/3397271.3401177.
 */
@Summary(
    value = "How far popular and unpopular relevant items differ in being recommended.",
    source = "Zhu et al., SIGIR 2020, doi:10.1145/3397271.3401177")
public final class PopularityOpportunity implements SystemMetric<GroupParity> {
  private final ShortHead shortHead;

  /** Takes the rule from the parameters. */
  @Inject
  public PopularityOpportunity(ShortHeadParams params) {
    this.shortHead = params.shortHead();
  }

  @Override
  public String label(String name) {
    return shortHead.label(name);
  }

  @Override
  public boolean higherIsBetter(Convention convention) {
    return false;
  }

  @Override
  public Supplier<GroupParity> bind(TaskContext task) {
    int[] groups = PopularityGroups.groups(task, shortHead, PopularityGroups.SHARE);
    return GroupParity.ofOpportunity(new ItemGroups(task, groups, 2));
  }
}
