package org.trellisrec.significance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.statistics.inference.ContinuityCorrection;
import org.apache.commons.statistics.inference.PValueMethod;
import org.apache.commons.statistics.inference.WilcoxonSignedRankTest;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WilcoxonTestTest {
  private static final Percentage CLOSE = Percentage.withPercentage(1e-8);
  private final WilcoxonTest test = new WilcoxonTest();

  @Test
  void givesThePublishedResultForHollanderAndWolfesDepressionData() {
    PairedSample sample = PairedSample.of(Samples.DEPRESSION_BEFORE, Samples.DEPRESSION_AFTER);

    assertThat(SignedRanks.of(sample).plus()).isEqualTo(40);
    TestResult result = run(sample);
    assertThat(result.statistic()).isEqualTo(5);
    assertThat(result.pValue()).isEqualTo(20.0 / 512, within(1e-15));
    assertThat(result.effectSize()).isEqualTo(35.0 / 45, within(1e-15));
  }

  @Test
  void isExactUpToFiftyUsersAndThenApproximate() {
    TestResult exact = run(Samples.of(50, i -> i * i % 7 < 3 ? -i : i));
    TestResult approximate = run(Samples.of(51, i -> i * i % 7 < 3 ? -i : i));

    assertThat(exact.statistic()).isEqualTo(343);
    assertThat(exact.pValue()).isCloseTo(0.003913313547160513, CLOSE);
    assertThat(approximate.statistic()).isEqualTo(394);
    assertThat(approximate.pValue()).isCloseTo(0.01168681024032215, CLOSE);
  }

  @Test
  void givesScipysResultsWithTiesAndZeros() {
    double[] thirteen = {0, 0, 0, 1, 2, 2, -1, 4, 5, -3, 3, 1, 1};
    double[] fourteen = {0, 0, 0, 1, 2, 2, -1, 4, 5, -3, 3, 1, 1, 2};

    assertThat(run(Samples.of(0, 0, 1, 2, 2, -1, 4, 5, -3, 3)).pValue()).isEqualTo(0.15625);
    assertThat(run(Samples.of(thirteen)).pValue()).isEqualTo(0.07421875);
    assertThat(run(Samples.of(fourteen)).statistic()).isEqualTo(11);
    assertThat(run(Samples.of(fourteen)).pValue()).isCloseTo(0.04875841941501396, CLOSE);
    assertThat(run(PairedSample.of(Samples.SLEEP_1, Samples.SLEEP_2)).pValue())
        .isEqualTo(0.00390625);
  }

  @Test
  void givesScipysResultsForLargerSamplesWithTiesAndZeros() {
    TestResult forty = run(Samples.of(40, i -> (i * 37 % 11 - 4) / 4.0));
    TestResult sixty = run(Samples.of(60, i -> i * 37 % 11 - 4));
    TestResult many = run(Samples.of(6040, i -> (i * 7919 % 101 - 48) / 100.0));

    assertThat(forty.statistic()).isEqualTo(212);
    assertThat(forty.pValue()).isCloseTo(0.05628422869397054, CLOSE);
    assertThat(sixty.statistic()).isEqualTo(464.5);
    assertThat(sixty.pValue()).isCloseTo(0.01624071220142932, CLOSE);
    assertThat(many.statistic()).isEqualTo(8240402);
    assertThat(many.pValue()).isCloseTo(1.5027577053300157e-07, CLOSE);
  }

  @Test
  void isUndefinedWithoutDifferences() {
    assertThat(run(Samples.of(0, 0)).pValue()).isNaN();
    assertThat(run(Samples.of(0, 0)).note()).isEqualTo("no user with different values");
    assertThat(run(Samples.of()).statistic()).isNaN();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 9, 30, 50})
  void agreesWithCommonsStatisticsWithoutTiesAndZeros(int n) {
    PairedSample sample = Samples.of(n, i -> (i * 31 % 53) - 20.25);

    double theirs =
        WilcoxonSignedRankTest.withDefaults()
            .with(PValueMethod.EXACT)
            .test(sample.differences())
            .getPValue();

    assertThat(WilcoxonTest.exact(SignedRanks.of(sample))).isEqualTo(theirs, within(1e-12));
  }

  @Test
  void differsFromCommonsStatisticsOnZerosAsScipyDoes() {
    double[] differences = {0, 0, 1, 2, 3, -1, 4, 5, 6, -2, 7, 8, 9, 10, 11, 12};
    double theirs =
        WilcoxonSignedRankTest.withDefaults()
            .with(ContinuityCorrection.DISABLED)
            .test(differences)
            .getPValue();

    assertThat(run(Samples.of(differences)).pValue()).isCloseTo(0.0028510905621021063, CLOSE);
    assertThat(theirs).isEqualTo(0.002884982041708158, within(1e-12));
  }

  private TestResult run(PairedSample sample) {
    return test.test(sample, Samples.SEED);
  }
}
