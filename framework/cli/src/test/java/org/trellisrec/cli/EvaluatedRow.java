package org.trellisrec.cli;

import java.util.List;

/** A row that {@code trellisrec evaluate} has printed. */
record EvaluatedRow(String metric, int cutoff, double value, int users) {
  /** The rows in their order. */
  static List<EvaluatedRow> of(Shell shell) {
    return shell.out().lines().skip(1).map(EvaluatedRow::of).toList();
  }

  private static EvaluatedRow of(String line) {
    String[] cells = line.split(",", -1);
    return new EvaluatedRow(
        cells[0],
        Integer.parseInt(cells[1]),
        Double.parseDouble(cells[2]),
        Integer.parseInt(cells[3]));
  }
}
