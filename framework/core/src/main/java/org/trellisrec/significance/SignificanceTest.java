package org.trellisrec.significance;

import org.trellisrec.spi.Seed;

/** A two-sided test of the hypothesis that two models do not differ. */
public sealed interface SignificanceTest
    permits PairedTTest, WilcoxonTest, SignTest, PermutationTest {
  /**
   * Tests one sample. Where no difference is other than zero, every number of the result is NaN.
   *
   * @param seed source of randomness; only the permutation test draws from it
   */
  TestResult test(PairedSample sample, Seed seed);
}
