package org.trellisrec.metrics.grouped;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.trellisrec.spi.Metric;
import org.trellisrec.spi.RankedList;
import org.trellisrec.spi.SystemMetric;
import org.trellisrec.spi.TaskContext;
import org.trellisrec.spi.UserMetric;

/** One accumulator of a metric per group. */
interface Slots {
  /** Takes in a list for a group. */
  void add(int group, RankedList list);

  /** Takes in all that {@code other}, made by the same supplier, has seen. */
  void merge(Slots other);

  /** The single value of a group. */
  double result(int group);

  /** All values of a group. */
  Map<String, Double> results(int group, String label);

  /** The number of users behind each of them. */
  Map<String, Integer> users(int group, String label);

  /** Makes slots for a metric, bound for every group to a task of its own. */
  static Supplier<Slots> of(Metric metric, List<TaskContext> contexts) {
    return metric instanceof UserMetric perUser
        ? ofSystem(new MeanOf(perUser), contexts)
        : ofSystem((SystemMetric<?>) metric, contexts);
  }

  private static <A extends SystemMetric.Accumulator<A>> Supplier<Slots> ofSystem(
      SystemMetric<A> metric, List<TaskContext> contexts) {
    List<Supplier<A>> suppliers = new ArrayList<>();
    contexts.forEach(context -> suppliers.add(metric.bind(context)));
    return () -> {
      List<A> accumulators = new ArrayList<>();
      suppliers.forEach(supplier -> accumulators.add(supplier.get()));
      return new Typed<>(accumulators, new int[accumulators.size()]);
    };
  }

  /**
   * Slots of one accumulator class.
   *
   * @param lists number of lists taken in, by group
   */
  record Typed<A extends SystemMetric.Accumulator<A>>(List<A> accumulators, int[] lists)
      implements Slots {
    @Override
    public void add(int group, RankedList list) {
      lists[group]++;
      accumulators.get(group).add(list);
    }

    @Override
    @SuppressWarnings("unchecked")
    public void merge(Slots other) {
      Typed<A> same = (Typed<A>) other;
      for (int group = 0; group < accumulators.size(); group++) {
        accumulators.get(group).merge(same.accumulators.get(group));
        lists[group] += same.lists[group];
      }
    }

    @Override
    public double result(int group) {
      return accumulators.get(group).result();
    }

    @Override
    public Map<String, Double> results(int group, String label) {
      return accumulators.get(group).results(label);
    }

    @Override
    public Map<String, Integer> users(int group, String label) {
      Map<String, Integer> users = new HashMap<>();
      results(group, label).keySet().forEach(name -> users.put(name, lists[group]));
      users.putAll(accumulators.get(group).users(label));
      return users;
    }
  }
}
