package org.trellisrec.metrics.novelty;

import jakarta.inject.Inject;
import java.util.Arrays;
import org.trellisrec.spi.RankedList;
import org.trellisrec.spi.Summary;
import org.trellisrec.spi.TaskContext;
import org.trellisrec.spi.UserMetric;

/**
 * The mean self-information of the recommended items, relevant or not, in bits.
 *
 * <pre>mean over items of L_u of log2(|training users| / max(1, pop(i)))</pre>
 *
 * with {@code pop(i)} the number of training users of item i; an item unknown to training counts as
 * if one user had it. Range [0, log2 |training users|], higher is more novel. An empty list has no
 * value; nor has any if nobody was trained on. Every user with a list counts, relevant items or
 * not. The conventions agree; neither Elliot nor RecBole defines it.
 *
 * <p>Source: Zhou, Kuscsik, Liu, Medo, Wakeling and Zhang, Solving the apparent diversity-accuracy
 * dilemma of recommender systems, PNAS 107(10), 2010, doi:10.1073/pnas.1000488107.
 */
@Summary(
    value = "The mean self-information of the recommended items, in bits.",
    source = "Zhou et al., PNAS 107(10), 2010, doi:10.1073/pnas.1000488107")
public final class SelfInformation implements UserMetric {
  /** Takes no parameters. */
  @Inject
  public SelfInformation() {}

  @Override
  public PerUser bind(TaskContext task) {
    int users = task.trainedUsers();
    double[] bits = new double[task.train().columns()];
    Arrays.setAll(
        bits,
        item -> {
          double share = (double) users / Math.max(1, task.popularity().count(item));
          return users == 0 ? Double.NaN : Math.log(share) / Math.log(2);
        });
    return list -> mean(bits, list);
  }

  private static double mean(double[] bits, RankedList list) {
    double sum = 0;
    for (int rank = 0; rank < list.size(); rank++) {
      sum += bits[list.item(rank)];
    }
    return list.size() == 0 ? Double.NaN : sum / list.size();
  }
}
