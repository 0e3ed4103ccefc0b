package org.trellisrec.tuning;

import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.trellisrec.config.ModelMeta;
import org.trellisrec.config.ModelMeta.Search;
import org.trellisrec.config.search.SearchSpace;
import org.trellisrec.data.EnumWord;
import org.trellisrec.spi.Seed;

/**
 * Decides which points of a search space are tried, in which order: a function from the trials so
 * far to the next one. Grid and random search lay all of them down ahead and learn nothing; TPE
 * does so with its first ones alone.
 *
 * <p>A space of finitely many points is a grid, and no point of it is tried twice, since trials
 * have seeds of their own and a point would win by its luckiest one. All points are tried in order,
 * the last parameter varying fastest, whatever the algorithm; with fewer trials than points, grid
 * and random search try that many of them drawn at random, in the same order. As soon as one
 * parameter has a distribution, every trial is drawn, and values that occur more than once, as
 * those of {@code int}, may be drawn again; TPE does so only where it finds nothing new.
 *
 * <p>TPE stands in for the other sequential searches of Elliot (atpe, mix, anneal), and a note says
 * so.
 */
public final class SearchPlan {
  /** Trials that TPE draws at random before it learns from them. */
  static final int STARTUP = 10;

  private final SearchSpace space;
  private final Seed seed;
  private final List<List<Double>> ahead;
  private final int trials;

  private SearchPlan(SearchSpace space, Seed seed, List<List<Double>> ahead, int trials) {
    this.space = space;
    this.seed = seed;
    this.ahead = List.copyOf(ahead);
    this.trials = trials;
  }

  /**
   * The search of a space.
   *
   * @param space what to vary
   * @param meta algorithm and number of trials
   * @param seed the only source of randomness
   * @param notes takes in what the user should know
   */
  public static SearchPlan of(
      SearchSpace space, ModelMeta meta, Seed seed, Consumer<String> notes) {
    if (space.isEmpty()) {
      noteNothing(meta.hyperMaxEvals(), notes);
      return new SearchPlan(space, seed, List.of(List.of()), 1);
    }
    OptionalLong size = space.gridSize();
    return size.isPresent()
        ? ofGrid(space, size.getAsLong(), meta, seed, notes)
        : ofDistributions(space, meta, seed, notes);
  }

  private static SearchPlan ofGrid(
      SearchSpace space, long size, ModelMeta meta, Seed seed, Consumer<String> notes) {
    Integer limit = meta.hyperMaxEvals();
    noteNumber(size, limit, notes);
    int trials = Math.toIntExact(limit == null ? size : Math.min(limit, size));
    int first = trials < size ? laidDown(meta, trials, notes) : trials;
    return new SearchPlan(space, seed, gridPositions(space, size, first, seed), trials);
  }

  private static SearchPlan ofDistributions(
      SearchSpace space, ModelMeta meta, Seed seed, Consumer<String> notes) {
    int trials = meta.hyperMaxEvals() == null ? 1 : meta.hyperMaxEvals();
    if (meta.hyperOptAlg() == Search.GRID) {
      notes.accept(
          ("hyper_opt_alg is grid (its default), but a distribution has no grid: each of the %d trials"
                  + " is drawn at random for all parameters (%s), as with rand")
              .formatted(trials, String.join(", ", space.domains().keySet())));
    }
    UniformRandomProvider random = seed.rng();
    List<List<Double>> ahead =
        Stream.generate(() -> draw(space, random)).limit(laidDown(meta, trials, notes)).toList();
    return new SearchPlan(space, seed, ahead, trials);
  }

  /** How many of the trials the algorithm lays down ahead. */
  private static int laidDown(ModelMeta meta, int trials, Consumer<String> notes) {
    Search search = meta.hyperOptAlg();
    if (search == Search.GRID || search == Search.RAND) {
      return trials;
    }
    if (search != Search.TPE) {
      notes.accept(
          "hyper_opt_alg %s is not available; tpe takes its place".formatted(EnumWord.of(search)));
    }
    if (trials <= STARTUP) {
      notes.accept(
          "tpe draws its first %d trials at random: of %d trials, none learns from others; raise hyper_max_evals"
              .formatted(STARTUP, trials));
    }
    return Math.min(trials, STARTUP);
  }

  private static void noteNothing(Integer limit, Consumer<String> notes) {
    if (limit != null && limit > 1) {
      notes.accept(
          "hyper_max_evals is %d, but no parameter is to be searched: there is one trial"
              .formatted(limit));
    }
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

  private static List<List<Double>> gridPositions(
      SearchSpace space, long size, int number, Seed seed) {
    if (number == size) {
      return LongStream.range(0, size).mapToObj(space::gridPosition).toList();
    }
    UniformRandomProvider random = seed.rng();
    Set<Long> chosen = new TreeSet<>();
    while (chosen.size() < number) {
      chosen.add(random.nextLong(size));
    }
    return chosen.stream().map(space::gridPosition).toList();
  }

  /** A position drawn from the distributions of the domains. */
  static List<Double> draw(SearchSpace space, UniformRandomProvider random) {
    return space.domains().keySet().stream().map(path -> random.nextDouble()).toList();
  }

  /** Number of trials, at least one. */
  public int trials() {
    return trials;
  }

  /** The positions of the first trials, which depend on no score; at least one. */
  public List<List<Double>> ahead() {
    return ahead;
  }

  /**
   * The position of the next trial, the same for the same seed and trials.
   *
   * @param before all trials so far, in order, those that failed as well; fewer than {@link
   *     #trials}
   * @param taken positions of all trials whose results are known from a run before, those of later
   *     numbers as well: if one of the first is tried again, TPE comes to other points than it did
   * @return a number in [0, 1) for every parameter, see {@link SearchSpace#at}
   */
  public List<Double> next(List<Tried> before, List<List<Double>> taken) {
    int number = before.size();
    return number < ahead.size()
        ? ahead.get(number)
        : new TreeParzen(space, before, taken).next(seed.derive("trial-" + number).rng());
  }
}
