package org.trellisrec.pipeline;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.trellisrec.tuning.Tried;

/**
 * The trials of a model: those that are known before the first, and those that a search chooses by
 * how the others did.
 *
 * @param ahead the first ones, at least one
 * @param size number of all
 * @param search finds the position of the next one
 * @param made makes the trial of this number at a position; one that cannot be is a trial that
 *     fails
 */
record Trials(List<Trial> ahead, int size, Search search, Made made) {
  /** Finds the position of the trial after some, see {@link org.trellisrec.tuning.SearchPlan}. */
  interface Search {
    List<Double> next(List<Tried> before, List<List<Double>> taken);
  }

  /** Makes a trial. */
  interface Made {
    Trial at(int number, List<Double> position);
  }

  /** Keeps its own copy. */
  Trials {
    ahead = List.copyOf(ahead);
  }

  /** These and no others. */
  static Trials of(List<Trial> all) {
    return new Trials(
        all,
        all.size(),
        (before, taken) -> all.get(before.size()).position(),
        (number, position) -> all.get(number));
  }

  Trial first() {
    return ahead.get(0);
  }

  /** True if a search chooses some of them by how the others did. */
  boolean sequential() {
    return size > ahead.size();
  }

  /** True if there is something to choose. */
  boolean several() {
    return size > 1;
  }

  /**
   * The trial after these.
   *
   * @param taken positions of all trials that an interrupted run has recorded
   */
  Trial next(List<Tried> before, List<List<Double>> taken) {
    return at(before.size(), search.next(before, taken));
  }

  /**
   * The trial of this number.
   *
   * @param position where it is; the first ones have positions of their own, and need none
   */
  Trial at(int number, List<Double> position) {
    return number < ahead.size() ? ahead.get(number) : made.at(number, position);
  }

  /**
   * The trial that a saved model belongs to: one with its parameters that is known ahead, or where
   * a search chooses, the one at its position if that has its parameters.
   */
  Optional<Trial> matching(SavedWeights.Description saved) {
    boolean anywhere = sequential() && saved.position().size() == first().position().size();
    Stream<Trial> there =
        anywhere ? Stream.of(made.at(saved.trial(), saved.position())) : Stream.empty();
    return Stream.concat(ahead.stream(), there)
        .filter(trial -> trial.parameters().equals(saved.parameters()))
        .findFirst();
  }
}
