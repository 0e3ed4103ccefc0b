package org.trellisrec.significance;

/**
 * Outcome of one test on one sample.
 *
 * @param statistic the test's statistic; see each test
 * @param degreesOfFreedom NaN for tests that have none
 * @param pValue two-sided, in [0, 1]; NaN where the test is undefined
 * @param effectSize positive where the first model is higher; see each test
 * @param note why the result is undefined or degenerate, otherwise empty
 */
public record TestResult(
    double statistic, double degreesOfFreedom, double pValue, double effectSize, String note) {
  private static final String ALL_ZERO = "no user with different values";

  /** The result of a test that cannot be made because no difference is other than zero. */
  static TestResult allZero() {
    return undefined(ALL_ZERO);
  }

  /** The result of a test that cannot be made. */
  static TestResult undefined(String why) {
    return new TestResult(Double.NaN, Double.NaN, Double.NaN, Double.NaN, why);
  }
}
