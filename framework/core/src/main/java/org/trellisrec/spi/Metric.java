package org.trellisrec.spi;

import java.util.List;
import java.util.Set;

/**
 * A metric: either one value per user ({@link UserMetric}), averaged by the engine, or one value
 * for all lists together ({@link SystemMetric}). It never learns the cutoff in advance: the cutoff
 * travels in the ranked list.
 */
public sealed interface Metric permits UserMetric, SystemMetric {
  /** What a metric asks of the engine beyond the recommended list. */
  enum Requirement {
    /**
     * {@link Truth#rank} and {@link Truth#score}: the place of each relevant item among all
     * candidates. A convention that leaves out lists shorter than the cutoff does not leave them
     * out here, where the ranking is more than the list.
     */
    FULL_RANKING
  }

  /** What this metric asks for beyond the recommended list. */
  default Set<Requirement> requires() {
    return Set.of();
  }

  /**
   * The name in result tables, from the name in the configuration. It begins with that name or, if
   * it measures by another metric, with the other's label; {@code _key:value} follows for
   * parameters that are not the customary ones, so that no two metrics of an experiment are called
   * the same.
   */
  default String label(String name) {
    return name;
  }

  /**
   * True if a larger value is better; decides the direction of tuning and the best value of a
   * table.
   *
   * @param convention matters where one framework reports the complement of another's value, as
   *     with Gini
   */
  default boolean higherIsBetter(Convention convention) {
    return true;
  }

  /**
   * What the user should know, before values are read, of how this metric goes with the data: that
   * a file of groups leaves users out, for instance, with their number. Asked once, after the
   * metric was bound to every task; told once, after the label of the metric.
   *
   * @param tasks all that are to be measured, at least one, of the same data set
   * @return a sentence each, without the name of the metric
   */
  default List<String> notes(List<TaskContext> tasks) {
    return List.of();
  }
}
