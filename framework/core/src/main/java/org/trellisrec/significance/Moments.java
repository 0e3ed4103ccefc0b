package org.trellisrec.significance;

/**
 * Mean and spread of differences.
 *
 * @param mean arithmetic mean
 * @param variance sample variance, with n - 1; NaN for fewer than two values, exactly 0 for equal
 *     ones
 */
record Moments(double mean, double variance) {
  static Moments of(double[] values) {
    if (values.length > 0 && constant(values)) {
      return new Moments(values[0], values.length > 1 ? 0 : Double.NaN);
    }
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    double mean = sum / values.length;
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    return new Moments(mean, squares / (values.length - 1));
  }

  /** Cohen's d_z: the mean in units of the standard deviation of the differences. */
  double standardized() {
    return mean / Math.sqrt(variance);
  }

  private static boolean constant(double[] values) {
    for (double value : values) {
      if (value != values[0]) {
        return false;
      }
    }
    return true;
  }
}
