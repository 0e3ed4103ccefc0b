package org.trellisrec.spi;

/**
 * A metric with one value per user. The engine averages over users, keeps every value, and tests
 * significance.
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
  }

  /** Prepares the metric for one task. */
  PerUser bind(TaskContext task);
}
