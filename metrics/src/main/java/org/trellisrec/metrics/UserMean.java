package org.trellisrec.metrics;

import org.trellisrec.spi.RankedList;
import org.trellisrec.spi.UserMetric;

/**
 * The mean of a metric over some of the users, each by its weight. Of all users it may differ from
 * that of the engine in the last digits, as sums are not compensated for rounding.
 */
public final class UserMean {
  private double sum;
  private double weights;
  private int users;

  /** Nobody yet. */
  public UserMean() {}

  /** Takes in a user, unless the value is undefined. */
  public void add(UserMetric.PerUser metric, RankedList list) {
    double value = metric.value(list);
    if (!Double.isNaN(value)) {
      double weight = metric.weight(list);
      sum += value * weight;
      weights += weight;
      users++;
    }
  }

  /** Takes in the users of another mean. */
  public void merge(UserMean other) {
    sum += other.sum;
    weights += other.weights;
    users += other.users;
  }

  /** The mean by the users' weights; NaN if nobody has a value. */
  public double value() {
    return sum / weights;
  }

  /** Number of users with a value. */
  public int users() {
    return users;
  }
}
