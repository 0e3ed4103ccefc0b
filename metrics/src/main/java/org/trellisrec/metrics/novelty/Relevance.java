package org.trellisrec.metrics.novelty;

import java.util.function.DoubleUnaryOperator;
import org.trellisrec.data.Interactions;
import org.trellisrec.metrics.accuracy.Gain;
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
   * @throws InputException if a discounted relevant rating is negative, or its weight too large to
   *     be added up
   */
  Weight in(TaskContext task) {
    return switch (this) {
      case NONE -> (list, rank) -> 1;
      case BINARY -> (list, rank) -> list.isRelevant(rank) ? 1 : 0;
      case DISCOUNTED -> discounted(task);
    };
  }

  private static Weight discounted(TaskContext task) {
    DoubleUnaryOperator gain = Gain.EXPONENTIAL.in(task, "set relevance: binary");
    double divisor = task.convention() == Convention.ELLIOT ? 1 : Math.pow(2, largestRating(task));
    return (list, rank) ->
        list.isRelevant(rank) ? gain.applyAsDouble(list.rating(rank)) / divisor : 0;
  }

  private static double largestRating(TaskContext task) {
    Interactions truth = task.task().truth();
    double largest = 0;
    for (int p = 0; p < truth.size(); p++) {
      float rating = truth.rating(p);
      if (rating < 0 && task.isRelevant(p)) {
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
