package org.trellisrec.significance;

import org.apache.commons.statistics.inference.TTest;
import org.trellisrec.spi.Seed;

/**
 * The paired t-test (Student, Biometrika 1908, DOI 10.1093/biomet/6.1.1), as {@code
 * scipy.stats.ttest_rel}: {@code t = mean(d) / (sd(d) / sqrt(n))} with n - 1 degrees of freedom.
 * The effect size is Cohen's {@code d_z = mean(d) / sd(d)}.
 *
 * <p>If all differences are the same and not zero, t is infinite and p is 0; with one user t is
 * undefined.
 */
public final class PairedTTest implements SignificanceTest {
  @Override
  public TestResult test(PairedSample sample, Seed seed) {
    if (sample.n() == sample.zeros()) {
      return TestResult.allZero();
    }
    if (sample.n() < 2) {
      return TestResult.undefined("a t-test needs at least two users");
    }
    Moments moments = Moments.of(sample.differences());
    TTest.Result result = TTest.withDefaults().test(moments.mean(), moments.variance(), sample.n());
    return new TestResult(
        result.getStatistic(),
        sample.n() - 1,
        result.getPValue(),
        moments.standardized(),
        moments.variance() == 0 ? "all differences are the same" : "");
  }
}
