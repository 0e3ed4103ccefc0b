package org.trellisrec.significance;

import java.util.Arrays;
import org.trellisrec.spi.Seed;

/**
 * The paired randomisation test of Fisher (The Design of Experiments, 1935): if models did not
 * differ, each user's difference could as well have the other sign. The statistic is the mean
 * difference; p is the share of sign assignments with a mean at least as far from zero. The effect
 * size is Cohen's {@code d_z}.
 *
 * <p>If the assignments to the m users with different values number no more than {@code resamples},
 * all are counted and p is exact. Otherwise {@code resamples} are drawn and {@code p = (extreme +
 * 1) / (resamples + 1)}, which is never 0 (Phipson and Smyth 2010, DOI 10.2202/1544-6115.1585).
 *
 * @param resamples number of drawn assignments
 */
public record PermutationTest(int resamples) implements SignificanceTest {
  /** Sums that differ by less than this share of the sum of sizes count as equal. */
  private static final double TOLERANCE = 1e-12;

  @Override
  public TestResult test(PairedSample sample, Seed seed) {
    double[] nonzero = Arrays.stream(sample.differences()).filter(d -> d != 0).toArray();
    if (nonzero.length == 0) {
      return TestResult.allZero();
    }
    double sum = 0;
    double sizes = 0;
    for (double difference : nonzero) {
      sum += difference;
      sizes += Math.abs(difference);
    }
    double bound = Math.abs(sum) - TOLERANCE * sizes;
    boolean exact = nonzero.length < 31 && 1L << nonzero.length <= resamples;
    double p =
        exact
            ? share(SignFlips.all(nonzero), bound)
            : (extreme(SignFlips.draw(nonzero, resamples, seed), bound) + 1.0) / (resamples + 1.0);
    double effect = Moments.of(sample.differences()).standardized();
    return new TestResult(sum / sample.n(), Double.NaN, p, effect, "");
  }

  private static double share(double[] sums, double bound) {
    return (double) extreme(sums, bound) / sums.length;
  }

  private static int extreme(double[] sums, double bound) {
    int extreme = 0;
    for (double sum : sums) {
      extreme += Math.abs(sum) >= bound ? 1 : 0;
    }
    return extreme;
  }
}
