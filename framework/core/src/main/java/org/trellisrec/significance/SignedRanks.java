package org.trellisrec.significance;

import java.util.Arrays;

/**
 * Ranks of the absolute differences, zeros removed, equal ones sharing their mean rank. Ranks and
 * rank sums are kept doubled, which makes them whole numbers.
 *
 * @param doubledRanks twice the ranks, ascending
 * @param doubledPlus twice the rank sum of the positive differences
 * @param doubledMinus twice the rank sum of the negative differences
 * @param tieTerm sum of {@code t^3 - t} over groups of t equal ranks; 0 if there are no ties
 */
record SignedRanks(int[] doubledRanks, long doubledPlus, long doubledMinus, double tieTerm) {
  static SignedRanks of(double[] differences) {
    double[] positive = sortedSide(differences, 1);
    double[] negative = sortedSide(differences, -1);
    int[] ranks = new int[positive.length + negative.length];
    long plus = 0;
    double tieTerm = 0;
    int p = 0;
    int m = 0;
    while (p + m < ranks.length) {
      int start = p + m;
      double next =
          m == negative.length || (p < positive.length && positive[p] <= negative[m])
              ? positive[p]
              : negative[m];
      int positivesBefore = p;
      p = endOfRun(positive, p, next);
      m = endOfRun(negative, m, next);
      int end = p + m;
      int doubled = start + 1 + end;
      Arrays.fill(ranks, start, end, doubled);
      plus += (long) (p - positivesBefore) * doubled;
      double ties = end - start;
      tieTerm += ties * ties * ties - ties;
    }
    long total = (long) ranks.length * (ranks.length + 1);
    return new SignedRanks(ranks, plus, total - plus, tieTerm);
  }

  /** Number of differences that are not zero. */
  int n() {
    return doubledRanks.length;
  }

  /** Rank sum of the positive differences, R's V. */
  double plus() {
    return doubledPlus / 2.0;
  }

  /** Rank sum of the negative differences. */
  double minus() {
    return doubledMinus / 2.0;
  }

  /** The sizes of the differences of one sign, ascending. */
  private static double[] sortedSide(double[] differences, int sign) {
    double[] side = new double[differences.length];
    int n = 0;
    for (double difference : differences) {
      if (difference * sign > 0) {
        side[n++] = difference * sign;
      }
    }
    double[] sorted = Arrays.copyOf(side, n);
    Arrays.sort(sorted);
    return sorted;
  }

  private static int endOfRun(double[] sorted, int from, double value) {
    int end = from;
    while (end < sorted.length && sorted[end] == value) {
      end++;
    }
    return end;
  }
}
