package org.trellisrec.metrics.novelty;

import org.trellisrec.data.Interactions;
import org.trellisrec.spi.Convention;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.RankedList;
import org.trellisrec.spi.TaskContext;

/** How much the relevance of an item counts when its novelty is taken in. */
public enum Relevance {
  /** 1 for a relevant item, 0 for another. */
  BINARY,
  /** Grows with the held-out rating; 0 for an item that is not relevant. */
  DISCOUNTED,
  /** 1 for every item. */
  NONE;

  /** The weight of the item at a rank. */
  @FunctionalInterface
  interface Weight {
    double of(RankedList list, int rank);
  }

  /**
   * The weights in a task. Discounted: {@code (2^r - 1) / 2^max r} as in expected reciprocal rank;
   * in Elliot's convention {@code 2^(r - threshold + 1) - 1}.
   *
   * @throws InputException if a discounted relevant rating is negative
   */
  Weight in(TaskContext task) {
    return switch (this) {
      case NONE -> (list, rank) -> 1;
      case BINARY -> (list, rank) -> list.isRelevant(rank) ? 1 : 0;
      case DISCOUNTED ->
          task.convention() == Convention.ELLIOT
              ? discounted(1 - task.relevanceThreshold(), 1)
              : discounted(0, Math.pow(2, largestRating(task)));
    };
  }

  private static Weight discounted(double shift, double divisor) {
    return (list, rank) ->
        list.isRelevant(rank) ? (Math.pow(2, list.rating(rank) + shift) - 1) / divisor : 0;
  }

  private static double largestRating(TaskContext task) {
    Interactions truth = task.task().truth();
    double largest = 0;
    for (int p = 0; p < truth.size(); p++) {
      float rating = truth.rating(p);
      if (rating < 0 && rating >= task.relevanceThreshold()) {
        throw new InputException(
            "relevance: discounted needs ratings of at least 0, but a held-out rating is %s; raise"
                + " relevance_threshold or set relevance: binary",
            rating);
      }
      largest = Math.max(largest, rating);
    }
    return largest;
  }
}
