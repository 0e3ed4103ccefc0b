package org.trellisrec.significance;

import java.util.Arrays;

/**
 * Two models measured on the same users.
 *
 * @param differences value of the first model minus value of the second, one per user that has both
 * @param meanA mean of the first model over these users, NaN if there are none
 * @param meanB mean of the second model over these users
 * @param leftOut number of users left out because a value is undefined (NaN or infinite)
 */
public record PairedSample(double[] differences, double meanA, double meanB, int leftOut) {
  /**
   * Pairs the values user by user.
   *
   * @param a values of the first model, one per user
   * @param b values of the second, in the same order of users
   * @throws IllegalArgumentException if the lengths differ
   */
  public static PairedSample of(double[] a, double[] b) {
    if (a.length != b.length) {
      throw new IllegalArgumentException(
          "pairs need equally many values, not %d and %d".formatted(a.length, b.length));
    }
    double[] differences = new double[a.length];
    int n = 0;
    double sumA = 0;
    double sumB = 0;
    for (int i = 0; i < a.length; i++) {
      if (Double.isFinite(a[i]) && Double.isFinite(b[i])) {
        differences[n++] = a[i] - b[i];
        sumA += a[i];
        sumB += b[i];
      }
    }
    return new PairedSample(Arrays.copyOf(differences, n), sumA / n, sumB / n, a.length - n);
  }

  /** Number of users in the sample. */
  public int n() {
    return differences.length;
  }

  /** Number of users with whom both models score the same. */
  public int zeros() {
    int zeros = 0;
    for (double difference : differences) {
      zeros += difference == 0 ? 1 : 0;
    }
    return zeros;
  }
}
