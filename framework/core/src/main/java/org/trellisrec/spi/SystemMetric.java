package org.trellisrec.spi;

import java.util.Map;
import java.util.function.Supplier;

/**
 * A metric over the lists of all users together.
 *
 * @param <A> its accumulator
 */
public non-sealed interface SystemMetric<A extends SystemMetric.Accumulator<A>> extends Metric {
  /**
   * Collects lists. The engine gives each part of the users an accumulator of their own and merges
   * them in a fixed order, so results do not depend on the number of threads.
   *
   * @param <A> the implementing class
   */
  interface Accumulator<A extends Accumulator<A>> {
    /** Takes in the list of one user. */
    void add(RankedList list);

    /** Takes in all that {@code other} has seen. */
    void merge(A other);

    /** The value for all lists seen; NaN where it is undefined. */
    double result();

    /**
     * All values under their names, for metrics with more than one. If none is called {@code
     * label}, tables show {@link #result()} under it too: it is the value that tuning looks at.
     * Names that begin with {@code label} keep clear of other metrics; one that another metric
     * gives as well is refused, before training if it is given without any list.
     *
     * @param label name of the metric in result tables
     */
    default Map<String, Double> results(String label) {
      return Map.of(label, result());
    }

    /**
     * The number of users behind each of the {@link #results}, under the same names. A name that is
     * left out has all users behind it whose lists were taken in.
     *
     * @param label name of the metric in result tables
     */
    default Map<String, Integer> users(String label) {
      return Map.of();
    }
  }

  /**
   * True if an infinite value says something, such as a ratio to nothing. Otherwise the engine
   * refuses it, and what is undefined is NaN.
   */
  default boolean mayBeInfinite() {
    return false;
  }

  /**
   * Prepares the metric for one task; the supplier makes an accumulator for one cutoff and one part
   * of the users.
   */
  Supplier<A> bind(TaskContext task);
}
