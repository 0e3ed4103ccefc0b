package org.trellisrec.multiobjective;

import org.trellisrec.spi.Param;

/**
 * An entry of {@code multi_objective.objectives}.
 *
 * @param metric the metric
 * @param cutoff list length, null for that of the section
 * @param utopia the best value conceivable, null for the end of [0, 1] that is best
 * @param nadir the worst value of interest, null for the end of [0, 1] that is worst
 */
public record ObjectiveConfig(
    @Param(description = "Name of a metric that is computed.") String metric,
    @Param(
            description = "Length of the lists; by default that of the section.",
            byDefault = Param.OPTIONAL)
        Integer cutoff,
    @Param(
            description =
                "The best value conceivable; by default 1, or 0 where lower values are better.",
            byDefault = Param.OPTIONAL)
        Double utopia,
    @Param(
            description =
                "The worst value of interest, the reference point of the hypervolume; by default 0,"
                    + " or 1 where lower values are better.",
            byDefault = Param.OPTIONAL)
        Double nadir) {

  /** The same as they are after looking the metric up. */
  public ObjectiveConfig resolved(String label, int length) {
    return new ObjectiveConfig(label, length, utopia, nadir);
  }

  /**
   * The objective, with the default bounds filled in.
   *
   * @throws org.trellisrec.spi.InputException if the bounds contradict the direction
   */
  public Objective objective(boolean higherIsBetter) {
    Objective unit = Objective.unit(metric, cutoff, higherIsBetter);
    Objective objective =
        new Objective(
            metric,
            cutoff,
            utopia == null ? unit.utopia() : utopia,
            nadir == null ? unit.nadir() : nadir);
    return objective.directed(higherIsBetter);
  }
}
