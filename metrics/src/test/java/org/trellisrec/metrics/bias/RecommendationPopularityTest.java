package org.trellisrec.metrics.bias;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.trellisrec.spi.Convention;
import org.trellisrec.spi.Metric;
import org.trellisrec.testkit.MetricContract;
import org.trellisrec.testkit.TinyEvaluation;

class RecommendationPopularityTest extends MetricContract {
  private static final Offset<Double> EXACT = Offset.offset(1e-12);

  @Override
  protected Metric metric() {
    return new RecommendationPopularity();
  }

  @Override
  protected double largest(Convention convention) {
    return 600;
  }

  @Override
  protected double onEmptyList() {
    return Double.NaN;
  }

  @Override
  protected double onNoRelevantItem() {
    return 0;
  }

  @Override
  protected boolean higherIsBetter(Convention convention) {
    return false;
  }

  /** Item 1 has three training users, item 2 one, item 3 none. */
  private static TinyEvaluation twoUsers() {
    return TinyEvaluation.of(5, 10)
        .train(0, 1)
        .train(1, 1, 2)
        .train(2, 1)
        .relevant(3, 5)
        .list(3, 1, 2, 3)
        .relevant(4, 5)
        .list(4, 2, 1);
  }

  @ParameterizedTest
  @EnumSource(names = {"STANDARD", "ELLIOT"})
  void dividesByTheLengthOfTheList(Convention convention) {
    assertThat(twoUsers().convention(convention).value(metric(), 3))
        .isCloseTo(((3 + 1 + 0) / 3.0 + (1 + 3) / 2.0) / 2, EXACT);
  }

  @ParameterizedTest
  @EnumSource
  void isTheMeanOverUsers(Convention convention) {
    assertThat(twoUsers().convention(convention).value(metric(), 1))
        .isCloseTo((3 + 1) / 2.0, EXACT);
  }

  @Test
  void recboleCountsFullListsOnly() {
    assertThat(twoUsers().convention(Convention.RECBOLE).value(metric(), 3))
        .isCloseTo((3 + 1 + 0) / 3.0, EXACT);
  }
}
