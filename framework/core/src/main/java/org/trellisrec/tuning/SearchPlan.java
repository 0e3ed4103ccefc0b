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
import org.trellisrec.data.EnumWord;
import org.trellisrec.spi.Seed;

/** Decides in advance which points of a search space are tried, in which order. */
public final class SearchPlan {
  private SearchPlan() {}

  /**
   * The points to try.
   *
   * <p>A space of finitely many points is a grid, and no point of it is tried twice, since trials
   * have seeds of their own and a point would win by its luckiest one. All points are tried in
   * order, the last parameter varying fastest; with fewer trials than points, that many of them
   * drawn at random, in the same order. As soon as one parameter has a distribution, every trial is
   * drawn at random, and values that occur more than once, as those of {@code int}, may be drawn
   * again. The sequential searches of Elliot (tpe, atpe, mix, anneal) are not available; random
   * search takes their place, and a note says so.
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
    if (meta.hyperOptAlg() != Search.GRID && meta.hyperOptAlg() != Search.RAND) {
      notes.accept(
          "hyper_opt_alg %s is not available; the trials are drawn at random"
              .formatted(EnumWord.of(meta.hyperOptAlg())));
    }
    OptionalLong size = space.gridSize();
    if (size.isPresent()) {
      noteNumber(size.getAsLong(), meta.hyperMaxEvals(), notes);
      return gridPoints(space, size.getAsLong(), meta.hyperMaxEvals(), seed);
    }
    int trials = meta.hyperMaxEvals() == null ? 1 : meta.hyperMaxEvals();
    if (meta.hyperOptAlg() == Search.GRID) {
      notes.accept(
          ("hyper_opt_alg is grid (its default), but a distribution has no grid: each of the %d trials"
                  + " is drawn at random for all parameters (%s), as with rand")
              .formatted(trials, String.join(", ", space.domains().keySet())));
    }
    return draws(space, trials, seed.rng());
  }

  private static void noteNumber(long size, Integer limit, Consumer<String> notes) {
    if (limit != null && limit < size) {
      notes.accept(
          "%d of the %d points of the grid are tried, as hyper_max_evals says"
              .formatted(limit, size));
    } else if (limit != null && limit > size) {
      notes.accept(
          "hyper_max_evals is %d, but the grid has %d points: each is tried once"
              .formatted(limit, size));
    }
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
