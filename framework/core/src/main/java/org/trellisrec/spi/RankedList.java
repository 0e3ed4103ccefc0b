package org.trellisrec.spi;

/**
 * The recommendations for one user, cut at one cutoff. Ranks count from 0. Valid only during the
 * call.
 */
public interface RankedList {
  /** The user's index. */
  int user();

  /** The cutoff k. */
  int cutoff();

  /** Number of items in the list: k, or fewer if fewer were recommended. */
  int size();

  /** The item at {@code rank}, in {@code [0, size)}. */
  int item(int rank);

  /** The model's score of the item at {@code rank}. */
  double score(int rank);

  /** True if the item at {@code rank} is relevant. */
  boolean isRelevant(int rank);

  /** The held-out rating of the item at {@code rank}, or NaN if it is not relevant. */
  float rating(int rank);

  /** Number of relevant items in the list. */
  int hits();

  /** Rank of the first relevant item, or -1 if there is none. */
  int firstHit();

  /** The user's relevant items. */
  Truth truth();
}
