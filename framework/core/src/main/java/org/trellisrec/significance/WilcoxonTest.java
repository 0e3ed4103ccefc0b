package org.trellisrec.significance;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.trellisrec.spi.Seed;

/**
 * The signed-rank test (Wilcoxon, Biometrics Bulletin 1945, DOI 10.2307/3001968) with the defaults
 * of {@code scipy.stats.wilcoxon}: zero differences are removed before ranking, equal differences
 * share their mean rank, and the statistic is the smaller of the two rank sums.
 *
 * <p>p is exact up to 50 users without zeros and ties, and up to 13 users otherwise; beyond that it
 * comes from the normal approximation with tie correction and without continuity correction. The
 * effect size is the matched-pairs rank-biserial correlation {@code (W+ - W-) / (W+ + W-)} (Kerby,
 * Comprehensive Psychology 2014, DOI 10.2466/11.IT.3.1).
 *
 * <p>The tests of Commons Math 3 and Commons Statistics are not used: they rank zeros together with
 * the other differences (Pratt's rule in the latter) and give other values wherever users tie.
 */
public final class WilcoxonTest implements SignificanceTest {
  private static final int EXACT = 50;
  private static final int EXACT_WITH_TIES = 13;
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  @Override
  public TestResult test(PairedSample sample, Seed seed) {
    SignedRanks ranks = SignedRanks.of(sample);
    if (ranks.n() == 0) {
      return TestResult.allZero();
    }
    boolean plain = ranks.tieTerm() == 0 && ranks.n() == sample.n();
    boolean exact = sample.n() <= (plain ? EXACT : EXACT_WITH_TIES);
    double p = exact ? exact(ranks) : approximate(ranks);
    double effect = (ranks.plus() - ranks.minus()) / (ranks.plus() + ranks.minus());
    return new TestResult(Math.min(ranks.plus(), ranks.minus()), Double.NaN, p, effect, "");
  }

  /**
   * Twice the share of all assignments of signs to the ranks whose smaller sum is no larger than
   * the one seen. All counts stay below 2^50, so they are exact.
   */
  static double exact(SignedRanks ranks) {
    long total = ranks.doubledPlus() + ranks.doubledMinus();
    double[] assignments = new double[Math.toIntExact(total) + 1];
    assignments[0] = 1;
    int reached = 0;
    for (int rank : ranks.doubledRanks()) {
      for (int sum = reached; sum >= 0; sum--) {
        assignments[sum + rank] += assignments[sum];
      }
      reached += rank;
    }
    double extreme = 0;
    for (int sum = 0; sum <= Math.min(ranks.doubledPlus(), ranks.doubledMinus()); sum++) {
      extreme += assignments[sum];
    }
    return Math.min(1, Math.scalb(extreme, 1 - ranks.n()));
  }

  private static double approximate(SignedRanks ranks) {
    double n = ranks.n();
    double mean = n * (n + 1) / 4;
    double variance = (n * (n + 1) * (2 * n + 1) - ranks.tieTerm() / 2) / 24;
    double z = (ranks.plus() - mean) / Math.sqrt(variance);
    return Math.min(1, 2 * NORMAL.survivalProbability(Math.abs(z)));
  }
}
