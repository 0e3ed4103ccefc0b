package org.trellisrec.metrics.accuracy;

import java.util.function.DoubleUnaryOperator;
import org.trellisrec.data.Interactions;
import org.trellisrec.spi.Convention;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.TaskContext;

/** What a relevant item is worth, by its rating. */
public enum Gain {
  /** {@code 2^rating - 1}. */
  EXPONENTIAL,
  /** The rating. */
  LINEAR,
  /** 1, whatever the rating. */
  BINARY;

  /** Of gains up to this, as many as there are longs can be added up. */
  private static final double LARGEST = 0x1p960;

  /**
   * The gain of the relevant items of a task by their rating; in Elliot's convention ratings are
   * shifted so that the threshold counts as 1.
   *
   * @param remedy what else than binarizing helps against gains that are too large
   * @throws InputException if sums of the gains of held-out items could be infinite
   */
  public DoubleUnaryOperator in(TaskContext task, String remedy) {
    double shift = task.convention() == Convention.ELLIOT ? 1 - task.relevanceThreshold() : 0;
    float largest = largestRating(task);
    if (of(largest + shift) > LARGEST) {
      throw new InputException(
          "the largest held-out rating is %s, and a gain that is exponential in it is too large to"
              + " be added up; %s, or make every rating 1 (binarize: true)",
          largest, remedy);
    }
    return rating -> of(rating + shift);
  }

  private static float largestRating(TaskContext task) {
    Interactions truth = task.task().truth();
    float largest = Float.NEGATIVE_INFINITY;
    for (int p = 0; p < truth.size(); p++) {
      largest = task.isRelevant(p) ? Math.max(largest, truth.rating(p)) : largest;
    }
    return largest;
  }

  private double of(double rating) {
    return switch (this) {
      case EXPONENTIAL -> powerOfTwo(rating) - 1;
      case LINEAR -> rating;
      case BINARY -> 1;
    };
  }

  private static double powerOfTwo(double exponent) {
    int whole = (int) exponent;
    boolean exact = whole == exponent && whole >= 0 && whole < Long.SIZE - 1;
    return exact ? 1L << whole : Math.pow(2, exponent);
  }
}
