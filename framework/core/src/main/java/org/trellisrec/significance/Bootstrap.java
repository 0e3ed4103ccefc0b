package org.trellisrec.significance;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.trellisrec.spi.Seed;

/**
 * Bootstrap confidence intervals of a mean over users: users are drawn with replacement, and the
 * mean is taken anew.
 *
 * @param config resamples, method and level
 */
public record Bootstrap(BootstrapConfig config) {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  /** Means that differ by less than this share count as equal: they differ by order of addition. */
  private static final double ROUNDING = 1e-12;

  /**
   * Means of several columns over the same resamples of users, so that the difference of two rows
   * is the replicate of the mean difference.
   *
   * @param columns values by column and user, all finite and of one length
   * @return means by column and resample
   */
  public double[][] replicates(double[][] columns, Seed seed) {
    double[][] means = new double[columns.length][config.resamples()];
    int users = columns.length == 0 ? 0 : columns[0].length;
    UniformRandomProvider rng = seed.rng();
    double[] drawn = new double[users];
    for (int r = 0; r < config.resamples(); r++) {
      Arrays.fill(drawn, 0);
      for (int i = 0; i < users; i++) {
        drawn[rng.nextInt(users)]++;
      }
      for (int column = 0; column < columns.length; column++) {
        means[column][r] = dot(columns[column], drawn) / users;
      }
    }
    return means;
  }

  /**
   * The interval of the mean of {@code values}.
   *
   * @param values one finite value per user
   * @param replicates their resampled means; kept as they are
   */
  public Interval interval(double[] values, double[] replicates) {
    if (values.length == 0) {
      return new Interval(Double.NaN, Double.NaN, Double.NaN);
    }
    Moments moments = Moments.of(values);
    if (!(moments.variance() > 0)) {
      return new Interval(moments.mean(), moments.mean(), moments.mean());
    }
    double[] sorted = replicates.clone();
    Arrays.sort(sorted);
    // 1 less a smaller tail rounds to 1, whose normal quantile is infinite.
    double tail = Math.max((1 - config.confidence()) / 2, Math.ulp(1.0));
    boolean bca = config.method() == IntervalMethod.BCA;
    double bias = bca ? bias(sorted, moments.mean()) : 0;
    double acceleration = bca ? acceleration(values, moments) : 0;
    return new Interval(
        moments.mean(),
        quantile(sorted, level(tail, bias, acceleration)),
        quantile(sorted, level(1 - tail, bias, acceleration)));
  }

  /** Four partial sums, so that the additions do not wait for each other. */
  private static double dot(double[] a, double[] b) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int i = 0;
    for (; i + 3 < a.length; i += 4) {
      s0 += a[i] * b[i];
      s1 += a[i + 1] * b[i + 1];
      s2 += a[i + 2] * b[i + 2];
      s3 += a[i + 3] * b[i + 3];
    }
    for (; i < a.length; i++) {
      s0 += a[i] * b[i];
    }
    return (s0 + s1) + (s2 + s3);
  }

  /** The level at which BCa takes its quantile; {@code level} itself without correction. */
  private static double level(double level, double bias, double acceleration) {
    double z = bias + NORMAL.inverseCumulativeProbability(level);
    return NORMAL.cumulativeProbability(bias + z / (1 - acceleration * z));
  }

  /** The normal quantile of the share of replicates below the mean, equal ones counted half. */
  private static double bias(double[] sorted, double mean) {
    double rounding = ROUNDING * Math.max(Math.abs(sorted[0]), Math.abs(sorted[sorted.length - 1]));
    double below = 0;
    for (double replicate : sorted) {
      boolean equal = Math.abs(replicate - mean) <= rounding;
      below += equal ? 0.5 : replicate < mean ? 1 : 0;
    }
    return NORMAL.inverseCumulativeProbability(below / sorted.length);
  }

  /**
   * The jackknife estimate, which for a mean is a sixth of the skewness over the square root of n.
   */
  private static double acceleration(double[] values, Moments moments) {
    double cubes = 0;
    for (double value : values) {
      double distance = value - moments.mean();
      cubes += distance * distance * distance;
    }
    double squares = moments.variance() * (values.length - 1);
    return cubes / (6 * Math.pow(squares, 1.5));
  }

  /** Linear between order statistics, as numpy's default and R's type 7. */
  private static double quantile(double[] sorted, double level) {
    double place = level * (sorted.length - 1);
    int low = (int) place;
    int high = Math.min(low + 1, sorted.length - 1);
    return sorted[low] + (place - low) * (sorted[high] - sorted[low]);
  }
}
