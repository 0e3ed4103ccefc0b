package org.trellisrec.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.trellisrec.config.search.Domain;
import org.trellisrec.spi.Seed;

class FrequenciesTest {
  private static final Domain FOUR = new Domain.Grid(List.of("a", "b", "c", "d"));

  private final Estimate estimate = Estimate.of(FOUR, List.of(0.3, 0.125, 0.49));

  @Test
  void everyValueIsCountedOnceMore() {
    assertThat(estimate.at(FOUR.cell(0.1))).isCloseTo(2.0 / 7, within(1e-12));
    assertThat(estimate.at(FOUR.cell(0.25))).isCloseTo(3.0 / 7, within(1e-12));
    assertThat(estimate.at(FOUR.cell(0.5))).isCloseTo(1.0 / 7, within(1e-12));
    assertThat(estimate.at(FOUR.cell(0.9))).isCloseTo(1.0 / 7, within(1e-12));
  }

  @Test
  void drawsFollowTheFrequencies() {
    UniformRandomProvider random = new Seed(3).rng();
    int[] counts = new int[4];
    int draws = 20_000;
    for (int i = 0; i < draws; i++) {
      counts[(int) (estimate.draw(random) * 4)]++;
    }
    for (int i = 0; i < 4; i++) {
      assertThat((double) counts[i] / draws)
          .isCloseTo(estimate.at(FOUR.cell((i + 0.5) / 4)), within(0.015));
    }
  }
}
