package org.trellisrec.significance;

import java.util.Arrays;

/**
 * Two models measured on the same users.
 *
 * <p>Values of users are often fractions, such as hits over relevant items, and means of these over
 * repetitions; rounding then parts what is equal (1/3 + 1/2 + 1/7 in another order). So equality is
 * meant up to rounding, in units of 2<sup>-40</sup> (9e-13): a difference of no more than one such
 * unit of the user's values is zero, and two of no more than one unit of the largest value apart
 * are tied. Rounding in means of up to a thousand repetitions is smaller than that, and fractions
 * up to 1 with denominators below a million differ by more, so of these, exactly the equal ones are
 * equal. The documentation of {@code scipy.stats.wilcoxon} has its users round for the same reason.
 *
 * @param differences value of the first model minus value of the second, one per user that has
 *     both; 0 where the values are equal up to rounding
 * @param tolerance differences no farther apart are equal
 * @param meanA mean of the first model over these users, NaN if there are none
 * @param meanB mean of the second model over these users
 * @param leftOut number of users left out because a value is undefined (NaN or infinite)
 */
public record PairedSample(
    double[] differences, double tolerance, double meanA, double meanB, int leftOut) {
  private static final double ROUNDING = 0x1p-40;

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
    double largest = 0;
    for (int i = 0; i < a.length; i++) {
      if (Double.isFinite(a[i]) && Double.isFinite(b[i])) {
        double size = Math.max(Math.abs(a[i]), Math.abs(b[i]));
        double difference = a[i] - b[i];
        differences[n++] = Math.abs(difference) <= ROUNDING * size ? 0 : difference;
        largest = Math.max(largest, size);
        sumA += a[i];
        sumB += b[i];
      }
    }
    return new PairedSample(
        Arrays.copyOf(differences, n), ROUNDING * largest, sumA / n, sumB / n, a.length - n);
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
