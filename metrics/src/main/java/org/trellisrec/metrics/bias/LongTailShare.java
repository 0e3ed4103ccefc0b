package org.trellisrec.metrics.bias;

import jakarta.inject.Inject;
import org.trellisrec.data.ItemSet;
import org.trellisrec.spi.Convention;
import org.trellisrec.spi.Popularity;
import org.trellisrec.spi.Summary;
import org.trellisrec.spi.TaskContext;
import org.trellisrec.spi.UserMetric;

/**
 * Average percentage of long-tail items (APLT), as a fraction.
 *
 * <pre>|L_u ∩ tail| / |L_u|</pre>
 *
 * The tail is what the short head leaves over; the short head holds the most popular items that
 * together have 80% of the training interactions or, with {@code short_head: items}, the training
 * items without the 80% least popular ones. Range [0, 1]; higher means less popularity bias. An
 * empty list has no value. Every user with a list counts, relevant items or not.
 *
 * <p>Conventions: {@code standard} counts items unknown to training as tail, {@code elliot} as
 * neither. {@code recbole} is its TailPercentage: the tail is the tenth of the training items
 * (rounded down, at least one) with the fewest interactions, unless the 80% of the items are asked
 * for.
 *
 * <p>Source: Abdollahpouri, Burke and Mobasher, Managing popularity bias in recommender systems
 * with personalized re-ranking, FLAIRS 2019, doi:10.48550/arXiv.1901.07555.
 */
@Summary(
    value = "The share of long-tail items in a list.",
    source = "Abdollahpouri et al., FLAIRS 2019, doi:10.48550/arXiv.1901.07555")
public final class LongTailShare implements UserMetric {
  private static final double RECBOLE_TAIL = 0.1;

  private final ShortHead shortHead;

  /** Takes the rule from the parameters. */
  @Inject
  public LongTailShare(ShortHeadParams params) {
    this.shortHead = params.shortHead();
  }

  @Override
  public String label(String name) {
    return shortHead.label(name);
  }

  @Override
  public PerUser bind(TaskContext task) {
    ItemSet tail = tail(task);
    return list ->
        list.size() == 0 ? Double.NaN : (double) PopularityGroups.countIn(tail, list) / list.size();
  }

  private ItemSet tail(TaskContext task) {
    Popularity popularity = task.popularity();
    if (task.convention() == Convention.RECBOLE && shortHead == ShortHead.INTERACTIONS) {
      int items = popularity.trained().size();
      return popularity.leastPopular(Math.max(1, (int) (RECBOLE_TAIL * items)));
    }
    return PopularityGroups.tail(task, shortHead, PopularityGroups.SHARE);
  }
}
