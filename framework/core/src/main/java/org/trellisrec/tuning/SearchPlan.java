package org.trellisrec.tuning;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.trellisrec.config.ModelMeta;
import org.trellisrec.config.ModelMeta.Search;
import org.trellisrec.config.search.SearchSpace;
import org.trellisrec.spi.Seed;

/** Decides in advance which points of a search space are tried, in which order. */
public final class SearchPlan {
  private SearchPlan() {}

  /**
   * The points to try.
   *
   * <p>{@code grid} takes every point in order, the last parameter varying fastest; with fewer
   * trials than points, that many of them drawn at random without repetition, in grid order. {@code
   * rand} draws every trial from the distributions. The sequential searches of Elliot (tpe, atpe,
   * mix, anneal) are not available; random search takes their place, and a note says so.
   *
   * @param space what to vary
   * @param meta algorithm and number of trials
   * @param seed the only source of randomness
   * @param notes takes in what the user should know
   * @return at least one assignment of values to the paths of the space
   */
  public static List<Map<String, Object>> points(
      SearchSpace space, ModelMeta meta, Seed seed, Consumer<String> notes) {
    if (space.isEmpty()) {
      if (meta.hyperMaxEvals() != null && meta.hyperMaxEvals() > 1) {
        notes.accept(
            "hyper_max_evals is %d, but no parameter is to be searched: there is one trial"
                .formatted(meta.hyperMaxEvals()));
      }
      return List.of(Map.of());
    }
    OptionalLong size = space.gridSize();
    if (meta.hyperOptAlg() == Search.GRID && size.isPresent()) {
      List<Map<String, Object>> points =
          gridPoints(space, size.getAsLong(), meta.hyperMaxEvals(), seed);
      if (points.size() < size.getAsLong()) {
        notes.accept(
            "%d of the %d points of the grid are tried, as hyper_max_evals says"
                .formatted(points.size(), size.getAsLong()));
      }
      return points;
    }
    if (meta.hyperOptAlg() != Search.GRID && meta.hyperOptAlg() != Search.RAND) {
      notes.accept(
          "hyper_opt_alg %s is not available; the trials are drawn at random"
              .formatted(meta.hyperOptAlg().name().toLowerCase(java.util.Locale.ROOT)));
    }
    int trials =
        meta.hyperMaxEvals() != null ? meta.hyperMaxEvals() : Math.toIntExact(size.orElse(1));
    return draws(space, trials, seed.rng());
  }

  private static List<Map<String, Object>> gridPoints(
      SearchSpace space, long size, Integer limit, Seed seed) {
    if (limit == null || limit >= size) {
      return LongStream.range(0, size).mapToObj(space::gridPoint).toList();
    }
    UniformRandomProvider random = seed.rng();
    Set<Long> chosen = new TreeSet<>();
    while (chosen.size() < limit) {
      chosen.add(random.nextLong(size));
    }
    return chosen.stream().map(space::gridPoint).toList();
  }

  private static List<Map<String, Object>> draws(
      SearchSpace space, int trials, UniformRandomProvider random) {
    List<Map<String, Object>> points = new ArrayList<>(trials);
    for (int trial = 0; trial < trials; trial++) {
      Map<String, Object> point = new LinkedHashMap<>();
      space.domains().forEach((path, domain) -> point.put(path, domain.at(random.nextDouble())));
      points.add(point);
    }
    return points;
  }
}
