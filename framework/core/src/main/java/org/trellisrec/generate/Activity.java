package org.trellisrec.generate;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/** How many interactions each user has: log-normal above a minimum, with an exact total. */
final class Activity {
  private static final double SPREAD = 0.8;

  private final int[] counts;
  private final double[] weights;
  private final int limit;
  private long left;

  private Activity(int[] counts, double[] weights, int limit, long left) {
    this.counts = counts;
    this.weights = weights;
    this.limit = limit;
    this.left = left;
  }

  static int[] counts(Generated.Params params, UniformRandomProvider rng) {
    ZigguratSampler.NormalizedGaussian gaussian = ZigguratSampler.NormalizedGaussian.of(rng);
    int[] counts = new int[params.users()];
    double[] weights = new double[params.users()];
    for (int user = 0; user < counts.length; user++) {
      counts[user] = params.minPerUser();
      weights[user] = Math.exp(SPREAD * gaussian.sample());
    }
    long left = params.interactions() - (long) params.users() * params.minPerUser();
    Activity activity = new Activity(counts, weights, params.maxPerUser(), left);
    activity.spread();
    return counts;
  }

  /** In proportion to the weights; what falls beyond a user's limit is spread over the others. */
  private void spread() {
    long before;
    do {
      before = left;
      pass(before / openWeight());
    } while (left > 0 && left < before);
    for (int user = 0; left > 0; user = (user + 1) % counts.length) {
      give(user, 1);
    }
  }

  private double openWeight() {
    double open = 0;
    for (int user = 0; user < counts.length; user++) {
      open += counts[user] < limit ? weights[user] : 0;
    }
    return Math.max(open, Double.MIN_NORMAL);
  }

  private void pass(double perWeight) {
    for (int user = 0; user < counts.length; user++) {
      give(user, (long) (perWeight * weights[user]));
    }
  }

  private void give(int user, long share) {
    int given = (int) Math.min(Math.min(share, limit - counts[user]), left);
    counts[user] += given;
    left -= given;
  }
}
