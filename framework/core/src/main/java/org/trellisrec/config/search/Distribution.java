package org.trellisrec.config.search;

import org.apache.commons.math3.distribution.NormalDistribution;

/** How the values of a continuous domain are spread. */
public enum Distribution {
  /** Uniform between two bounds. */
  UNIFORM("uniform"),
  /** The logarithm is uniform between the logarithms of two bounds. */
  LOG_UNIFORM("log_uniform"),
  /** Normal with a mean and a standard deviation. */
  NORMAL("normal"),
  /** The natural logarithm is normal with a mean and a standard deviation. */
  LOG_NORMAL("log_normal"),
  /** Whole numbers between two bounds, both included, equally likely. */
  INTEGER("int");

  private static final NormalDistribution STANDARD_NORMAL = new NormalDistribution(null, 0, 1);

  private final String key;

  Distribution(String key) {
    this.key = key;
  }

  /** The key in configurations. */
  public String key() {
    return key;
  }

  /** True if the two numbers of the distribution are bounds, not mean and deviation. */
  public boolean isBounded() {
    return this != NORMAL && this != LOG_NORMAL;
  }

  /** The value below which a share {@code u} of all values lies, {@code u} in (0, 1). */
  double quantile(double u, double a, double b) {
    return switch (this) {
      case UNIFORM -> a + u * (b - a);
      case LOG_UNIFORM -> Math.exp(Math.log(a) + u * (Math.log(b) - Math.log(a)));
      case NORMAL -> a + b * STANDARD_NORMAL.inverseCumulativeProbability(u);
      case LOG_NORMAL -> Math.exp(a + b * STANDARD_NORMAL.inverseCumulativeProbability(u));
      case INTEGER -> a + Math.min(b - a, Math.floor(u * (b - a + 1)));
    };
  }

  /**
   * The share of all values that lie below {@code x}, in [0, 1]: the inverse of {@link #quantile}.
   * A whole number of {@link #INTEGER} reaches half a unit to both sides.
   */
  double share(double x, double a, double b) {
    double share =
        switch (this) {
          case UNIFORM -> (x - a) / (b - a);
          case LOG_UNIFORM -> x > a ? Math.log(x / a) / Math.log(b / a) : 0;
          case NORMAL -> STANDARD_NORMAL.cumulativeProbability((x - a) / b);
          case LOG_NORMAL ->
              x > 0 ? STANDARD_NORMAL.cumulativeProbability((Math.log(x) - a) / b) : 0;
          case INTEGER -> (x - a + 0.5) / (b - a + 1);
        };
    return Math.min(1, Math.max(0, share));
  }
}
