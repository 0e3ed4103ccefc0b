package org.trellisrec.evaluation;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.trellisrec.spi.RankedList;
import org.trellisrec.spi.SystemMetric;
import org.trellisrec.spi.TaskContext;
import org.trellisrec.spi.UserMetric;

/** One metric at one cutoff, bound to a task: makes tallies, and rows from the merged tally. */
sealed interface MetricColumn {
  /** What one part of the users adds up to. */
  interface Tally {
    /**
     * Takes in one user.
     *
     * @param taskRow the user's row in the task
     */
    void add(int taskRow, RankedList list);

    /** Takes in the users of {@code other}, a tally of the same column. */
    void merge(Tally other);

    /** The values of all users taken in, by label. */
    Map<String, Double> results();

    /** Number of users behind them. */
    int users();
  }

  /** The cutoff k. */
  int cutoff();

  /** An empty tally. */
  Tally tally();

  /** The values kept per user; empty if there are none. */
  List<Evaluation.UserValues> userValues();

  /** The columns of one metric, one per cutoff. */
  static List<? extends MetricColumn> of(
      NamedMetric named, TaskContext context, int[] cutoffs, boolean keepUserValues) {
    int users = keepUserValues ? context.task().users().length : 0;
    if (named.metric() instanceof UserMetric metric) {
      UserMetric.PerUser bound = metric.bind(context);
      return Arrays.stream(cutoffs)
          .mapToObj(k -> new PerUser(named.label(), k, bound, nan(users)))
          .toList();
    }
    return perSystem(named.label(), (SystemMetric<?>) named.metric(), context, cutoffs);
  }

  private static <A extends SystemMetric.Accumulator<A>> List<PerSystem<A>> perSystem(
      String label, SystemMetric<A> metric, TaskContext context, int[] cutoffs) {
    Supplier<A> bound = metric.bind(context);
    return Arrays.stream(cutoffs).mapToObj(k -> new PerSystem<>(label, k, bound)).toList();
  }

  private static double[] nan(int length) {
    double[] values = new double[length];
    Arrays.fill(values, Double.NaN);
    return values;
  }

  /**
   * A metric with one value per user.
   *
   * @param values one per user of the task, or of length 0 if they are not kept
   */
  record PerUser(String label, int cutoff, UserMetric.PerUser metric, double[] values)
      implements MetricColumn {
    @Override
    public List<Evaluation.UserValues> userValues() {
      return values.length == 0
          ? List.of()
          : List.of(new Evaluation.UserValues(label, cutoff, values));
    }

    @Override
    public Tally tally() {
      return new MeanTally();
    }

    private final class MeanTally implements Tally {
      private final Mean mean = new Mean();

      @Override
      public void add(int taskRow, RankedList list) {
        double value = metric.value(list);
        mean.add(value);
        if (values.length > 0) {
          values[taskRow] = value;
        }
      }

      @Override
      public void merge(Tally other) {
        mean.merge(((MeanTally) other).mean);
      }

      @Override
      public Map<String, Double> results() {
        return Map.of(label, mean.value());
      }

      @Override
      public int users() {
        return mean.count();
      }
    }
  }

  /** A metric over all lists together. */
  record PerSystem<A extends SystemMetric.Accumulator<A>>(
      String label, int cutoff, Supplier<A> accumulators) implements MetricColumn {
    @Override
    public List<Evaluation.UserValues> userValues() {
      return List.of();
    }

    @Override
    public Tally tally() {
      return new SystemTally();
    }

    private final class SystemTally implements Tally {
      private final A accumulator = accumulators.get();
      private int users;

      @Override
      public void add(int taskRow, RankedList list) {
        accumulator.add(list);
        users++;
      }

      @Override
      @SuppressWarnings("unchecked")
      public void merge(Tally other) {
        SystemTally same = (SystemTally) other;
        accumulator.merge(same.accumulator);
        users += same.users;
      }

      @Override
      public Map<String, Double> results() {
        return new LinkedHashMap<>(accumulator.results(label));
      }

      @Override
      public int users() {
        return users;
      }
    }
  }
}
