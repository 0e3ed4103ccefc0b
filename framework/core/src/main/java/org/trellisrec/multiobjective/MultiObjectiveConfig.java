package org.trellisrec.multiobjective;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.Param;

/**
 * The section {@code multi_objective} of a configuration.
 *
 * @param objectives at least two
 * @param cutoff list length of those that have none of their own; null for the first cutoff
 * @param normalization in what unit objectives are put together
 */
public record MultiObjectiveConfig(
    @Param(description = "The metrics: at least two names, or maps with bounds.")
        List<ObjectiveConfig> objectives,
    @Param(
            description = "Length of the lists; by default the first cutoff.",
            byDefault = Param.OPTIONAL)
        Integer cutoff,
    @Param(
            description =
                "bounds (every objective runs from 0 at its nadir to 1 at its utopia), observed (the"
                    + " same between the worst and the best model) or none (values as they are).",
            byDefault = "bounds")
        Normalization normalization) {

  /** Keeps its own copy, and refuses a single objective or one that is named twice. */
  public MultiObjectiveConfig {
    objectives = List.copyOf(objectives);
    if (objectives.size() < 2) {
      throw new InputException(
          "objectives names %d metric, but a trade-off is between at least two", objectives.size());
    }
    if (new HashSet<>(objectives).size() < objectives.size()) {
      throw new InputException("objectives names an objective twice; name each at most once");
    }
  }

  /** The stage that finds trade-offs by this section. */
  public MultiObjectiveStage stage(Map<String, Boolean> higherIsBetter) {
    return new MultiObjectiveStage(this, higherIsBetter);
  }
}
