package org.trellisrec.significance;

import java.util.Arrays;

/**
 * Ranks of the absolute differences, zeros removed, equal ones sharing their mean rank. Equal is
 * what {@link PairedSample} calls so. Ranks and rank sums are kept doubled, which makes them whole
 * numbers.
 *
 * @param doubledRanks twice the ranks, ascending
 * @param doubledPlus twice the rank sum of the positive differences
 * @param doubledMinus twice the rank sum of the negative differences
 * @param tieTerm sum of {@code t^3 - t} over groups of t equal ranks; 0 if there are no ties
 */
record SignedRanks(int[] doubledRanks, long doubledPlus, long doubledMinus, double tieTerm) {
  static SignedRanks of(PairedSample sample) {
    double[] positive = sortedSide(sample.differences(), 1);
    double[] negative = sortedSide(sample.differences(), -1);
    int[] ranks = new int[positive.length + negative.length];
    long plus = 0;
    double tieTerm = 0;
    int p = 0;
    int m = 0;
    while (p + m < ranks.length) {
      int start = p + m;
      int positivesBefore = p;
      double reach = Double.POSITIVE_INFINITY; // the first one is in the group in any case
      while (p + m < ranks.length) {
        boolean plusNext =
            m == negative.length || (p < positive.length && positive[p] <= negative[m]);
        double next = plusNext ? positive[p] : negative[m];
        if (next > reach) {
          break;
        }
        reach = next + sample.tolerance();
        p += plusNext ? 1 : 0;
        m += plusNext ? 0 : 1;
      }
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
}
