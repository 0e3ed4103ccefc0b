package org.trellisrec.significance;

import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.trellisrec.spi.Seed;

/** Samples with published or independently computed results. */
final class Samples {
  static final Seed SEED = new Seed(42);

  /** Hollander and Wolfe (1973), page 29: depression before and after, as in R's wilcox.test. */
  static final double[] DEPRESSION_BEFORE = {1.83, 0.50, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.30};

  static final double[] DEPRESSION_AFTER = {
    0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29
  };

  /** Student's sleep data (1908): extra hours under two drugs. */
  static final double[] SLEEP_1 = {0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0};

  static final double[] SLEEP_2 = {1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4};

  /** Darwin's maize: differences of height in eighths of an inch (Fisher 1935, section 21). */
  static final double[] DARWIN = {49, -67, 8, 16, 6, 23, 28, 41, 14, 29, 56, 24, 75, 60, -48};

  private Samples() {}

  static PairedSample of(double... differences) {
    return PairedSample.of(differences, new double[differences.length]);
  }

  /** Differences by their number, from 1. */
  static PairedSample of(int n, IntToDoubleFunction difference) {
    return of(IntStream.rangeClosed(1, n).mapToDouble(difference).toArray());
  }

  static double[] negated(double[] values) {
    return IntStream.range(0, values.length).mapToDouble(i -> -values[i]).toArray();
  }
}
