package org.trellisrec.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.trellisrec.data.TaskNames;

/**
 * Results with modalities withheld, averaged over the sets of modalities of the same size: over all
 * of them, over those with the interactions, and over those without.
 *
 * @param repeats a row for every fold and seed, an undefined mean empty
 * @param averaged means over folds and seeds, ± the sample standard deviation of several
 */
public record KeptTables(Table repeats, Table averaged) {
  private static final List<String> GROUP =
      List.of("protocol", "task", "side", "kept", "interactions", "model", "cutoff", "subsets");

  private static final List<String> REPEAT = List.of("fold", "seed");

  /** What one row is about; {@code interactions} is any, kept or withheld. */
  private record Group(
      String protocol,
      String task,
      String side,
      int kept,
      String interactions,
      String model,
      int cutoff) {
    List<String> cells() {
      return List.of(
          protocol,
          task,
          side,
          Integer.toString(kept),
          interactions,
          model,
          Integer.toString(cutoff));
    }
  }

  /** One fold and seed. */
  private record Repeat(String fold, long seed) {
    static Repeat of(MetricRow row) {
      return new Repeat(row.fold(), row.seed());
    }

    List<String> cells() {
      return List.of(fold, Long.toString(seed));
    }
  }

  /** A model of one fold and seed: where modalities are searched over, each may use others. */
  private record Learned(String model, Repeat repeat) {
    static Learned of(MetricRow row) {
      return new Learned(row.model(), Repeat.of(row));
    }
  }

  /** The sets of one repetition, and their rows. */
  private static final class Sets {
    private final Set<List<String>> subsets = new HashSet<>();
    private final List<MetricRow> rows = new ArrayList<>();

    void add(List<String> kept, MetricRow row) {
      subsets.add(kept);
      rows.add(row);
    }

    /** The mean over the sets for which the metric is defined, NaN if there are none. */
    double mean(String metric) {
      return Spread.of(
              rows.stream()
                  .filter(row -> row.metric().equals(metric))
                  .mapToDouble(MetricRow::value)
                  .toArray())
          .mean();
    }
  }

  /** The repetitions that have a set of the group. */
  private static final class Values {
    private final Map<Repeat, Sets> repeats = new LinkedHashMap<>();

    void add(List<String> kept, MetricRow row) {
      repeats.computeIfAbsent(Repeat.of(row), r -> new Sets()).add(kept, row);
    }

    /** The means over sets of the repetitions. */
    Spread means(String metric) {
      return Spread.of(repeats.values().stream().mapToDouble(sets -> sets.mean(metric)).toArray());
    }

    /** How many sets a repetition has. */
    CountRange subsets() {
      return CountRange.of(repeats.values().stream().mapToLong(sets -> sets.subsets.size()));
    }
  }

  /**
   * One row per protocol, task, side, number kept, model and cutoff, one column per metric.
   * Undefined values are left out of means; where nothing is left, a cell of the repetitions is
   * empty and one of the averages a dash. {@code subsets} counts the sets of a fold and seed,
   * defined or not; averaged, it is {@code 1-2} where the folds and seeds that have any differ. A
   * task that keeps everything is left out for a fold and seed in which the model was asked only
   * some of its sets, or none.
   *
   * @param kept what each task keeps
   * @param rows measured values; those that only served to choose are left out
   */
  public static KeptTables of(List<KeptModalities> kept, List<MetricRow> rows) {
    Map<Group, Values> groups = new LinkedHashMap<>();
    Set<String> metrics = new LinkedHashSet<>();
    for (KeptModalities task : kept) {
      Set<Learned> partly = TaskNames.withholds(task.task()) ? Set.of() : partly(task, kept, rows);
      for (MetricRow row : rows) {
        if (!row.validation()
            && row.protocol().equals(task.protocol())
            && row.task().equals(task.task())
            && !partly.contains(Learned.of(row))) {
          for (String sets : List.of("any", task.interactions() ? "kept" : "withheld")) {
            groups.computeIfAbsent(group(task, row, sets), g -> new Values()).add(task.kept(), row);
          }
          metrics.add(row.metric());
        }
      }
    }
    return new KeptTables(repeats(groups, metrics), averaged(groups, metrics));
  }

  /**
   * The models that use other modalities than a task keeps which keeps everything: for them it is
   * not the largest set. What a model uses is what the sets name that it was asked, which is
   * nothing if it uses no side information and so was asked none. These are compared by their names
   * and not one by one, since a fold may lack listed sets of another.
   */
  private static Set<Learned> partly(
      KeptModalities whole, List<KeptModalities> kept, List<MetricRow> rows) {
    Set<String> all = new HashSet<>();
    Map<Learned, Set<String>> used = new HashMap<>();
    rows.stream()
        .filter(row -> row.protocol().equals(whole.protocol()) && row.task().equals(whole.task()))
        .forEach(row -> used.put(Learned.of(row), new HashSet<>()));
    for (KeptModalities set : kept) {
      if (TaskNames.withholds(set.task()) && set.isOf(whole)) {
        if (whole.kept().containsAll(set.kept())) {
          all.addAll(set.kept());
        }
        rows.stream()
            .filter(set::withholds)
            .forEach(
                row ->
                    used.computeIfAbsent(Learned.of(row), l -> new HashSet<>()).addAll(set.kept()));
      }
    }
    used.values().removeIf(all::equals);
    return used.keySet();
  }

  private static Group group(KeptModalities task, MetricRow row, String sets) {
    return new Group(
        task.protocol(),
        task.base(),
        task.side(),
        task.kept().size(),
        sets,
        row.model(),
        row.cutoff());
  }

  private static Table repeats(Map<Group, Values> groups, Set<String> metrics) {
    List<List<String>> rows = new ArrayList<>();
    groups.forEach(
        (group, values) ->
            values.repeats.forEach(
                (repeat, sets) ->
                    rows.add(
                        row(
                            group,
                            Integer.toString(sets.subsets.size()),
                            repeat.cells(),
                            metrics,
                            metric -> number(sets.mean(metric))))));
    return new Table(header(REPEAT, metrics), rows);
  }

  private static Table averaged(Map<Group, Values> groups, Set<String> metrics) {
    List<List<String>> rows = new ArrayList<>();
    groups.forEach(
        (group, values) ->
            rows.add(
                row(
                    group,
                    values.subsets().toString(),
                    List.of(),
                    metrics,
                    metric -> values.means(metric).text(ResultsMarkup::number, " ± "))));
    return new Table(header(List.of(), metrics), rows);
  }

  private static List<String> header(List<String> repeat, Set<String> metrics) {
    List<String> header = new ArrayList<>(GROUP);
    header.addAll(repeat);
    header.addAll(metrics);
    return header;
  }

  private static List<String> row(
      Group group,
      String subsets,
      List<String> repeat,
      Set<String> metrics,
      Function<String, String> cell) {
    List<String> row = new ArrayList<>(group.cells());
    row.add(subsets);
    row.addAll(repeat);
    metrics.forEach(metric -> row.add(cell.apply(metric)));
    return row;
  }

  private static String number(double value) {
    return Double.isNaN(value) ? "" : Double.toString(value);
  }
}
