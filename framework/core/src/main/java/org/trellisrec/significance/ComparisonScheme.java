package org.trellisrec.significance;

import java.util.ArrayList;
import java.util.List;

/** Which models are compared with each other. */
public enum ComparisonScheme {
  /** The model with the best mean with every other. */
  BEST_VS_REST,
  /** Every model with every other, once. */
  ALL_PAIRS;

  /** Two models by their places among all; the first is the one whose advantage is positive. */
  record Pair(int a, int b) {}

  /**
   * The pairs to compare.
   *
   * @param models number of models
   * @param best place of the best, or -1 if no model has a mean: then there is nothing to compare
   *     with under {@link #BEST_VS_REST}
   */
  List<Pair> pairs(int models, int best) {
    List<Pair> pairs = new ArrayList<>();
    for (int a = 0; a < models; a++) {
      for (int b = 0; b < models; b++) {
        if (this == ALL_PAIRS ? a < b : a == best && b != best) {
          pairs.add(new Pair(a, b));
        }
      }
    }
    return pairs;
  }
}
