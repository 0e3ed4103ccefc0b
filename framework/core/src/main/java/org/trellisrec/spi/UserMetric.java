package org.trellisrec.spi;

/**
 * A metric with one value per user. The engine averages over users, by their weights, keeps every
 * value, and tests significance. The tests and their intervals are about the values alone: there
 * every user weighs the same.
 */
public non-sealed interface UserMetric extends Metric {
  /** The value for one user; a pure function, called by several threads at once. */
  @FunctionalInterface
  interface PerUser {
    /**
     * The value of one list.
     *
     * @param list the list, cut at its cutoff; may be empty
     * @return the value, or NaN where it is undefined: the user is then left out of the mean and of
     *     the user count
     */
    double value(RankedList list);

    /**
     * How much the user counts in the mean, relative to the others. Only asked where {@link #value}
     * is defined.
     *
     * @param list the list that has the value
     * @return a number above 0
     */
    default double weight(RankedList list) {
      return 1;
    }
  }

  /** Prepares the metric for one task. */
  PerUser bind(TaskContext task);
}
