package org.trellisrec.tuning;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.trellisrec.config.search.Domain;
import org.trellisrec.config.search.SearchSpace;

/**
 * The Tree-structured Parzen Estimator (Bergstra et al., NIPS 2011), each parameter by itself: what
 * the best trials have in common is likely to be good, unless the others have it as well.
 *
 * <p>Parameters are estimated on the unit interval of their domains, where every domain is spread
 * evenly, a log-uniform one by its logarithm. A value that many positions have is weighed by its
 * probability.
 *
 * @param space what to vary
 * @param tried all trials so far, in order
 * @param taken positions of trials that nothing is learned from, but that are not to be proposed
 *     again
 */
record TreeParzen(SearchSpace space, List<Tried> tried, List<List<Double>> taken) {
  private static final int CANDIDATES = 24;
  private static final double SHARE_OF_BEST = 0.1;
  private static final int MOST_BEST = 25;

  /**
   * A position of one parameter, and how much likelier it is among the best trials than among the
   * others, as a logarithm.
   */
  private record Candidate(double position, double gain) {}

  /** One candidate of each parameter, by their ranks. */
  private record Choice(List<Integer> ranks, double gain) {
    static Choice of(List<List<Candidate>> candidates, List<Integer> ranks) {
      double gain =
          IntStream.range(0, ranks.size())
              .mapToDouble(i -> candidates.get(i).get(ranks.get(i)).gain())
              .sum();
      return new Choice(ranks, gain);
    }

    List<Double> position(List<List<Candidate>> candidates) {
      return IntStream.range(0, ranks.size())
          .mapToObj(i -> candidates.get(i).get(ranks.get(i)).position())
          .toList();
    }

    /** Those that differ in one parameter, which has its next candidate. */
    Stream<Choice> worse(List<List<Candidate>> candidates) {
      return IntStream.range(0, ranks.size())
          .filter(i -> ranks.get(i) + 1 < candidates.get(i).size())
          .mapToObj(
              i -> {
                List<Integer> next = new ArrayList<>(ranks);
                next.set(i, ranks.get(i) + 1);
                return of(candidates, next);
              });
    }
  }

  /**
   * The next position to try. Of every parameter, candidates are drawn from the estimate of the
   * best trials; of their combinations, the best by the ratio of the two estimates is taken whose
   * values were neither tried yet nor are taken. If all are, it is a random position, on a grid one
   * that is new.
   *
   * @param random the only source of randomness
   */
  List<Double> next(UniformRandomProvider random) {
    List<Tried> ranked = ranked();
    long scored = ranked.stream().filter(TreeParzen::hasScore).count();
    int best = (int) Math.min(MOST_BEST, Math.ceil(SHARE_OF_BEST * scored));
    List<List<Candidate>> candidates = new ArrayList<>();
    for (Domain domain : space.domains().values()) {
      int parameter = candidates.size();
      List<Double> positions =
          ranked.stream()
              .map(trial -> domain.cell(trial.position().get(parameter)).middle())
              .toList();
      candidates.add(
          candidates(
              domain,
              Estimate.of(domain, positions.subList(0, best)),
              Estimate.of(domain, positions.subList(best, positions.size())),
              random));
    }
    return untried(candidates, random);
  }

  /**
   * The best trial first. What has no score comes last and is never among the best: if failures
   * were left out, nothing would speak against trying the same once more.
   */
  private List<Tried> ranked() {
    Comparator<Tried> byScore = Comparator.comparingDouble(Tried::score).reversed();
    return Stream.concat(
            tried.stream().filter(TreeParzen::hasScore).sorted(byScore),
            tried.stream().filter(trial -> !hasScore(trial)))
        .toList();
  }

  private static boolean hasScore(Tried trial) {
    return !Double.isNaN(trial.score());
  }

  /** Distinct values, the most promising first. */
  private static List<Candidate> candidates(
      Domain domain, Estimate good, Estimate other, UniformRandomProvider random) {
    return DoubleStream.generate(() -> good.draw(random))
        .limit(CANDIDATES)
        .mapToObj(domain::cell)
        .distinct()
        .map(
            cell ->
                new Candidate(cell.middle(), Math.log(good.at(cell)) - Math.log(other.at(cell))))
        .sorted(Comparator.comparingDouble(Candidate::gain).reversed())
        .toList();
  }

  /** Goes through the combinations, the most promising first, until one is new. */
  private List<Double> untried(List<List<Candidate>> candidates, UniformRandomProvider random) {
    Set<Map<String, Object>> known =
        Stream.concat(tried.stream().map(Tried::position), taken.stream())
            .map(space::at)
            .collect(Collectors.toSet());
    PriorityQueue<Choice> queue =
        new PriorityQueue<>(Comparator.comparingDouble(Choice::gain).reversed());
    Set<Choice> queued = new HashSet<>();
    Choice first = Choice.of(candidates, Collections.nCopies(candidates.size(), 0));
    queue.add(first);
    while (!queue.isEmpty()) {
      Choice choice = queue.remove();
      List<Double> position = choice.position(candidates);
      if (!known.contains(space.at(position))) {
        return position;
      }
      choice.worse(candidates).filter(queued::add).forEach(queue::add);
    }
    List<Double> position = SearchPlan.draw(space, random);
    while (space.gridSize().isPresent() && known.contains(space.at(position))) {
      position = SearchPlan.draw(space, random);
    }
    return position;
  }
}
