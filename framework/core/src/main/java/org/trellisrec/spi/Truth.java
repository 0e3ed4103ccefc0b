package org.trellisrec.spi;

/**
 * The relevant items of one user in one task: those held out with a rating of at least the
 * relevance threshold. Valid only during the call.
 */
public interface Truth {
  /** Number of relevant items; 0 is possible if the threshold excludes all. */
  int size();

  /** The relevant item number {@code index}, ascending by item. */
  int item(int index);

  /** Its held-out rating. */
  float rating(int index);

  /**
   * The ratings from the highest to the lowest, as an ideal list would present them.
   *
   * @param place in {@code [0, size)}
   */
  float idealRating(int place);

  /**
   * Its rank among all candidates, from 0, or -1 if it is not a candidate or could not be scored.
   * Only for metrics that require {@link Metric.Requirement#FULL_RANKING}.
   */
  int rank(int index);

  /**
   * Its rank as {@link #rank} gives it, except that candidates with equal scores all have the mean
   * of their ranks; -1 if it has no rank. Under the same requirement.
   */
  double meanRank(int index);

  /** Its score, or NaN if it could not be scored; under the same requirement. */
  double score(int index);

  /** Number of candidates ranked for this user; under the same requirement. */
  int candidates();
}
