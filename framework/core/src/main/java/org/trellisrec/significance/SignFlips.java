package org.trellisrec.significance;

import org.apache.commons.rng.UniformRandomProvider;
import org.trellisrec.spi.Seed;

/** Sums of differences under random signs. */
final class SignFlips {
  /** Differences taken together; all sums of a group are tabulated, so one look-up serves eight. */
  private static final int GROUP = Byte.SIZE;

  private SignFlips() {}

  /** The sums under all {@code 2^n} assignments of signs. */
  static double[] all(double[] differences) {
    return signedSums(differences, 0, differences.length);
  }

  /** The sums under {@code resamples} independent assignments. */
  static double[] draw(double[] differences, int resamples, Seed seed) {
    UniformRandomProvider rng = seed.rng();
    double[] sums = new double[resamples];
    for (int from = 0; from < differences.length; from += GROUP) {
      int to = Math.min(from + GROUP, differences.length);
      double[] table = signedSums(differences, from, to);
      int mask = table.length - 1;
      long bits = 0;
      for (int r = 0; r < resamples; r++) {
        bits = r % Long.BYTES == 0 ? rng.nextLong() : bits >>> GROUP;
        sums[r] += table[(int) bits & mask];
      }
    }
    return sums;
  }

  /** Entry b is the sum in which the differences at the set bits of b are negated. */
  private static double[] signedSums(double[] differences, int from, int to) {
    double[] sums = new double[1 << (to - from)];
    for (int bit = 0; bit < to - from; bit++) {
      int half = 1 << bit;
      double difference = differences[from + bit];
      for (int b = 0; b < half; b++) {
        sums[half + b] = sums[b] - difference;
        sums[b] += difference;
      }
    }
    return sums;
  }
}
