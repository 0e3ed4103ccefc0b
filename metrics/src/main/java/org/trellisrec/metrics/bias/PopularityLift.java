package org.trellisrec.metrics.bias;

import jakarta.inject.Inject;
import org.trellisrec.data.Interactions;
import org.trellisrec.spi.Convention;
import org.trellisrec.spi.Popularity;
import org.trellisrec.spi.RankedList;
import org.trellisrec.spi.Summary;
import org.trellisrec.spi.TaskContext;
import org.trellisrec.spi.UserMetric;

/**
 * Popularity lift (PL): how much more popular the recommended items are than those of the user's
 * own history.
 *
 * <pre>(mean pop over L_u - mean pop over H_u) / mean pop over H_u</pre>
 *
 * with {@code pop(i)} the number of training users of item i and H_u the user's visible history.
 * Range [-1, infinity): 0 if the list is as popular as the history, positive if more popular; lower
 * means less popularity bias. An empty list, an empty history (a cold user) and a history of items
 * unknown to training have no value. The conventions agree; neither Elliot nor RecBole defines it.
 *
 * <p>Source: Abdollahpouri, Mansoury, Burke and Mobasher, The connection between popularity bias,
 * calibration, and fairness in recommendation, RecSys 2020, doi:10.1145/3383313.3418487; there for
 * the mean of a group of users, here per user.
 */
@Summary(
    value = "How much more popular the recommended items are than those of the user's history.",
    source = "Abdollahpouri et al., RecSys 2020, doi:10.1145/3383313.3418487")
public final class PopularityLift implements UserMetric {
  /** Takes no parameters. */
  @Inject
  public PopularityLift() {}

  @Override
  public boolean higherIsBetter(Convention convention) {
    return false;
  }

  @Override
  public PerUser bind(TaskContext task) {
    Popularity popularity = task.popularity();
    Interactions history = task.task().history();
    return list -> {
      double own = ofHistory(popularity, history, list.user());
      return own > 0 ? (ofList(popularity, list) - own) / own : Double.NaN;
    };
  }

  private static double ofList(Popularity popularity, RankedList list) {
    long sum = 0;
    for (int rank = 0; rank < list.size(); rank++) {
      sum += popularity.count(list.item(rank));
    }
    return (double) sum / list.size();
  }

  private static double ofHistory(Popularity popularity, Interactions history, int user) {
    long sum = 0;
    for (int p = history.start(user); p < history.end(user); p++) {
      sum += popularity.count(history.column(p));
    }
    return (double) sum / history.count(user);
  }
}
