package org.trellisrec.metrics.novelty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.trellisrec.metrics.StandardAndRecBole;
import org.trellisrec.spi.Convention;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.Metric;
import org.trellisrec.testkit.MetricContract;
import org.trellisrec.testkit.TinyEvaluation;

class ExtendedPopularityComplementTest extends MetricContract {
  private static final Offset<Double> EXACT = Offset.offset(1e-12);

  @Override
  protected Metric metric() {
    return of(Relevance.DISCOUNTED);
  }

  @Override
  protected double largest(Convention convention) {
    return convention == Convention.ELLIOT ? 7 * 1 : 1;
  }

  @Override
  protected double onEmptyList() {
    return 0;
  }

  @Override
  protected double onNoRelevantItem() {
    return Double.NaN;
  }

  private static final double LOG2_3 = Math.log(3) / Math.log(2);

  /** Item 1 has two training users, item 2 one, item 5 none; 2 and 5 are relevant. */
  private static TinyEvaluation oneUser() {
    return TinyEvaluation.of(4, 6)
        .train(0, 1)
        .train(1, 1, 2)
        .rated(3, 2, 3)
        .rated(3, 5, 1)
        .list(3, 2, 1, 5);
  }

  private static Metric of(Relevance relevance) {
    return new ExtendedPopularityComplement(new RelevanceParams(relevance));
  }

  @StandardAndRecBole
  void discountedRelevanceGrowsWithTheRating(Convention convention) {
    // ratings 3 and 1 weigh 7/8 and 1/8
    assertThat(oneUser().convention(convention).value(metric(), 1))
        .isCloseTo(7 / 8.0 * (1 / 2.0), EXACT);
    assertThat(oneUser().convention(convention).list(3, 5).value(metric(), 1))
        .isCloseTo(1 / 8.0 * 1, EXACT);
  }

  @Test
  void elliotWeighsByTheGainAboveTheThreshold() {
    assertThat(oneUser().convention(Convention.ELLIOT).threshold(1).value(metric(), 1))
        .isCloseTo(7 * (1 / 2.0), EXACT);
    assertThat(oneUser().convention(Convention.ELLIOT).value(metric(), 2))
        .isCloseTo(15 * (1 / 2.0) / (1 + 1 / LOG2_3), EXACT);
  }

  @StandardAndRecBole
  void binaryRelevanceIsTheMetricProper(Convention convention) {
    assertThat(oneUser().convention(convention).value(of(Relevance.BINARY), 3))
        .isCloseTo(
            oneUser().convention(convention).value(new ExpectedPopularityComplement(), 3), EXACT);
  }

  @StandardAndRecBole
  void withoutRelevanceEveryItemCounts(Convention convention) {
    assertThat(
            oneUser()
                .convention(convention)
                .rated(3, 0, 1)
                .list(3, 5, 2)
                .value(of(Relevance.NONE), 1))
        .isCloseTo(1, EXACT);
    assertThat(
            oneUser()
                .convention(convention)
                .list(3, 2, 5)
                .threshold(3)
                .value(of(Relevance.NONE), 2))
        .isCloseTo(((1 / 2.0) + 1 / LOG2_3) / (1 + 1 / LOG2_3), EXACT);
  }

  @StandardAndRecBole
  void refusesNegativeRatings(Convention convention) {
    TinyEvaluation jokes = oneUser().convention(convention).rated(3, 0, -2).threshold(-5);

    assertThatThrownBy(() -> jokes.value(metric(), 1))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("-2.0")
        .hasMessageContaining("relevance_threshold");
  }
}
