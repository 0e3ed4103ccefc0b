package org.trellisrec.tensorflow.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;

/** Pearson's test of whether all outcomes are equally likely. */
final class ChiSquare {
  /** Of the standard normal distribution, for a chance of one in a million. */
  private static final double QUANTILE = 4.753;

  private ChiSquare() {}

  /** Fails if equally likely outcomes are this uneven less often than once in a million. */
  static void assertUniform(int... counts) {
    double expected = IntStream.of(counts).sum() / (double) counts.length;
    double statistic = 0;
    for (int count : counts) {
      statistic += (count - expected) * (count - expected) / expected;
    }
    assertThat(expected).as("expected number per outcome").isGreaterThan(5);
    assertThat(statistic).as("chi-square").isLessThan(critical(counts.length - 1));
  }

  /** The approximation of Wilson and Hilferty, 1931. */
  private static double critical(int freedom) {
    double spread = 2.0 / (9 * freedom);
    return freedom * Math.pow(1 - spread + QUANTILE * Math.sqrt(spread), 3);
  }
}
