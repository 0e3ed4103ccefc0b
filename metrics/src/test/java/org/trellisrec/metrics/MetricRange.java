package org.trellisrec.metrics;

import java.util.function.DoublePredicate;
import org.trellisrec.spi.Convention;

/**
 * The ranges that the documentation of the metrics promises, for small tasks whose ratings and
 * scores are small numbers above 0.
 *
 * @param users number of users of the task
 * @param trainedUsers number of users with training interactions at most
 * @param items number of items in the lists, in training or in the truth
 * @param itemsWithInteractions number of those in training or in the truth
 * @param length of the longest list
 * @param leastElliotArea what the areas under the curve are at least in the convention of Elliot
 * @param mostElliotTopics features of all items for each one of a training item, at most
 */
record MetricRange(
    Convention convention,
    int users,
    int trainedUsers,
    int items,
    int itemsWithInteractions,
    int length,
    double leastElliotArea,
    double mostElliotTopics) {
  static final int BEST_RATING = 5;
  static final int BEST_SCORE = 4;

  private boolean isElliot() {
    return convention == Convention.ELLIOT;
  }

  /** With the padding item of RecBole. */
  private double known() {
    return itemsWithInteractions + 1;
  }

  /**
   * True for values in the range of a metric, or of the {@code ProbToBeRanked} of a cluster, which
   * Elliot does not limit to what could be shown.
   */
  DoublePredicate of(String name) {
    double smallest = smallest(name) - 1e-12;
    double largest = largest(name) + 1e-12;
    return value -> value >= smallest && value <= largest;
  }

  private double smallest(String name) {
    return switch (name) {
      case "PL", "BiasDisparityBD" -> -1;
      case "AUC", "GAUC", "LAUC" -> isElliot() ? leastElliotArea : 0;
      case "Gini" ->
          switch (convention) {
            case STANDARD -> 0;
            case ELLIOT -> Double.NEGATIVE_INFINITY;
            case RECBOLE -> Math.min(0, (known() - items) / known());
          };
      default -> 0;
    };
  }

  private double largest(String name) {
    double bits = Math.log(trainedUsers * items) / Math.log(2);
    double gain = isElliot() ? Math.pow(2, BEST_RATING + 1) - 1 : 1;
    return switch (name) {
      case "MAE", "RMSE", "UserMADrating", "ItemMADrating" -> BEST_RATING;
      case "MSE" -> BEST_RATING * BEST_RATING;
      case "ItemCoverage" ->
          switch (convention) {
            case STANDARD -> 1;
            case ELLIOT -> items;
            case RECBOLE -> items / known();
          };
      case "UserCoverage", "UserCoverageAtN" -> isElliot() ? users : 1;
      case "NumRetrieved", "ACLT" -> length;
      case "EFD", "SelfInformation" -> bits;
      case "ExtendedEFD" -> bits * gain;
      case "ExtendedEPC" -> gain;
      case "SEntropy" -> Math.log(isElliot() ? users * length : items) / Math.log(2);
      case "ARP", "PL" -> trainedUsers;
      case "Gini" -> isElliot() ? Double.POSITIVE_INFINITY : 1;
      case "RSP", "REO" -> Math.sqrt(2);
      case "ProbToBeRanked" -> isElliot() ? Double.MAX_VALUE : 1;
      case "SRecall" -> isElliot() ? mostElliotTopics : 1;
      case "ItemMADranking" -> Math.pow(2, BEST_RATING + 1) - 1;
      case "BiasDisparityBS", "BiasDisparityBR", "BiasDisparityBD" -> Double.POSITIVE_INFINITY;
      default -> 1;
    };
  }
}
