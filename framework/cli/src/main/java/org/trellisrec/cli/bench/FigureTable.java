package org.trellisrec.cli.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.trellisrec.report.Table;

/** Figures beside their targets. */
final class FigureTable {
  private static final List<String> HEADER =
      List.of("workload", "figure", "first run", "later runs", "target", "first/target", "met");

  private FigureTable() {}

  static Table of(List<Measured> all) {
    List<List<String>> rows = new ArrayList<>();
    for (Measured measured : all) {
      FigureRow.of(measured.workload()).forEach(row -> rows.add(cells(measured, row)));
    }
    return new Table(HEADER, rows);
  }

  private static List<String> cells(Measured measured, FigureRow row) {
    double first = measured.first(row);
    return List.of(
        measured.workload().word(),
        row.label(),
        number(first),
        number(measured.later(row)),
        row.target().map(Target::toString).orElse(""),
        row.target().map(target -> number(first / target.bound())).orElse(""),
        row.target().map(target -> target.met(first) ? "yes" : "no").orElse(""));
  }

  /** Three digits or so; nothing for what was not measured. */
  static String number(double value) {
    if (Double.isNaN(value)) {
      return "";
    }
    return String.format(Locale.ROOT, value >= 100 ? "%.0f" : "%.2f", value);
  }
}
