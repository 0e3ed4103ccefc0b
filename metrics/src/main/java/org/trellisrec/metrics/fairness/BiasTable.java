package org.trellisrec.metrics.fairness;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.DoubleBinaryOperator;
import java.util.function.Supplier;
import org.trellisrec.metrics.Labels;
import org.trellisrec.metrics.clustering.Clustering;
import org.trellisrec.spi.Convention;
import org.trellisrec.spi.RankedList;
import org.trellisrec.spi.SystemMetric;
import org.trellisrec.spi.TaskContext;

/** A value for every cluster of users and cluster of items, from training and lists. */
public final class BiasTable implements SystemMetric.Accumulator<BiasTable> {
  /**
   * What the cells are.
   *
   * @param names of the two clusterings
   * @param sizes number of items per cluster
   * @param training preferences in training
   * @param cell the value of a cell from the preferences in training and in the lists
   * @param parity the value of a cell without bias
   */
  private record Frame(
      ClusterPair names,
      Clustering users,
      Clustering items,
      long[] sizes,
      Preferences training,
      DoubleBinaryOperator cell,
      double parity) {}

  private final Frame frame;
  private final Preferences lists;
  private final int[] listsOf;

  private BiasTable(Frame frame) {
    this.frame = frame;
    this.lists = new Preferences(frame.users, frame.items);
    this.listsOf = new int[frame.users.size()];
  }

  /** Accumulators for a task. */
  static Supplier<BiasTable> of(
      TaskContext task, ClusterPair source, DoubleBinaryOperator cell, double parity) {
    Clustering users = source.users().users(task);
    Clustering items = source.items().items(task);
    long[] sizes =
        task.convention() == Convention.ELLIOT
            ? items.declared()
            : Clustering.of(items.labels(), items.of()).declared();
    Preferences training = Preferences.in(task.train(), users, items);
    Frame frame = new Frame(source, users, items, sizes, training, cell, parity);
    return () -> new BiasTable(frame);
  }

  @Override
  public void add(RankedList list) {
    int cluster = frame.users.of()[list.user()];
    if (cluster >= 0) {
      listsOf[cluster]++;
    }
    for (int rank = 0; rank < list.size(); rank++) {
      lists.add(list.user(), list.item(rank));
    }
  }

  @Override
  public void merge(BiasTable other) {
    lists.merge(other.lists);
    for (int cluster = 0; cluster < listsOf.length; cluster++) {
      listsOf[cluster] += other.listsOf[cluster];
    }
  }

  private double cell(int u, int i) {
    return frame.cell.applyAsDouble(
        frame.training.bias(u, i, frame.sizes), lists.bias(u, i, frame.sizes));
  }

  /** The largest distance of a cell from parity; NaN if no cell has a value. */
  @Override
  public double result() {
    return results("").values().stream()
        .filter(value -> !Double.isNaN(value))
        .mapToDouble(value -> Math.abs(value - frame.parity))
        .max()
        .orElse(Double.NaN);
  }

  @Override
  public Map<String, Double> results(String label) {
    return byCell(label, this::cell);
  }

  @Override
  public Map<String, Integer> users(String label) {
    return byCell(label, (u, i) -> listsOf[u]);
  }

  private <V> Map<String, V> byCell(String label, BiFunction<Integer, Integer, V> values) {
    Map<String, V> cells = new LinkedHashMap<>();
    String metric = Labels.without(label, frame.names.suffix());
    String userName = frame.names.users().name();
    String itemName = frame.names.items().name();
    for (int u = 0; u < frame.users.size(); u++) {
      for (int i = 0; i < frame.items.size(); i++) {
        String users = "_users:%s-%s".formatted(userName, frame.users.labels().get(u));
        String items = "_items:%s-%s".formatted(itemName, frame.items.labels().get(i));
        cells.put(metric + users + items, values.apply(u, i));
      }
    }
    return cells;
  }
}
