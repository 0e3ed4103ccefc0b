package org.trellisrec.metrics.fairness;

import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Supplier;
import org.trellisrec.metrics.clustering.ClusterSource;
import org.trellisrec.metrics.clustering.Clustering;
import org.trellisrec.spi.Convention;
import org.trellisrec.spi.RankedList;
import org.trellisrec.spi.Summary;
import org.trellisrec.spi.SystemMetric;
import org.trellisrec.spi.TaskContext;

/**
 * Mean absolute deviation (UserMADrating): how far clusters of users differ in the scores of what
 * they are recommended.
 *
 * <pre>mean over pairs of clusters of |m_a - m_b|</pre>
 *
 * with m_c the mean over the users of c of the mean score of L_u. Range [0, infinity): 0 if all
 * clusters have the same mean; lower is better. NaN with fewer than two clusters. Users without a
 * list are left out.
 *
 * <p>Conventions: {@code standard} counts every user with a list; {@code elliot} only those with a
 * relevant item, and it has no value if a cluster is without users, which is left out otherwise.
 * RecBole does not define it and follows the standard.
 *
 * <p>Source: Deldjoo, Anelli, Zamani, Bellogín and Di Noia, A flexible framework for evaluating
 * user and item fairness in recommender systems, User Modeling and User-Adapted Interaction 31,
 * 2021, doi:10.1007/s11257-020-09285-1.
 */
@Summary(
    value = "How far clusters of users differ in the scores of what they are recommended.",
    source = "Deldjoo et al., UMUAI 31, 2021, doi:10.1007/s11257-020-09285-1")
public final class UserRatingDifference implements SystemMetric<UserGroupMeans> {
  private final ClusterSource clusters;

  /** Reads the file of clusters, if one is given. */
  @Inject
  public UserRatingDifference(ClusterParams params) {
    this.clusters = params.source();
  }

  @Override
  public String label(String name) {
    return name + "_" + clusters.name();
  }

  @Override
  public boolean higherIsBetter(Convention convention) {
    return false;
  }

  @Override
  public List<String> notes(List<TaskContext> tasks) {
    return clusters.userNotes(tasks.get(0).dataset());
  }

  @Override
  public Supplier<UserGroupMeans> bind(TaskContext task) {
    Clustering users = clusters.users(task);
    boolean relevantOnly = task.convention() == Convention.ELLIOT;
    return () ->
        new UserGroupMeans(
            list -> relevantOnly && list.truth().size() == 0 ? Double.NaN : meanScore(list),
            users,
            task.convention());
  }

  private static double meanScore(RankedList list) {
    double sum = 0;
    for (int rank = 0; rank < list.size(); rank++) {
      sum += list.score(rank);
    }
    return sum / list.size();
  }
}
