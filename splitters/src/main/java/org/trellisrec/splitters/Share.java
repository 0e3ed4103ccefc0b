package org.trellisrec.splitters;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A share of a number of things, rounded up: {@code ceil(ratio * n)}, which is Elliot's {@code n -
 * floor(n * (1 - ratio))} in exact decimal arithmetic. So 0.9 of 10 is 9, where floating-point
 * numbers give 10, and 0.1 of 95 is 10.
 *
 * @param ratio as written, for instance 0.2
 */
record Share(double ratio) {
  /** The share of {@code n} things, in {@code [0, n]} for a ratio in [0, 1]. */
  int of(int n) {
    return BigDecimal.valueOf(ratio)
        .multiply(BigDecimal.valueOf(n))
        .setScale(0, RoundingMode.CEILING)
        .intValueExact();
  }
}
