package org.trellisrec.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.trellisrec.data.TaskNames;

/**
 * Results with modalities withheld, averaged over the sets of modalities of the same size: over all
 * of them, over those with the interactions, and over those without.
 *
 * @param repeats a row for every fold and seed
 * @param averaged means over folds and seeds, ± the sample standard deviation where they differ
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

  /** Repetitions, by fold and seed, with the values of every metric. */
  private static final class Values {
    private final Map<List<String>, Map<String, SummaryStatistics>> repeats = new LinkedHashMap<>();
    private final Set<List<String>> subsets = new LinkedHashSet<>();

    void add(List<String> kept, MetricRow row) {
      subsets.add(kept);
      SummaryStatistics mean =
          repeats
              .computeIfAbsent(
                  List.of(row.fold(), Long.toString(row.seed())), r -> new LinkedHashMap<>())
              .computeIfAbsent(row.metric(), m -> new SummaryStatistics());
      if (!Double.isNaN(row.value())) {
        mean.addValue(row.value());
      }
    }

    /** The mean over sets of every repetition in which one is defined. */
    SummaryStatistics means(String metric) {
      SummaryStatistics means = new SummaryStatistics();
      repeats.values().stream()
          .map(byMetric -> byMetric.get(metric))
          .filter(values -> values != null && values.getN() > 0)
          .forEach(values -> means.addValue(values.getMean()));
      return means;
    }
  }

  /**
   * One row per protocol, task, side, number kept, model and cutoff, one column per metric.
   * Undefined values are left out of means, and a cell is empty where nothing is left. {@code
   * subsets} counts the sets, defined or not. A task that keeps everything is left out for a model
   * that was asked only some of its sets.
   *
   * @param kept what each task keeps
   * @param rows measured values
   */
  public static KeptTables of(List<KeptModalities> kept, List<MetricRow> rows) {
    Map<Group, Values> groups = new LinkedHashMap<>();
    Set<String> metrics = new LinkedHashSet<>();
    for (KeptModalities task : kept) {
      Set<String> partly = TaskNames.withholds(task.task()) ? Set.of() : partly(task, kept, rows);
      for (MetricRow row : rows) {
        if (row.protocol().equals(task.protocol())
            && row.task().equals(task.task())
            && !partly.contains(row.model())) {
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
   * The models that were asked some sets of a task and not all: they use fewer modalities than
   * there are, so that the task itself keeps no larger set for them.
   */
  private static Set<String> partly(
      KeptModalities whole, List<KeptModalities> kept, List<MetricRow> rows) {
    List<Set<String>> models =
        kept.stream()
            .filter(set -> TaskNames.withholds(set.task()) && set.isOf(whole))
            .map(set -> rows.stream().filter(set::withholds).map(MetricRow::model))
            .map(names -> names.collect(Collectors.toUnmodifiableSet()))
            .toList();
    Set<String> partly = new HashSet<>();
    models.forEach(partly::addAll);
    partly.removeIf(model -> models.stream().allMatch(some -> some.contains(model)));
    return partly;
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
                (repeat, byMetric) ->
                    rows.add(
                        row(
                            group,
                            values,
                            repeat,
                            metrics,
                            metric ->
                                mean(byMetric.getOrDefault(metric, new SummaryStatistics()))))));
    return new Table(header(REPEAT, metrics), rows);
  }

  private static Table averaged(Map<Group, Values> groups, Set<String> metrics) {
    List<List<String>> rows = new ArrayList<>();
    groups.forEach(
        (group, values) ->
            rows.add(
                row(group, values, List.of(), metrics, metric -> spread(values.means(metric)))));
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
      Values values,
      List<String> repeat,
      Set<String> metrics,
      Function<String, String> cell) {
    List<String> row = new ArrayList<>(group.cells());
    row.add(Integer.toString(values.subsets.size()));
    row.addAll(repeat);
    metrics.forEach(metric -> row.add(cell.apply(metric)));
    return row;
  }

  private static String spread(SummaryStatistics means) {
    return means.getN() > 1 && means.getStandardDeviation() > 0
        ? "%s ± %s".formatted(mean(means), number(means.getStandardDeviation()))
        : mean(means);
  }

  private static String mean(SummaryStatistics values) {
    return values.getN() == 0 ? "" : number(values.getMean());
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.6f", value);
  }
}
