package org.trellisrec.recommenders.branch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.trellisrec.spi.Seed;

class ModalityDrawTest {
  private static final int DRAWS = 20_000;

  /** Share of the draws in which each of three modalities is among those drawn. */
  private static double[] shares(ModalityDraw draw) {
    UniformRandomProvider random = new Seed(3).rng();
    double[] shares = new double[3];
    for (int i = 0; i < DRAWS; i++) {
      int[] drawn = draw.of(new int[] {0, 1, 2}, random);
      assertThat(drawn).isNotEmpty().doesNotHaveDuplicates();
      for (int modality : drawn) {
        shares[modality] += 1.0 / DRAWS;
      }
    }
    return shares;
  }

  @Test
  void oneAndTwoAreDrawnUniformly() {
    double[] none = new double[3];
    assertThat(shares(new ModalityDraw(1, -1, none)))
        .containsExactly(new double[] {1 / 3.0, 1 / 3.0, 1 / 3.0}, within(0.02));
    assertThat(shares(new ModalityDraw(2, -1, none)))
        .containsExactly(new double[] {2 / 3.0, 2 / 3.0, 2 / 3.0}, within(0.02));
  }

  @Test
  void theCentralModalityIsAlwaysDrawnWhereThereIsOne() {
    ModalityDraw draw = new ModalityDraw(2, 1, new double[3]);
    assertThat(shares(draw)).containsExactly(new double[] {0.5, 1, 0.5}, within(0.02));
    assertThat(draw.of(new int[] {2}, new Seed(1).rng())).containsExactly(2);
    assertThat(draw.of(new int[0], new Seed(1).rng())).isEmpty();
  }

  /** All are left out in 0.5 * 0.2 of the slots, and then all stay. */
  @Test
  void modalitiesAreLeftOutAtRatesOfTheirOwn() {
    UniformRandomProvider random = new Seed(4).rng();
    ModalityDraw draw = new ModalityDraw(0, -1, new double[] {0.5, 0.2});
    double first = 0;
    double second = 0;
    for (int i = 0; i < DRAWS; i++) {
      int[] drawn = draw.of(new int[] {0, 1}, random);
      first += drawn[0] == 0 ? 1.0 / DRAWS : 0;
      second += drawn[drawn.length - 1] == 1 ? 1.0 / DRAWS : 0;
    }
    assertThat(first).isCloseTo(0.5 + 0.1, within(0.02));
    assertThat(second).isCloseTo(0.8 + 0.1, within(0.02));
  }
}
