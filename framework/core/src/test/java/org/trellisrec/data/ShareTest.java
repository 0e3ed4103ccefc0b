package org.trellisrec.data;

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
    "0.9, 10, 9, 9",
    "0.2, 10, 2, 2",
    "0.1, 95, 9, 10",
    "0.1, 942, 94, 95",
    "0.1, 1203, 120, 121",
    "0.1, 5816, 581, 582",
    "0.1, 3299, 329, 330",
    "0.7, 10, 7, 7",
    "0.2, 0, 0, 0",
    "0.125, 8, 1, 1",
    "0.07, 100, 7, 7",
    "0.29, 100, 29, 29",
  })
  void roundsExactly(double ratio, int n, int floor, int ceil) {
    assertThat(new Share(ratio).floor(n)).isEqualTo(floor);
    assertThat(new Share(ratio).ceil(n)).isEqualTo(ceil);
  }

  @Property
  void areThePercents(
      @ForAll @IntRange(min = 0, max = 100) int percent, @ForAll @IntRange(min = 0) int n) {
    BigInteger[] parts =
        BigInteger.valueOf(percent)
            .multiply(BigInteger.valueOf(n))
            .divideAndRemainder(BigInteger.valueOf(100));
    long floor = parts[0].longValueExact();
    assertThat(new Share(percent / 100.0).floor(n)).isEqualTo(floor);
    assertThat(new Share(percent / 100.0).ceil(n)).isEqualTo(floor + parts[1].signum());
  }
}
