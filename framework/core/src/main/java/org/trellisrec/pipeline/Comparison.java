package org.trellisrec.pipeline;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.trellisrec.data.Vocabulary;
import org.trellisrec.report.MetricRow;
import org.trellisrec.report.PerUserFile;
import org.trellisrec.report.UnitResult;
import org.trellisrec.significance.PerUserValues;
import org.trellisrec.significance.SampleKey;
import org.trellisrec.significance.SignificanceReport;
import org.trellisrec.significance.SignificanceStage;
import org.trellisrec.spi.InputException;

/**
 * Compares the models of a run once its units are done. Values per user come from the files of the
 * units, whether these were just written or by an earlier part of an interrupted run.
 *
 * @param stage makes the comparison
 * @param higherIsBetter direction by label of metric
 * @param folder the run folder
 * @param users ids of the users
 */
record Comparison(
    SignificanceStage stage,
    Map<String, Boolean> higherIsBetter,
    RunFolder folder,
    Vocabulary users) {

  /**
   * Compares the models by all units that did not fail, on all test tasks.
   *
   * @throws InputException if a file with values per user is missing or damaged
   */
  SignificanceReport compare(List<UnitResult> units) {
    List<PerUserValues> measured = new ArrayList<>();
    for (UnitResult unit : units) {
      if (!unit.failed()) {
        columns(unit).forEach((task, columns) -> measured.addAll(values(unit, task, columns)));
      }
    }
    return withUntested(stage.compare(measured), units, measured);
  }

  private static SignificanceReport withUntested(
      SignificanceReport report, List<UnitResult> units, List<PerUserValues> measured) {
    Set<String> untested = new LinkedHashSet<>();
    units.forEach(
        unit ->
            columns(unit)
                .values()
                .forEach(rows -> rows.values().forEach(row -> untested.add(row.metric()))));
    measured.forEach(values -> untested.remove(values.key().metric()));
    return measured.isEmpty() || untested.isEmpty()
        ? report
        : report.noting(
            "Significance: not tested, as they have no values of single users: "
                + String.join(", ", untested));
  }

  /** What the columns of a file may be, by test task and name of the column. */
  private static Map<String, Map<String, MetricRow>> columns(UnitResult unit) {
    Map<String, Map<String, MetricRow>> columns = new LinkedHashMap<>();
    for (MetricRow row : unit.metrics()) {
      if (!row.validation()) {
        columns
            .computeIfAbsent(row.task(), task -> new LinkedHashMap<>())
            .put(TestFiles.column(row.metric(), row.cutoff()), row);
      }
    }
    return columns;
  }

  private List<PerUserValues> values(UnitResult unit, String task, Map<String, MetricRow> columns) {
    Path file = TestFiles.perUser(folder.path(), unit.key(), task);
    Path record = folder.journal().file(unit.key());
    if (!Files.exists(file)) {
      throw new InputException(
          "%s is missing, and significance needs its values; delete %s to run the unit again",
          file, record);
    }
    PerUserFile.Content content = PerUserFile.read(file, users);
    List<PerUserValues> values = new ArrayList<>();
    for (int i = 0; i < content.columns().size(); i++) {
      MetricRow row = columns.get(content.columns().get(i));
      if (row == null) {
        throw new InputException(
            "%s:1: the column '%s' is none of the metrics of this run; delete %s to run the unit again",
            file, content.columns().get(i), record);
      }
      requireWhole(content.values().get(i), row, file, record);
      values.add(
          new PerUserValues(
              new SampleKey(row.protocol(), task, row.metric(), row.cutoff()),
              row.model(),
              "seed " + row.seed() + ", fold " + row.fold(),
              higherIsBetter.get(row.metric()),
              content.users(),
              content.values().get(i)));
    }
    return values;
  }

  /** A file that was cut off between two lines looks like one of fewer users. */
  private static void requireWhole(double[] values, MetricRow row, Path file, Path record) {
    long defined = Arrays.stream(values).filter(value -> !Double.isNaN(value)).count();
    if (defined != row.users()) {
      throw new InputException(
          "%s is damaged: of %s, it has the values of %d users, but %d were measured; delete %s to run the unit again",
          file, TestFiles.column(row.metric(), row.cutoff()), defined, row.users(), record);
    }
  }
}
