package org.trellisrec.significance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.trellisrec.spi.Seed;

class PermutationTestTest {
  /** Fisher (1935), section 21: 1726 of the 32768 assignments are as extreme. */
  private static final double DARWIN_P = 1726.0 / 32768;

  @Test
  void countsAllAssignmentsOfFishersExample() {
    TestResult result = new PermutationTest(32768).test(Samples.of(Samples.DARWIN), Samples.SEED);

    assertThat(result.pValue()).isEqualTo(DARWIN_P, within(1e-15));
    assertThat(result.statistic()).isEqualTo(314.0 / 15, within(1e-12));
  }

  @Test
  void drawsAssignmentsWhereThereAreTooMany() {
    int resamples = 32767;
    TestResult result =
        new PermutationTest(resamples).test(Samples.of(Samples.DARWIN), Samples.SEED);

    double standardError = Math.sqrt(DARWIN_P * (1 - DARWIN_P) / resamples);
    assertThat(result.pValue()).isEqualTo(DARWIN_P, within(4 * standardError));
    assertThat(result.pValue()).isNotEqualTo(DARWIN_P);
  }

  @Test
  void isNeverZeroWhenDrawn() {
    TestResult result = new PermutationTest(999).test(Samples.of(300, i -> i), Samples.SEED);

    assertThat(result.pValue()).isEqualTo(1.0 / 1000);
  }

  @Test
  void repeatsItselfUnderOneSeedOnly() {
    PermutationTest test = new PermutationTest(999);
    PairedSample sample = Samples.of(60, i -> i * 37 % 11 - 4.5);

    double p = test.test(sample, Samples.SEED).pValue();

    assertThat(test.test(sample, Samples.SEED).pValue()).isEqualTo(p);
    assertThat(test.test(sample, new Seed(7)).pValue()).isNotEqualTo(p);
  }

  @Test
  void drawnSumsFollowTheDistributionOfSigns() {
    double[] differences = new double[20];
    Arrays.fill(differences, 1);

    double[] sums = SignFlips.draw(differences, 100_000, Samples.SEED);

    // Mean 0 with standard error 0.014; variance 20 with standard error 0.09.
    assertThat(Arrays.stream(sums).average().orElseThrow()).isEqualTo(0, within(0.06));
    assertThat(Arrays.stream(sums).map(s -> s * s).average().orElseThrow())
        .isEqualTo(20, within(0.36));
  }

  @Test
  void isUndefinedWithoutDifferences() {
    assertThat(new PermutationTest(999).test(Samples.of(0, 0), Samples.SEED).pValue()).isNaN();
  }
}
