package org.trellisrec.metrics.grouped;

import java.util.Map;
import java.util.function.Supplier;
import org.trellisrec.metrics.UserMean;
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

  /** The mean over the users seen. */
  static final class Mean implements Accumulator<Mean> {
    private final UserMetric.PerUser metric;
    private final UserMean mean = new UserMean();

    private Mean(UserMetric.PerUser metric) {
      this.metric = metric;
    }

    @Override
    public void add(RankedList list) {
      mean.add(metric, list);
    }

    @Override
    public void merge(Mean other) {
      mean.merge(other.mean);
    }

    @Override
    public double result() {
      return mean.value();
    }

    @Override
    public Map<String, Integer> users(String label) {
      return Map.of(label, mean.users());
    }
  }
}
