package org.trellisrec.metrics.fairness;

import java.util.Arrays;
import org.trellisrec.spi.Convention;

/** The mean absolute difference of the means of several groups, over all pairs of groups. */
final class PairwiseDifference {
  private PairwiseDifference() {}

  /**
   * The difference; groups without a member are left out, except that Elliot has no value then.
   *
   * @return NaN with fewer than two groups
   */
  static double of(double[] sums, long[] counts, Convention convention) {
    double[] means = new double[sums.length];
    Arrays.setAll(means, group -> sums[group] / counts[group]);
    if (convention != Convention.ELLIOT) {
      means = Arrays.stream(means).filter(mean -> !Double.isNaN(mean)).toArray();
    }
    double sum = 0;
    for (int a = 1; a < means.length; a++) {
      for (int b = 0; b < a; b++) {
        sum += Math.abs(means[a] - means[b]);
      }
    }
    return sum / (means.length * (means.length - 1) / 2.0);
  }
}
