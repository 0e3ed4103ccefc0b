package org.trellisrec.multiobjective;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How models trade objectives against each other.
 *
 * @param objectives the objectives, in the units of their metrics
 * @param models the models, in the order given
 * @param hypervolume volume that all models together dominate
 */
public record TradeOffs(Objectives objectives, List<Standing> models, double hypervolume) {
  /**
   * One model.
   *
   * @param point what it reached
   * @param utopiaDistance see {@link Objectives#utopiaDistance}
   * @param hypervolume volume that this model alone dominates; 0 with a missing value
   * @param onFront true if no other model dominates it
   */
  public record Standing(
      ModelPoint point, double utopiaDistance, double hypervolume, boolean onFront) {}

  /** Keeps its own copy. */
  public TradeOffs {
    models = List.copyOf(models);
  }

  /**
   * The trade-offs between finished values.
   *
   * @param scaled true to measure distance and volume on scales from nadir to utopia
   */
  static TradeOffs of(Objectives objectives, boolean scaled, List<ModelPoint> models) {
    Objectives scales = scaled ? objectives.scaled() : objectives;
    List<double[]> points =
        models.stream()
            .map(model -> scaled ? objectives.scaled(model.values()) : model.values())
            .toList();
    boolean[] front = scales.front(points);
    List<Standing> standings = new ArrayList<>();
    for (int i = 0; i < front.length; i++) {
      double[] point = points.get(i);
      standings.add(
          new Standing(
              models.get(i),
              scales.utopiaDistance(point),
              scales.hypervolume(List.of(point)),
              front[i]));
    }
    return new TradeOffs(objectives, standings, scales.hypervolume(points));
  }

  /** Values that lie beyond a bound, as sentences say it. */
  List<String> beyondBounds() {
    List<String> beyond = new ArrayList<>();
    for (Standing standing : models) {
      IntStream.range(0, objectives.all().size())
          .filter(i -> !Double.isNaN(standing.point().values()[i]))
          .filter(i -> !objectives.all().get(i).spans(standing.point().values()[i]))
          .mapToObj(i -> beyond(standing, i))
          .forEach(beyond::add);
    }
    return beyond;
  }

  private String beyond(Standing standing, int index) {
    Objective objective = objectives.all().get(index);
    return "%s of %s is %s, beyond its bounds %s and %s"
        .formatted(
            objective.title(),
            standing.point().model(),
            standing.point().values()[index],
            objective.nadir(),
            objective.utopia());
  }
}
