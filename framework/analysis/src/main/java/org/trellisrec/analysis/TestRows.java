package org.trellisrec.analysis;

import java.util.List;
import java.util.Map;
import org.trellisrec.data.TaskNames;
import org.trellisrec.spi.FinishedRun;
import org.trellisrec.spi.InputException;

/** The rows of {@code metrics.csv} that are results. */
final class TestRows {
  static final String FILE = "metrics.csv";

  private TestRows() {}

  /**
   * The rows of test tasks.
   *
   * @param tasks names of the tasks; none for all those that see every modality
   * @throws InputException naming a task that is not there
   */
  static List<Map<String, String>> of(FinishedRun run, List<String> tasks) {
    List<Map<String, String>> rows =
        run.rows(FILE).stream().filter(row -> row.get("role").equals("test")).toList();
    List<String> known = rows.stream().map(row -> row.get("task")).distinct().toList();
    for (String task : tasks) {
      if (!known.contains(task)) {
        throw new InputException(
            "tasks: there is no test task '%s' in %s, which has %s", task, FILE, known);
      }
    }
    return rows.stream()
        .filter(
            row ->
                tasks.isEmpty()
                    ? !TaskNames.withholds(row.get("task"))
                    : tasks.contains(row.get("task")))
        .toList();
  }
}
