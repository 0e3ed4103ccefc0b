package org.trellisrec.multiobjective;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds trade-offs in finished values.
 *
 * @param config the objectives, with metric and cutoff looked up
 * @param higherIsBetter direction by label of metric
 */
public record MultiObjectiveStage(
    MultiObjectiveConfig config, Map<String, Boolean> higherIsBetter) {
  /** Keeps its own copy. */
  public MultiObjectiveStage {
    higherIsBetter = Map.copyOf(higherIsBetter);
  }

  /**
   * The trade-offs of every task.
   *
   * @param tasks by protocol and task, what the models reached under the objectives of the section,
   *     in their order
   */
  public MultiObjectiveReport compare(Map<TaskKey, List<ModelPoint>> tasks) {
    Map<TaskKey, TradeOffs> tables = new LinkedHashMap<>();
    List<String> notes = new ArrayList<>();
    tasks.forEach(
        (task, models) -> {
          TradeOffs tradeOffs =
              TradeOffs.of(
                  objectives(models), config.normalization() != Normalization.NONE, models);
          tables.put(task, tradeOffs);
          tradeOffs.beyondBounds().stream()
              .map(found -> "multi_objective, %s: %s".formatted(task.title(), found))
              .forEach(notes::add);
        });
    return new MultiObjectiveReport(config, tables, notes);
  }

  private Objectives objectives(List<ModelPoint> models) {
    List<Objective> objectives = new ArrayList<>();
    for (int i = 0; i < config.objectives().size(); i++) {
      int index = i;
      ObjectiveConfig goal = config.objectives().get(i);
      boolean higher = higherIsBetter.get(goal.metric());
      double[] values = models.stream().mapToDouble(model -> model.values()[index]).toArray();
      objectives.add(
          config.normalization() == Normalization.OBSERVED
              ? Objective.observed(goal.metric(), goal.cutoff(), higher, values)
              : goal.objective(higher));
    }
    return new Objectives(objectives);
  }
}
