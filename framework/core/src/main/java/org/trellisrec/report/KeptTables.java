package org.trellisrec.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;

/**
 * Results with modalities withheld, averaged over the sets of modalities of the same size: over all
 * of them, over those with the interactions, and over those without.
 */
public final class KeptTables {
  private static final List<String> GROUP =
      List.of("protocol", "task", "side", "kept", "interactions", "model", "cutoff");

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

  private final Map<Group, Map<String, SummaryStatistics>> values = new LinkedHashMap<>();
  private final Map<Group, Set<List<String>>> subsets = new LinkedHashMap<>();
  private final Set<String> metrics = new LinkedHashSet<>();

  private KeptTables() {}

  /**
   * One row per protocol, task, side, number kept, model and cutoff, one column per metric. A value
   * is the mean over sets, and over folds and seeds; undefined ones are left out, and the cell is
   * empty where nothing is left. {@code subsets} counts the sets, defined or not.
   *
   * @param kept what each task keeps
   * @param rows measured values
   */
  public static Table of(List<KeptModalities> kept, List<MetricRow> rows) {
    KeptTables tables = new KeptTables();
    for (KeptModalities task : kept) {
      for (MetricRow row : rows) {
        if (row.protocol().equals(task.protocol()) && row.task().equals(task.task())) {
          tables.add(task, row, "any");
          tables.add(task, row, task.interactions() ? "kept" : "withheld");
        }
      }
    }
    return tables.table();
  }

  private void add(KeptModalities task, MetricRow row, String interactions) {
    Group group =
        new Group(
            task.protocol(),
            task.base(),
            task.side(),
            task.kept().size(),
            interactions,
            row.model(),
            row.cutoff());
    SummaryStatistics mean =
        values
            .computeIfAbsent(group, g -> new LinkedHashMap<>())
            .computeIfAbsent(row.metric(), m -> new SummaryStatistics());
    if (!Double.isNaN(row.value())) {
      mean.addValue(row.value());
    }
    subsets.computeIfAbsent(group, g -> new LinkedHashSet<>()).add(task.kept());
    metrics.add(row.metric());
  }

  private Table table() {
    List<String> header = new ArrayList<>(GROUP);
    header.add("subsets");
    header.addAll(metrics);
    List<List<String>> rows = new ArrayList<>();
    values.forEach(
        (group, byMetric) -> {
          List<String> row = new ArrayList<>(group.cells());
          row.add(Integer.toString(subsets.get(group).size()));
          metrics.forEach(metric -> row.add(mean(byMetric.get(metric))));
          rows.add(row);
        });
    return new Table(header, rows);
  }

  private static String mean(SummaryStatistics values) {
    return values == null || values.getN() == 0
        ? ""
        : String.format(Locale.ROOT, "%.6f", values.getMean());
  }
}
