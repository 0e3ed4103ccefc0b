package org.trellisrec.metrics.bias;

import jakarta.inject.Inject;
import org.trellisrec.spi.Convention;
import org.trellisrec.spi.Popularity;
import org.trellisrec.spi.Summary;
import org.trellisrec.spi.TaskContext;
import org.trellisrec.spi.UserMetric;

/**
 * Average recommendation popularity (ARP): how many training users the recommended items have.
 *
 * <pre>mean over items of L_u of pop(i)</pre>
 *
 * with {@code pop(i)} the number of training users of item i, 0 for an item unknown to training.
 * Range [0, number of training users]; lower means less popularity bias. The divisor is the actual
 * length of the list; an empty list has no value. Every user with a list counts, relevant items or
 * not. The conventions agree; RecBole calls it AveragePopularity.
 *
 * <p>Source: Yin, Cui, Li, Yao and Chen, Challenging the long tail recommendation, PVLDB 5(9),
 * 2012, doi:10.14778/2311906.2311916.
 */
@Summary(
    value = "How many training users the recommended items have, on average.",
    source = "Yin et al., PVLDB 5(9), 2012, doi:10.14778/2311906.2311916")
public final class RecommendationPopularity implements UserMetric {
  /** Takes no parameters. */
  @Inject
  public RecommendationPopularity() {}

  @Override
  public boolean higherIsBetter(Convention convention) {
    return false;
  }

  @Override
  public PerUser bind(TaskContext task) {
    Popularity popularity = task.popularity();
    return list -> {
      long sum = 0;
      for (int rank = 0; rank < list.size(); rank++) {
        sum += popularity.count(list.item(rank));
      }
      return list.size() == 0 ? Double.NaN : (double) sum / list.size();
    };
  }
}
