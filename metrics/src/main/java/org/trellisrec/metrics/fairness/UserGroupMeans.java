package org.trellisrec.metrics.fairness;

import java.util.Arrays;
import java.util.Map;
import org.trellisrec.metrics.UserMean;
import org.trellisrec.metrics.clustering.Clustering;
import org.trellisrec.spi.Convention;
import org.trellisrec.spi.RankedList;
import org.trellisrec.spi.SystemMetric;
import org.trellisrec.spi.UserMetric;

/** How far the means of a value per user differ between clusters of users. */
public final class UserGroupMeans implements SystemMetric.Accumulator<UserGroupMeans> {
  private final UserMetric.PerUser metric;
  private final Clustering users;
  private final Convention convention;
  private final UserMean[] means;

  UserGroupMeans(UserMetric.PerUser metric, Clustering users, Convention convention) {
    this.metric = metric;
    this.users = users;
    this.convention = convention;
    this.means = new UserMean[users.size()];
    Arrays.setAll(means, group -> new UserMean());
  }

  @Override
  public void add(RankedList list) {
    int group = users.of()[list.user()];
    if (group >= 0) {
      means[group].add(metric, list);
    }
  }

  @Override
  public void merge(UserGroupMeans other) {
    for (int group = 0; group < means.length; group++) {
      means[group].merge(other.means[group]);
    }
  }

  @Override
  public double result() {
    return PairwiseDifference.of(
        Arrays.stream(means).mapToDouble(UserMean::value).toArray(), convention);
  }

  @Override
  public Map<String, Integer> users(String label) {
    return Map.of(label, Arrays.stream(means).mapToInt(UserMean::users).sum());
  }
}
