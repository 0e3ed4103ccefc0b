package org.trellisrec.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SpreadTest {
  private static String text(double... values) {
    return Spread.of(values).text(ResultsMarkup::number, " ± ");
  }

  @Test
  void undefinedValuesAreNoPartOfIt() {
    Spread spread = Spread.of(1, Double.NaN, 3);
    assertThat(spread.mean()).isEqualTo(2);
    assertThat(spread.deviation()).isCloseTo(Math.sqrt(2), within(1e-12)); // (1 + 1) / (2 - 1)
    assertThat(spread.defined()).isEqualTo(2);
    assertThat(spread.values()).isEqualTo(3);
    assertThat(spread.isPartial()).isTrue();
    assertThat(Spread.of(1, 3).isPartial()).isFalse();
  }

  @Test
  void nothingHasNoMean() {
    assertThat(Spread.of()).isEqualTo(new Spread(Double.NaN, Double.NaN, 0, 0));
    assertThat(Spread.of(Double.NaN, Double.NaN).isPartial()).isFalse();
    assertThat(text(Double.NaN, Double.NaN)).isEqualTo("-");
  }

  @Test
  void severalValuesHaveADeviation() {
    assertThat(text(1, 3)).isEqualTo("2.0000 ± 1.4142");
    assertThat(text(0.25, 0.25)).isEqualTo("0.2500 ± 0.0000");
    assertThat(text(0.25)).isEqualTo("0.2500");
    assertThat(text(0.25, Double.NaN)).isEqualTo("0.2500");
  }

  @Test
  void rangesOfCountsAreShortWhereThereIsOne() {
    assertThat(CountRange.of(LongStream.of(60, 59, 60))).hasToString("59-60");
    assertThat(CountRange.of(LongStream.of(7, 7))).hasToString("7");
    assertThat(CountRange.of(LongStream.empty())).hasToString("0");
  }
}
