package org.trellisrec.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** The long tables of a run: one line per row record. */
final class RowTables {
  private RowTables() {}

  static Table metrics(List<MetricRow> rows) {
    return table(
        List.of(
            "model",
            "trial",
            "seed",
            "protocol",
            "fold",
            "task",
            "role",
            "convention",
            "metric",
            "cutoff",
            "value",
            "users"),
        rows,
        r ->
            cells(
                r.model(),
                r.trial(),
                r.seed(),
                r.protocol(),
                r.fold(),
                r.task(),
                r.role(),
                r.convention(),
                r.metric(),
                r.cutoff(),
                r.value(),
                r.users()));
  }

  static Table timings(List<TimingRow> rows) {
    return table(
        List.of("model", "trial", "seed", "protocol", "fold", "phase", "wall_s", "cpu_s"),
        rows,
        r ->
            cells(
                r.model(),
                r.trial() < 0 ? "" : r.trial(),
                r.seed(),
                r.protocol(),
                r.fold(),
                r.phase(),
                r.wallSeconds(),
                r.cpuSeconds()));
  }

  static Table epochs(List<EpochRow> rows) {
    return table(
        List.of(
            "model",
            "trial",
            "seed",
            "protocol",
            "fold",
            "epoch",
            "loss",
            "metric",
            "value",
            "users",
            "wall_s",
            "cpu_s"),
        rows,
        r ->
            cells(
                r.model(),
                r.trial(),
                r.seed(),
                r.protocol(),
                r.fold(),
                r.epoch(),
                r.loss(),
                r.metric(),
                r.metric().isEmpty() ? "" : r.value(),
                r.metric().isEmpty() ? "" : r.users(),
                known(r.wallSeconds()),
                known(r.cpuSeconds())));
  }

  static Table parameters(List<ParameterRow> rows) {
    return table(
        List.of("model", "trial", "seed", "protocol", "fold", "block", "count"),
        rows,
        r -> cells(r.model(), r.trial(), r.seed(), r.protocol(), r.fold(), r.block(), r.count()));
  }

  static Table trials(List<TrialRow> rows) {
    Set<String> parameters = new LinkedHashSet<>();
    rows.forEach(row -> parameters.addAll(row.parameters().keySet()));
    List<String> header =
        new ArrayList<>(
            List.of(
                "model",
                "trial",
                "seed",
                "protocol",
                "fold",
                "metric",
                "value",
                "users",
                "best",
                "error",
                "best_epoch"));
    header.addAll(parameters);
    return table(
        header,
        rows,
        r -> {
          List<String> cells =
              new ArrayList<>(
                  cells(
                      r.model(),
                      r.trial(),
                      r.seed(),
                      r.protocol(),
                      r.fold(),
                      r.metric(),
                      r.metric().isEmpty() ? "" : r.value(),
                      r.metric().isEmpty() ? "" : r.users(),
                      r.best(),
                      r.error(),
                      r.bestEpoch() == 0 ? "" : r.bestEpoch()));
          parameters.forEach(name -> cells.add(r.parameters().getOrDefault(name, "")));
          return cells;
        });
  }

  private static <R> Table table(
      List<String> header, List<R> rows, Function<R, List<String>> cells) {
    return new Table(header, rows.stream().map(cells).toList());
  }

  private static Object known(double seconds) {
    return Double.isNaN(seconds) ? "" : seconds;
  }

  private static List<String> cells(Object... values) {
    List<String> cells = new ArrayList<>(values.length);
    for (Object value : values) {
      cells.add(String.valueOf(value));
    }
    return cells;
  }
}
