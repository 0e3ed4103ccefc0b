package org.trellisrec.data;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A share of a number of things, in exact decimal arithmetic: 0.07 of 100 is 7, where
 * floating-point numbers give 7.000000000000001, and 0.29 of 100 is 29, where they give
 * 28.999999999999996.
 *
 * @param ratio as written, for instance 0.2; finite
 */
public record Share(double ratio) {
  /**
   * The share of {@code n} things, rounded up, which is Elliot's {@code n - floor(n * (1 -
   * ratio))}; in {@code [0, n]} for a ratio in [0, 1].
   */
  public long ceil(long n) {
    return rounded(n, RoundingMode.CEILING);
  }

  /** The share of {@code n} things, rounded down; in {@code [0, n]} for a ratio in [0, 1]. */
  public long floor(long n) {
    return rounded(n, RoundingMode.FLOOR);
  }

  private long rounded(long n, RoundingMode rounding) {
    return BigDecimal.valueOf(ratio)
        .multiply(BigDecimal.valueOf(n))
        .setScale(0, rounding)
        .longValueExact();
  }
}
