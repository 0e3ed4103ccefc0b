package org.trellisrec.splitters;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShareTest {
  @ParameterizedTest
  @CsvSource({
    "0.9, 10, 9",
    "0.2, 10, 2",
    "0.1, 95, 10",
    "0.1, 942, 95",
    "0.1, 1203, 121",
    "0.1, 5816, 582",
    "0.1, 3299, 330",
    "0.7, 10, 7",
    "0.2, 0, 0",
    "0.125, 8, 1",
  })
  void roundsUpExactly(double ratio, int n, int expected) {
    assertThat(new Share(ratio).of(n)).isEqualTo(expected);
  }

  @Property
  void isTheCeilingOfPercents(
      @ForAll @IntRange(min = 0, max = 100) int percent, @ForAll @IntRange(min = 0) int n) {
    BigInteger[] parts =
        BigInteger.valueOf(percent)
            .multiply(BigInteger.valueOf(n))
            .divideAndRemainder(BigInteger.valueOf(100));
    int expected = parts[0].intValueExact() + parts[1].signum();
    assertThat(new Share(percent / 100.0).of(n)).isEqualTo(expected);
  }
}
