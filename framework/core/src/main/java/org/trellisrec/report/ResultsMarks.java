package org.trellisrec.report;

import java.util.Arrays;
import java.util.function.DoublePredicate;
import java.util.stream.DoubleStream;

/** Finds the best and the second value of a column. */
final class ResultsMarks {
  private ResultsMarks() {}

  /**
   * A mark for each value. Equal values share a mark; a column whose defined values are all equal
   * has none, as there is nothing to tell apart.
   *
   * @param values NaN for those that are undefined
   */
  static ResultsTable.Mark[] of(double[] values, ResultsTable.Direction direction) {
    ResultsTable.Mark[] marks = new ResultsTable.Mark[values.length];
    Arrays.fill(marks, ResultsTable.Mark.NONE);
    if (direction != ResultsTable.Direction.NONE) {
      boolean higher = direction == ResultsTable.Direction.HIGHER;
      double best = extreme(values, higher, value -> true);
      double second = extreme(values, higher, value -> value != best);
      if (!Double.isNaN(second)) {
        mark(values, marks, best, ResultsTable.Mark.BEST);
        mark(values, marks, second, ResultsTable.Mark.SECOND);
      }
    }
    return marks;
  }

  private static double extreme(double[] values, boolean higher, DoublePredicate among) {
    DoubleStream defined = Arrays.stream(values).filter(v -> !Double.isNaN(v)).filter(among);
    return (higher ? defined.max() : defined.min()).orElse(Double.NaN);
  }

  private static void mark(
      double[] values, ResultsTable.Mark[] marks, double value, ResultsTable.Mark mark) {
    for (int i = 0; i < values.length; i++) {
      if (values[i] == value) {
        marks[i] = mark;
      }
    }
  }
}
