package org.trellisrec.metrics.accuracy;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.trellisrec.spi.Metric;
import org.trellisrec.spi.RankedList;
import org.trellisrec.spi.TaskContext;
import org.trellisrec.spi.UserMetric;

/**
 * The weighted harmonic mean of two metrics per user; 0 where both are 0, NaN where either is.
 *
 * @param squaredBeta the weight of the second metric relative to the first
 */
record WeightedHarmonicMean(UserMetric.PerUser first, UserMetric.PerUser second, double squaredBeta)
    implements UserMetric.PerUser {

  static WeightedHarmonicMean of(
      UserMetric first, UserMetric second, double beta, TaskContext task) {
    return new WeightedHarmonicMean(first.bind(task), second.bind(task), beta * beta);
  }

  /** What both metrics together require. */
  static Set<Metric.Requirement> requirements(UserMetric first, UserMetric second) {
    Set<Metric.Requirement> both = EnumSet.noneOf(Metric.Requirement.class);
    both.addAll(first.requires());
    both.addAll(second.requires());
    return both;
  }

  /** What both metrics have to say of how they go with the data. */
  static List<String> notes(UserMetric first, UserMetric second, List<TaskContext> tasks) {
    List<String> both = new ArrayList<>(first.notes(tasks));
    both.addAll(second.notes(tasks));
    return both;
  }

  @Override
  public double value(RankedList list) {
    double a = first.value(list);
    double b = second.value(list);
    double divisor = squaredBeta * a + b;
    return divisor == 0 ? 0 : (1 + squaredBeta) * a * b / divisor;
  }
}
