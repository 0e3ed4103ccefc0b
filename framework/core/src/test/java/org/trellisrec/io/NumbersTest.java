package org.trellisrec.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {
  @Property
  void everyTimestampIsReadExactly(
      @ForAll @LongRange(min = -Long.MAX_VALUE) long time, @ForAll @IntRange(max = 20) int zeros)
      throws MalformedRow {
    String digits = "0".repeat(zeros) + Math.abs(time);
    assertThat(timestamp((time < 0 ? "-" : "") + digits)).isEqualTo(time);
    assertThat(timestamp(time + ".0")).isEqualTo(time);
  }

  @ParameterizedTest
  @CsvSource({
    "1600000000000000000,1600000000000000000",
    "1600000000123456789,1600000000123456789",
    "9223372036854775807,9223372036854775807",
    "-9223372036854775807,-9223372036854775807",
    "1.600000000123456789e18,1600000000123456789",
    "+1600000000000000001,1600000000000000001",
    "9007199254740993.0,9007199254740993",
    "8.8125e8,881250000",
    "-0,0",
    "0e9,0"
  })
  void timestampsOfAnyUnitAreRead(String text, long time) throws MalformedRow {
    assertThat(timestamp(text)).isEqualTo(time);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "9223372036854775808",
        "-9223372036854775808",
        "9999999999999999999",
        "18446744073709551616",
        "18446744073709551617",
        "99999999999999999999",
        "1e19",
        "1e38",
        "1.5",
        "1e-9",
        "1600000000000000000.5"
      })
  void timestampsBeyondThatAreRefused(String text) {
    assertThatThrownBy(() -> timestamp(text))
        .isInstanceOf(MalformedRow.class)
        .hasMessage("the timestamp '%s' is not a whole number below 2^63", text);
  }

  @Test
  void aHugeExponentCostsNothing() throws MalformedRow {
    assertThatThrownBy(() -> timestamp("1e999999999"))
        .isInstanceOf(MalformedRow.class)
        .hasMessage("the timestamp '1e999999999' is not a finite number");
    assertThat(timestamp("1e-999999999999")).isZero();
  }

  private static long timestamp(String text) throws MalformedRow {
    byte[] bytes = ("\t" + text + "\t").getBytes(StandardCharsets.UTF_8);
    return Numbers.timestamp(bytes, 1, bytes.length - 1);
  }
}
