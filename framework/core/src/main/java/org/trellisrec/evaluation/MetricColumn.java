package org.trellisrec.evaluation;

import java.nio.DoubleBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.trellisrec.spi.InputException;
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

    /** The values of all users taken in. */
    List<Evaluation.Row> results();
  }

  /** Name of the metric in result tables. */
  String label();

  /** The cutoff k. */
  int cutoff();

  /** True if the metric looks at the place of relevant items among all candidates. */
  boolean ofFullRanking();

  /** An empty tally. */
  Tally tally();

  /** The names of those values that are known to come, whatever the lists will be. */
  Collection<String> namesWithoutLists();

  /** The values kept per user; empty if there are none. */
  List<Evaluation.UserValues> userValues();

  /** The columns of metrics, one per metric and cutoff. */
  static List<MetricColumn> of(
      List<NamedMetric> metrics, TaskContext context, int[] cutoffs, boolean keepUserValues) {
    long perUser = metrics.stream().filter(m -> m.metric() instanceof UserMetric).count();
    int kept = keepUserValues ? (int) perUser * cutoffs.length : 0;
    Iterator<DoubleBuffer> room = UserValueRoom.of(kept, context.task().users().length).iterator();
    List<MetricColumn> columns = new ArrayList<>();
    for (NamedMetric named : metrics) {
      boolean ranked = named.needsPlaces();
      if (named.metric() instanceof UserMetric metric) {
        UserMetric.PerUser bound =
            NamedMetric.answer(named.label(), "bind", () -> metric.bind(context));
        for (int cutoff : cutoffs) {
          Optional<DoubleBuffer> values = kept > 0 ? Optional.of(room.next()) : Optional.empty();
          columns.add(new PerUser(named.label(), cutoff, ranked, bound, values));
        }
      } else {
        columns.addAll(perSystem(named, (SystemMetric<?>) named.metric(), context, cutoffs));
      }
    }
    return columns;
  }

  private static <A extends SystemMetric.Accumulator<A>> List<PerSystem<A>> perSystem(
      NamedMetric named, SystemMetric<A> metric, TaskContext context, int[] cutoffs) {
    Supplier<A> bound = NamedMetric.answer(named.label(), "bind", () -> metric.bind(context));
    boolean ranked = named.needsPlaces();
    boolean infinite = metric.mayBeInfinite();
    return Arrays.stream(cutoffs)
        .mapToObj(k -> new PerSystem<>(named.label(), k, ranked, bound, infinite))
        .toList();
  }

  /**
   * A metric with one value per user.
   *
   * @param values one per user of the task; empty if they are not kept
   */
  record PerUser(
      String label,
      int cutoff,
      boolean ofFullRanking,
      UserMetric.PerUser metric,
      Optional<DoubleBuffer> values)
      implements MetricColumn {
    @Override
    public Collection<String> namesWithoutLists() {
      return List.of(label);
    }

    @Override
    public List<Evaluation.UserValues> userValues() {
      return values.map(kept -> new Evaluation.UserValues(label, cutoff, kept)).stream().toList();
    }

    @Override
    public Tally tally() {
      return new MeanTally();
    }

    private final class MeanTally implements Tally {
      private final Mean mean = new Mean();
      private final DoubleBuffer kept = values.orElse(null);

      @Override
      public void add(int taskRow, RankedList list) {
        double value;
        double weight;
        try {
          value = metric.value(list);
          weight = Double.isNaN(value) ? Double.NaN : metric.weight(list);
        } catch (RuntimeException | LinkageError e) {
          throw NamedMetric.failed(label, e);
        }
        if (!Double.isNaN(value)) {
          NamedMetric.requireNumber(label, value, " for a user", cutoff);
          requireWeight(weight);
          mean.add(value, weight);
        }
        if (kept != null) {
          kept.put(taskRow, value);
        }
      }

      private void requireWeight(double weight) {
        if (!(weight > 0 && weight < Double.POSITIVE_INFINITY)) {
          throw new IllegalStateException(
              "the metric %s gives a user the weight %s; expected a number above 0; correct the plugin"
                  .formatted(label, weight));
        }
      }

      @Override
      public void merge(Tally other) {
        mean.merge(((MeanTally) other).mean);
      }

      @Override
      public List<Evaluation.Row> results() {
        return List.of(new Evaluation.Row(label, cutoff, mean.value(), mean.count()));
      }
    }
  }

  /**
   * A metric over all lists together.
   *
   * @param mayBeInfinite true if its values may be
   */
  record PerSystem<A extends SystemMetric.Accumulator<A>>(
      String label,
      int cutoff,
      boolean ofFullRanking,
      Supplier<A> accumulators,
      boolean mayBeInfinite)
      implements MetricColumn {
    @Override
    public List<Evaluation.UserValues> userValues() {
      return List.of();
    }

    @Override
    public Collection<String> namesWithoutLists() {
      A empty = accumulator();
      Map<String, Double> values;
      try {
        values = empty.results(label);
      } catch (InputException | LinkageError e) {
        throw NamedMetric.failed(label, e);
      } catch (RuntimeException e) {
        values = Map.of(); // Of no lists, a metric need not have a value.
      }
      Set<String> names =
          new LinkedHashSet<>(NamedMetric.call(label).present("results", values).keySet());
      names.add(label);
      return names;
    }

    private <V> Map<String, V> map(String method, Function<String, Map<String, V>> call) {
      Map<String, V> answer = NamedMetric.answer(label, method, () -> call.apply(label));
      return NamedMetric.call(label).present(method, answer);
    }

    private A accumulator() {
      return NamedMetric.answer(label, "its supplier", accumulators);
    }

    @Override
    public Tally tally() {
      return new SystemTally();
    }

    private final class SystemTally implements Tally {
      private final A accumulator = accumulator();
      private int users;

      @Override
      public void add(int taskRow, RankedList list) {
        try {
          accumulator.add(list);
        } catch (RuntimeException | LinkageError e) {
          throw NamedMetric.failed(label, e);
        }
        users++;
      }

      @Override
      @SuppressWarnings("unchecked")
      public void merge(Tally other) {
        SystemTally same = (SystemTally) other;
        NamedMetric.call(label).run(() -> accumulator.merge(same.accumulator));
        users += same.users;
      }

      @Override
      public List<Evaluation.Row> results() {
        Map<String, Double> values = new LinkedHashMap<>(map("results", accumulator::results));
        values.computeIfAbsent(
            label, absent -> NamedMetric.answer(label, "result", accumulator::result));
        if (!mayBeInfinite) {
          values.forEach((name, value) -> NamedMetric.requireNumber(name, value, "", cutoff));
        }
        Map<String, Integer> counts = map("users", accumulator::users);
        List<Evaluation.Row> rows = new ArrayList<>();
        values.forEach(
            (name, value) ->
                rows.add(
                    new Evaluation.Row(name, cutoff, value, counts.getOrDefault(name, users))));
        return rows;
      }
    }
  }
}
