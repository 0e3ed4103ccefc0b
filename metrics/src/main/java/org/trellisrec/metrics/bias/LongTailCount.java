package org.trellisrec.metrics.bias;

import jakarta.inject.Inject;
import org.trellisrec.data.ItemSet;
import org.trellisrec.spi.Summary;
import org.trellisrec.spi.TaskContext;
import org.trellisrec.spi.UserMetric;

/**
 * Average coverage of long-tail items (ACLT): the number of long-tail items in a list.
 *
 * <pre>|L_u ∩ tail|</pre>
 *
 * The tail is what the short head leaves over; the short head holds the most popular items that
 * together have 80% of the training interactions or, with {@code short_head: items}, the training
 * items without the 80% least popular ones. Range [0, k]; higher means less popularity bias. It is
 * k times APLT for full lists, and no coverage of the catalogue. An empty list has the value 0; NaN
 * without users. Every user counts, relevant items or not.
 *
 * <p>Conventions: {@code standard} counts items unknown to training as tail, {@code elliot} does
 * not. RecBole does not define it and follows the standard.
 *
 * <p>Source: Abdollahpouri, Burke and Mobasher, Managing popularity bias in recommender systems
 * with personalized re-ranking, FLAIRS 2019, doi:10.48550/arXiv.1901.07555.
 */
@Summary(
    value = "The number of long-tail items in a list.",
    source = "Abdollahpouri et al., FLAIRS 2019, doi:10.48550/arXiv.1901.07555")
public final class LongTailCount implements UserMetric {
  private final ShortHead shortHead;

  /** Takes the rule from the parameters. */
  @Inject
  public LongTailCount(ShortHeadParams params) {
    this.shortHead = params.shortHead();
  }

  @Override
  public String label(String name) {
    return shortHead.label(name);
  }

  @Override
  public PerUser bind(TaskContext task) {
    ItemSet tail = PopularityGroups.tail(task, shortHead, PopularityGroups.SHARE);
    return list -> PopularityGroups.countIn(tail, list);
  }
}
