package org.trellisrec.tensorflow.graph;

/**
 * Fills some placeholders from a value. May be called by a thread other than the one that runs the
 * graph, but by one at a time for each value.
 *
 * @param <S> what the values are made from
 */
@FunctionalInterface
public interface Feed<S> {
  /** Puts a value for every placeholder it is responsible for. */
  void fill(S source, Feeds feeds);
}
