package org.trellisrec.tuning;

import java.util.List;

/**
 * A trial that a search can learn from.
 *
 * @param position where it was, see {@link org.trellisrec.config.search.SearchSpace#at}
 * @param score how it did, higher is better; NaN if there is nothing to judge it by, as of a trial
 *     that failed
 */
public record Tried(List<Double> position, double score) {
  /** Keeps its own copy. */
  public Tried {
    position = List.copyOf(position);
  }
}
