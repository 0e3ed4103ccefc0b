package org.trellisrec.metrics.grouped;

import java.util.Map;
import java.util.function.Supplier;
import org.trellisrec.spi.RankedList;
import org.trellisrec.spi.SystemMetric;
import org.trellisrec.spi.TaskContext;
import org.trellisrec.spi.UserMetric;

/**
 * The mean of a metric over users, as a metric over all lists together.
 *
 * @param metric one value per user
 */
record MeanOf(UserMetric metric) implements SystemMetric<MeanOf.Mean> {
  @Override
  public Supplier<Mean> bind(TaskContext task) {
    UserMetric.PerUser bound = metric.bind(task);
    return () -> new Mean(bound);
  }

  /** Sum and number of the values. */
  static final class Mean implements Accumulator<Mean> {
    private final UserMetric.PerUser metric;
    private double sum;
    private int count;

    private Mean(UserMetric.PerUser metric) {
      this.metric = metric;
    }

    @Override
    public void add(RankedList list) {
      double value = metric.value(list);
      if (!Double.isNaN(value)) {
        sum += value;
        count++;
      }
    }

    @Override
    public void merge(Mean other) {
      sum += other.sum;
      count += other.count;
    }

    @Override
    public double result() {
      return count == 0 ? Double.NaN : sum / count;
    }

    @Override
    public Map<String, Integer> users(String label) {
      return Map.of(label, count);
    }
  }
}
