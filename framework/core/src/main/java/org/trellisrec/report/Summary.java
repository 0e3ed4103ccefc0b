package org.trellisrec.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;

/**
 * The test results of a run: per task and cutoff a table of models by metrics, each cell the mean
 * over seeds and folds, with the sample standard deviation where there are several.
 */
public final class Summary {
  /**
   * Names one table.
   *
   * @param protocol name of the protocol
   * @param task name of the task
   * @param cutoff length of the lists
   */
  public record Section(String protocol, String task, int cutoff) {
    /** A heading for readers. */
    public String title() {
      String where = protocol.equals(task) ? task : protocol + " / " + task;
      return "%s, cutoff %d".formatted(where, cutoff);
    }
  }

  private record Cell(Section section, String model, String metric) {}

  private final Map<Cell, SummaryStatistics> values = new LinkedHashMap<>();
  private final Map<Cell, SummaryStatistics> users = new LinkedHashMap<>();

  /**
   * Summarises the test values among these rows; the order of rows gives the order of models and
   * metrics.
   */
  public Summary(List<MetricRow> rows) {
    for (MetricRow row : rows) {
      if (!row.validation()) {
        Section section = new Section(row.protocol(), row.task(), row.cutoff());
        Cell cell = new Cell(section, row.model(), row.metric());
        values.computeIfAbsent(cell, c -> new SummaryStatistics()).addValue(row.value());
        users.computeIfAbsent(cell, c -> new SummaryStatistics()).addValue(row.users());
      }
    }
  }

  /** All sections, in the order of the rows. */
  public Set<Section> sections() {
    return values.keySet().stream()
        .map(Cell::section)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /**
   * The table of one section: models by metrics, and the number of users behind the first metric.
   */
  public Table table(Section section) {
    List<Cell> cells = values.keySet().stream().filter(c -> c.section().equals(section)).toList();
    Set<String> metrics =
        cells.stream().map(Cell::metric).collect(Collectors.toCollection(LinkedHashSet::new));
    Set<String> models =
        cells.stream().map(Cell::model).collect(Collectors.toCollection(LinkedHashSet::new));
    List<String> header = new ArrayList<>();
    header.add("model");
    header.addAll(metrics);
    header.add("users");
    List<List<String>> rows = new ArrayList<>();
    for (String model : models) {
      List<String> row = new ArrayList<>();
      row.add(model);
      metrics.forEach(metric -> row.add(value(new Cell(section, model, metric))));
      row.add(userCounts(section, model, metrics));
      rows.add(row);
    }
    return new Table(header, rows);
  }

  private String value(Cell cell) {
    SummaryStatistics statistics = values.get(cell);
    if (statistics == null) {
      return "-";
    }
    String mean = format(statistics.getMean());
    return statistics.getN() == 1 ? mean : mean + " ± " + format(statistics.getStandardDeviation());
  }

  /**
   * Metrics of one table may rest on different users: then the smallest and largest count are
   * shown.
   */
  private String userCounts(Section section, String model, Set<String> metrics) {
    SummaryStatistics counts = new SummaryStatistics();
    for (String metric : metrics) {
      SummaryStatistics statistics = users.get(new Cell(section, model, metric));
      if (statistics != null) {
        counts.addValue(statistics.getMean());
      }
    }
    String low = "%d".formatted(Math.round(counts.getMin()));
    return counts.getMin() == counts.getMax()
        ? low
        : "%s-%d".formatted(low, Math.round(counts.getMax()));
  }

  private static String format(double value) {
    if (Double.isNaN(value)) {
      return "NaN";
    }
    return String.format(Locale.ROOT, Math.abs(value) >= 100 ? "%.1f" : "%.4f", value);
  }
}
