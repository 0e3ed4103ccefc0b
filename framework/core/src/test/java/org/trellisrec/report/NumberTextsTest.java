package org.trellisrec.report;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class NumberTextsTest {
  /** More numbers than are kept, so that some displace others. */
  private static final int MANY = 20_000;

  @Test
  void textsAreThoseOfJavaHoweverOftenTheyAreAskedFor() {
    NumberTexts texts = new NumberTexts();
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < MANY; i++) {
        double number = i / 7.0;
        assertThat(texts.of(number)).isEqualTo(Double.toString(number));
      }
    }
  }

  @Property
  void zeroesOfEitherSignDiffer(@ForAll double number) {
    NumberTexts texts = new NumberTexts();
    assertThat(texts.of(0.0)).isEqualTo("0.0");
    assertThat(texts.of(-0.0)).isEqualTo("-0.0");
    assertThat(texts.of(number)).isEqualTo(Double.toString(number));
  }
}
