package org.trellisrec.metrics.fairness;

import java.util.Arrays;
import java.util.Map;
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
  private final double[] sums;
  private final long[] counts;

  UserGroupMeans(UserMetric.PerUser metric, Clustering users, Convention convention) {
    this.metric = metric;
    this.users = users;
    this.convention = convention;
    this.sums = new double[users.size()];
    this.counts = new long[users.size()];
  }

  @Override
  public void add(RankedList list) {
    int group = users.of()[list.user()];
    double value = group < 0 ? Double.NaN : metric.value(list);
    if (!Double.isNaN(value)) {
      sums[group] += value;
      counts[group]++;
    }
  }

  @Override
  public void merge(UserGroupMeans other) {
    for (int group = 0; group < sums.length; group++) {
      sums[group] += other.sums[group];
      counts[group] += other.counts[group];
    }
  }

  @Override
  public double result() {
    return PairwiseDifference.of(sums, counts, convention);
  }

  @Override
  public Map<String, Integer> users(String label) {
    return Map.of(label, (int) Arrays.stream(counts).sum());
  }
}
