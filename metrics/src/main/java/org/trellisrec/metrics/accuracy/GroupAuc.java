package org.trellisrec.metrics.accuracy;

import jakarta.inject.Inject;
import java.util.Set;
import org.trellisrec.spi.RankedList;
import org.trellisrec.spi.Summary;
import org.trellisrec.spi.TaskContext;
import org.trellisrec.spi.Truth;
import org.trellisrec.spi.UserMetric;

/**
 * Area under the ROC curve of every user on its own, so that users can be compared and tested.
 *
 * <pre>
 * AUC_u = sum over i in R_u, j irrelevant candidate of
 *     [score(i) > score(j)] + [score(i) = score(j)] / 2, over the number of pairs
 * </pre>
 *
 * It has no cutoff: every cutoff shows the same value. Range [0, 1], higher is better; a random
 * order has 0.5. A relevant item that was not ranked loses all its pairs. Equal scores are half a
 * pair, as in scikit-learn. A user without relevant items or without irrelevant candidates has no
 * value; NaN if no user has one.
 *
 * <p>Conventions: {@code standard} gives every user the same weight. {@code recbole} weighs users
 * in the mean by their number of relevant items, as the source does; the values of single users,
 * and with them the tests of significance, know no weights. {@code elliot} takes the order of the
 * list for equal scores and {@code sum over ranked relevant items of (n_u - rank + earlier hits) /
 * n_u / |R_u|} with n_u = training items without the user's, less |R_u|, plus 1. A user with n_u
 * below 1, by which Elliot divides all the same, has no value; values are below 0 if more than n_u
 * irrelevant items are before a relevant one, as items unknown to training can be.
 *
 * <p>Source: Zhu, Jin, Tan, Pan, Zeng, Li and Gai, Optimized cost per click in Taobao display
 * advertising, KDD 2017, doi:10.1145/3097983.3098134.
 */
@Summary(
    value = "The area under the ROC curve of every user on its own.",
    source = "Zhu et al., KDD 2017, doi:10.1145/3097983.3098134")
public final class GroupAuc implements UserMetric {
  /** Takes no parameters. */
  @Inject
  public GroupAuc() {}

  @Override
  public Set<Requirement> requires() {
    return Set.of(Requirement.FULL_RANKING);
  }

  @Override
  public PerUser bind(TaskContext task) {
    PerUser area = RelevantUsers.only(list -> PairOrder.share(list.truth()));
    return switch (task.convention()) {
      case STANDARD -> area;
      case ELLIOT -> {
        int trainItems = task.popularity().trained().size();
        yield RelevantUsers.only(list -> elliot(task, trainItems, list));
      }
      case RECBOLE -> new ByRelevantItems(area);
    };
  }

  private static double elliot(TaskContext task, int trainItems, RankedList list) {
    Truth truth = list.truth();
    double irrelevant = PairOrder.elliotIrrelevant(task, trainItems, list.user(), truth.size());
    return RankedHits.of(truth).elliotSum(irrelevant) / truth.size();
  }

  /** A value by which a user weighs as much as there are relevant items. */
  private record ByRelevantItems(PerUser metric) implements PerUser {
    @Override
    public double value(RankedList list) {
      return metric.value(list);
    }

    @Override
    public double weight(RankedList list) {
      return list.truth().size();
    }
  }
}
