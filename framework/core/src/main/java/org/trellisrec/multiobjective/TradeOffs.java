package org.trellisrec.multiobjective;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.trellisrec.report.MetricRow;

/**
 * How models trade objectives against each other.
 *
 * @param objectives the objectives
 * @param models the models, in the order of their rows
 * @param hypervolume volume that all models together dominate
 */
public record TradeOffs(Objectives objectives, List<Standing> models, double hypervolume) {
  /**
   * One model.
   *
   * @param model label of the model
   * @param values its value under every objective, the mean over the rows; NaN if one is missing
   * @param utopiaDistance see {@link Objectives#utopiaDistance}
   * @param hypervolume volume that this model alone dominates; 0 with a missing value
   * @param onFront true if no other model dominates it
   */
  public record Standing(
      String model,
      List<Double> values,
      double utopiaDistance,
      double hypervolume,
      boolean onFront) {}

  /** Keeps its own copy. */
  public TradeOffs {
    models = List.copyOf(models);
  }

  /**
   * The trade-offs in finished values.
   *
   * @param rows values of one protocol and task; several folds and seeds of a model are averaged
   */
  public static TradeOffs of(Objectives objectives, List<MetricRow> rows) {
    Map<String, double[]> points = new LinkedHashMap<>();
    for (MetricRow row : rows) {
      points.computeIfAbsent(row.model(), model -> point(objectives, rows, model));
    }
    boolean[] front = objectives.front(List.copyOf(points.values()));
    List<Standing> models = new ArrayList<>();
    points.forEach(
        (model, point) ->
            models.add(
                new Standing(
                    model,
                    Arrays.stream(point).boxed().toList(),
                    objectives.utopiaDistance(point),
                    objectives.hypervolume(List.of(point)),
                    front[models.size()])));
    return new TradeOffs(objectives, models, objectives.hypervolume(List.copyOf(points.values())));
  }

  private static double[] point(Objectives objectives, List<MetricRow> rows, String model) {
    return objectives.all().stream()
        .mapToDouble(
            objective ->
                rows.stream()
                    .filter(row -> row.model().equals(model))
                    .filter(row -> row.metric().equals(objective.metric()))
                    .filter(row -> row.cutoff() == objective.cutoff())
                    .mapToDouble(MetricRow::value)
                    .average()
                    .orElse(Double.NaN))
        .toArray();
  }
}
