package org.trellisrec.pipeline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.trellisrec.multiobjective.ModelPoint;
import org.trellisrec.multiobjective.MultiObjectiveReport;
import org.trellisrec.multiobjective.MultiObjectiveStage;
import org.trellisrec.multiobjective.ObjectiveConfig;
import org.trellisrec.multiobjective.TaskKey;
import org.trellisrec.report.FinishedUnits;
import org.trellisrec.report.MetricRow;
import org.trellisrec.report.Spread;

/**
 * Finds the trade-offs of a run in its rows.
 *
 * @param stage finds them in points
 */
record TradeOffStage(MultiObjectiveStage stage) {
  /**
   * The trade-offs of every test task; folds and seeds of a model are averaged, but for undefined
   * values. A model that failed in folds or seeds that others finished is left out with a note, as
   * its averages are of other data.
   */
  MultiObjectiveReport compare(List<MetricRow> rows, FinishedUnits finished) {
    Set<String> notes = new LinkedHashSet<>();
    Map<TaskKey, List<MetricRow>> byTask = new LinkedHashMap<>();
    for (MetricRow row : rows) {
      if (finished.lacks(row.protocol(), row.model())) {
        notes.add(leftOut(row, finished));
      } else if (!row.validation()) {
        TaskKey task = new TaskKey(row.protocol(), row.task());
        byTask.computeIfAbsent(task, key -> new ArrayList<>()).add(row);
      }
    }
    Map<TaskKey, List<ModelPoint>> points = new LinkedHashMap<>();
    byTask.forEach((task, own) -> points.put(task, points(own)));
    return stage.compare(points).noting(notes);
  }

  private static String leftOut(MetricRow row, FinishedUnits finished) {
    return "multi_objective, %s: %s is left out, as it finished only %s"
        .formatted(row.protocol(), row.model(), finished.share(row.protocol(), row.model()));
  }

  private List<ModelPoint> points(List<MetricRow> rows) {
    Set<String> models = new LinkedHashSet<>();
    rows.forEach(row -> models.add(row.model()));
    return models.stream()
        .map(model -> point(model, rows.stream().filter(r -> r.model().equals(model)).toList()))
        .toList();
  }

  private ModelPoint point(String model, List<MetricRow> rows) {
    List<ObjectiveConfig> objectives = stage.config().objectives();
    double[] values = new double[objectives.size()];
    int least = Integer.MAX_VALUE;
    int most = 0;
    for (int i = 0; i < values.length; i++) {
      ObjectiveConfig goal = objectives.get(i);
      List<MetricRow> own =
          rows.stream()
              .filter(r -> r.metric().equals(goal.metric()) && r.cutoff() == goal.cutoff())
              .toList();
      values[i] = Spread.of(own.stream().mapToDouble(MetricRow::value).toArray()).mean();
      least = Math.min(least, own.stream().mapToInt(MetricRow::users).min().orElse(0));
      most = Math.max(most, own.stream().mapToInt(MetricRow::users).max().orElse(0));
    }
    return new ModelPoint(model, values, least, most);
  }
}
