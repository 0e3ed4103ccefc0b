package org.trellisrec.significance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SignTestTest {
  private final SignTest test = new SignTest();

  @Test
  void countsSignsAndIgnoresZeros() {
    TestResult result = test.test(Samples.of(0, 0, 1, 2, 3, 4, 5, 6, 7, 8, -9), Samples.SEED);

    assertThat(result.statistic()).isEqualTo(8);
    // Nine trials: 1 + 9 of 512 outcomes at either end.
    assertThat(result.pValue()).isEqualTo(20.0 / 512, within(1e-12));
    assertThat(result.effectSize()).isEqualTo(7.0 / 9, within(1e-12));
  }

  @Test
  void givesScipysResultForManyUsers() {
    TestResult result = test.test(Samples.of(6040, i -> i <= 3100 ? 1 : -1), Samples.SEED);

    assertThat(result.pValue()).isEqualTo(0.04076002466398376, within(1e-12));
  }

  @Test
  void isTheSameForBothSides() {
    double three = test.test(Samples.of(13, i -> i <= 3 ? 1 : -1), Samples.SEED).pValue();
    double ten = test.test(Samples.of(13, i -> i <= 10 ? 1 : -1), Samples.SEED).pValue();

    // 1 + 13 + 78 + 286 of 8192 outcomes at either end.
    assertThat(three).isEqualTo(2 * 378.0 / 8192, within(1e-12));
    assertThat(ten).isEqualTo(three);
  }

  @Test
  void isUndefinedWithoutDifferences() {
    assertThat(test.test(Samples.of(0, 0), Samples.SEED).pValue()).isNaN();
  }
}
