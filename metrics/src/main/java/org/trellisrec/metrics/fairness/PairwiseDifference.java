package org.trellisrec.metrics.fairness;

import java.util.Arrays;
import org.trellisrec.spi.Convention;

/** The mean absolute difference of the means of several groups, over all pairs of groups. */
final class PairwiseDifference {
  private PairwiseDifference() {}

  /**
   * The difference; groups without a member are left out, except that Elliot has no value then.
   *
   * @param means by group; NaN for one without a member
   * @return NaN with fewer than two groups
   */
  static double of(double[] means, Convention convention) {
    double[] defined =
        convention == Convention.ELLIOT
            ? means
            : Arrays.stream(means).filter(mean -> !Double.isNaN(mean)).toArray();
    double sum = 0;
    for (int a = 1; a < defined.length; a++) {
      for (int b = 0; b < a; b++) {
        sum += Math.abs(defined[a] - defined[b]);
      }
    }
    return sum / (defined.length * (defined.length - 1) / 2.0);
  }
}
