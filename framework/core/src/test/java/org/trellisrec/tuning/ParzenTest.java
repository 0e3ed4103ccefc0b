package org.trellisrec.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.trellisrec.config.search.Domain.Cell;
import org.trellisrec.spi.Seed;

/** Expected values are worked out by hand from a table of the normal distribution. */
class ParzenTest {
  private static final double PRECISE = 1e-6;

  private static double density(Parzen parzen, double u) {
    return parzen.at(new Cell(u, u));
  }

  /** 0.3989423 / (0.6914625 - 0.3085375) in the middle, 0.3520653 over the same at the ends. */
  @Test
  void withoutTrialsThereIsThePriorAlone() {
    Parzen prior = Parzen.of(List.of());
    assertThat(density(prior, 0.5)).isCloseTo(1.0418295, within(PRECISE));
    assertThat(density(prior, 0)).isCloseTo(0.9194107, within(PRECISE));
  }

  /**
   * Around 0.1 there is a deviation of 0.4, the distance to the prior: 0.9973557 at its mean, cut
   * off to 0.9877755 - 0.4012937. The prior adds 0.3682701 / 0.3829249.
   */
  @Test
  void aTrialReachesToThePrior() {
    double own = 0.9973557 / (0.9877755 - 0.4012937);
    double prior = 0.3682701 / 0.3829249;
    assertThat(density(Parzen.of(List.of(0.1)), 0.1)).isCloseTo((own + prior) / 2, within(PRECISE));
  }

  /**
   * Of means 0.1, 0.2, 0.5 (prior), 0.9, the first has its distance 0.1 widened to 1 / 5, the
   * second reaches 0.3 to the prior, the last 0.4.
   */
  @Test
  void aDeviationIsTheDistanceToTheFartherNeighbour() {
    Parzen parzen = Parzen.of(List.of(0.9, 0.1, 0.2));
    double first = 0.3989423 / 0.2 * Math.exp(-0.5) / (0.9999966 - 0.3085375);
    double second = 0.3989423 / 0.3 * Math.exp(-1.0 / 18) / (0.9961696 - 0.2524925);
    double prior = 0.3989423 * Math.exp(-0.02) / 0.3829249;
    double last = 0.3989423 / 0.4 * Math.exp(-1.125) / (0.5987063 - 0.0122245);
    assertThat(density(parzen, 0.3))
        .isCloseTo((first + second + prior + last) / 4, within(PRECISE));
  }

  /** However many trials agree, the deviation is a hundredth at least. */
  @Test
  void equalTrialsKeepAWidth() {
    Parzen parzen = Parzen.of(IntStream.range(0, 999).mapToObj(i -> 0.25).toList());
    assertThat(density(parzen, 0.25)).isBetween(38.0, 39.894228);
  }

  @Test
  void aCellHasTheProbabilityOfItsPart() {
    Parzen parzen = Parzen.of(List.of(0.05, 0.3, 0.31, 0.97));
    assertThat(parzen.at(new Cell(0, 1))).isCloseTo(1, within(1e-12));
    double sum = IntStream.range(0, 1000).mapToDouble(i -> density(parzen, (i + 0.5) / 2500)).sum();
    assertThat(parzen.at(new Cell(0, 0.4))).isCloseTo(sum / 2500, within(1e-5));
  }

  @Test
  void drawsFollowTheDensity() {
    Parzen parzen = Parzen.of(List.of(0.02, 0.03, 0.05, 0.04));
    UniformRandomProvider random = new Seed(3).rng();
    int[] counts = new int[5];
    int draws = 20_000;
    for (int i = 0; i < draws; i++) {
      double u = parzen.draw(random);
      assertThat(u).isGreaterThanOrEqualTo(0).isLessThan(1);
      counts[(int) (u * 5)]++;
    }
    for (int i = 0; i < 5; i++) {
      assertThat((double) counts[i] / draws)
          .isCloseTo(parzen.at(new Cell(i / 5.0, (i + 1) / 5.0)), within(0.015));
    }
  }
}
