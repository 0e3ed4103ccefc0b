package org.trellisrec.significance;

import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.trellisrec.spi.Seed;

/**
 * The sign test (Dixon and Mood, JASA 1946, DOI 10.1080/01621459.1946.10501898): among the users
 * with different values, how many favour the first model? The statistic is that number, p is exact
 * from the binomial distribution with probability 1/2. The effect size is the share of these users
 * who favour the first model minus the share who favour the second, in [-1, 1].
 *
 * <p>The two-sided test of Commons Statistics is not used: it compares probabilities for equality,
 * and rounding makes it favour one of two models at random (3 of 13: p is 0.057, 10 of 13: 0.092).
 */
public final class SignTest implements SignificanceTest {
  @Override
  public TestResult test(PairedSample sample, Seed seed) {
    int positive = 0;
    for (double difference : sample.differences()) {
      positive += difference > 0 ? 1 : 0;
    }
    int trials = sample.n() - sample.zeros();
    if (trials == 0) {
      return TestResult.allZero();
    }
    int rarer = Math.min(positive, trials - positive);
    double p = Math.min(1, 2 * BinomialDistribution.of(trials, 0.5).cumulativeProbability(rarer));
    double effect = (2.0 * positive - trials) / trials;
    return new TestResult(positive, Double.NaN, p, effect, "");
  }
}
