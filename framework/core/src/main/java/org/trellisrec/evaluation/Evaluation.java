package org.trellisrec.evaluation;

import java.nio.DoubleBuffer;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The metric values of one set of lists on one task.
 *
 * @param rows metric by metric in the order given, each at every cutoff in the order given
 * @param userValues values per user, for the metrics that have them, in the order of the rows;
 *     empty if they were not kept
 * @param users the users of the task, ascending; {@link UserValues#values} is aligned with them
 * @param usersWithoutList how many of them were given no list
 */
public record Evaluation(
    List<Row> rows, List<UserValues> userValues, int[] users, int usersWithoutList) {

  /** Keeps its own copies of the lists. */
  public Evaluation {
    rows = List.copyOf(rows);
    userValues = List.copyOf(userValues);
  }

  /**
   * One value.
   *
   * @param metric label of the metric
   * @param cutoff the cutoff k
   * @param value mean over users by their weights, or the value for all users together; NaN if
   *     undefined
   * @param users number of users behind the value
   */
  public record Row(String metric, int cutoff, double value, int users) {}

  /**
   * The values of one metric at one cutoff.
   *
   * @param metric label of the metric
   * @param cutoff the cutoff k
   * @param values one per user of the task, to be read by index; NaN for a user who is left out
   */
  public record UserValues(String metric, int cutoff, DoubleBuffer values) {
    /** A copy of the values. */
    public double[] toArray() {
      double[] copy = new double[values.limit()];
      values.get(0, copy);
      return copy;
    }
  }

  /** The value of {@code metric} at {@code cutoff}, empty if it was not computed. */
  public OptionalDouble value(String metric, int cutoff) {
    return row(metric, cutoff).stream().mapToDouble(Row::value).findFirst();
  }

  /** The row of {@code metric} at {@code cutoff}, empty if it was not computed. */
  public Optional<Row> row(String metric, int cutoff) {
    return rows.stream()
        .filter(row -> row.cutoff() == cutoff && row.metric().equals(metric))
        .findFirst();
  }
}
