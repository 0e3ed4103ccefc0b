package org.trellisrec.analysis;

import java.util.List;
import java.util.Map;
import org.trellisrec.spi.FinishedRun;

/** The rows of {@code metrics.csv} that are results. */
final class TestRows {
  static final String FILE = "metrics.csv";

  private TestRows() {}

  /**
   * The rows of test tasks.
   *
   * @param tasks names of the tasks; none for all those that see every modality
   */
  static List<Map<String, String>> of(FinishedRun run, List<String> tasks) {
    return run.rows(FILE).stream()
        .filter(row -> row.get("role").equals("test"))
        .filter(
            row -> tasks.isEmpty() ? !withholds(row.get("task")) : tasks.contains(row.get("task")))
        .toList();
  }

  /** Tasks that withhold modalities say which in brackets. */
  private static boolean withholds(String task) {
    return task.endsWith("]");
  }

  static FinishedRun.Unit unit(Map<String, String> row) {
    return new FinishedRun.Unit(
        row.get("model"), row.get("protocol"), row.get("fold"), Long.parseLong(row.get("seed")));
  }

  static MetricName metric(Map<String, String> row) {
    return new MetricName(row.get("metric"), row.get("cutoff"));
  }
}
