package org.trellisrec.significance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class PairedTTestTest {
  private static final Percentage CLOSE = Percentage.withPercentage(1e-8);
  private final PairedTTest test = new PairedTTest();

  @Test
  void givesThePublishedResultForStudentsSleepData() {
    TestResult result = run(PairedSample.of(Samples.SLEEP_1, Samples.SLEEP_2));

    assertThat(result.statistic()).isEqualTo(-4.0621, within(5e-5));
    assertThat(result.degreesOfFreedom()).isEqualTo(9);
    assertThat(result.pValue()).isEqualTo(0.002832890197384273, within(1e-12));
  }

  @Test
  void givesScipysResultsWithTiesAndManyUsers() {
    TestResult tied = run(Samples.of(60, i -> i * 37 % 11 - 4));
    TestResult many = run(Samples.of(6040, i -> (i * 7919 % 101 - 48) / 100.0));

    assertThat(tied.statistic()).isCloseTo(2.5270025005076273, CLOSE);
    assertThat(tied.pValue()).isCloseTo(0.014204762169156735, CLOSE);
    assertThat(many.statistic()).isCloseTo(5.33247545847165, CLOSE);
    assertThat(many.pValue()).isCloseTo(1.004025116558136e-07, CLOSE);
  }

  @Test
  void agreesWithAHandCalculation() {
    TestResult result = run(Samples.of(1, 2, 3));

    assertThat(result.statistic()).isEqualTo(2 * Math.sqrt(3), within(1e-12));
    assertThat(result.effectSize()).isEqualTo(2.0, within(1e-12));
    // With two degrees of freedom the distribution has a closed form.
    assertThat(result.pValue()).isEqualTo(1 - Math.sqrt(6.0 / 7), within(1e-12));
  }

  @Test
  void isUndefinedWithoutDifferences() {
    TestResult result = run(Samples.of(0, 0, 0));

    assertThat(result.statistic()).isNaN();
    assertThat(result.pValue()).isNaN();
    assertThat(result.note()).isEqualTo("no user with different values");
  }

  @Test
  void isUndefinedForOneUser() {
    assertThat(run(Samples.of(1)).pValue()).isNaN();
    assertThat(run(Samples.of(1)).note()).contains("at least two users");
    assertThat(run(Samples.of()).pValue()).isNaN();
  }

  @Test
  void isInfiniteIfEveryUserHasTheSameDifference() {
    TestResult result = run(Samples.of(-0.1, -0.1, -0.1));

    assertThat(result.statistic()).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(result.pValue()).isZero();
    assertThat(result.note()).isEqualTo("all differences are the same");
  }

  private TestResult run(PairedSample sample) {
    return test.test(sample, Samples.SEED);
  }
}
