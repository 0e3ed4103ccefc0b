package org.trellisrec.metrics.rating;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.trellisrec.spi.Convention;
import org.trellisrec.spi.Metric;
import org.trellisrec.testkit.MetricContract;
import org.trellisrec.testkit.TinyEvaluation;

class MeanSquaredErrorTest extends MetricContract {
  private static final Offset<Double> EXACT = Offset.offset(1e-12);

  @Override
  protected Metric metric() {
    return new MeanSquaredError();
  }

  @Override
  protected double largest(Convention convention) {
    return 100;
  }

  @Override
  protected double onEmptyList() {
    return Double.NaN;
  }

  @Override
  protected double onNoRelevantItem() {
    return Double.NaN;
  }

  @Override
  protected boolean higherIsBetter(Convention convention) {
    return false;
  }

  /** Scores 3, 2, 1; the items rated 3 and 5 are ranked, that rated 2 is not. */
  private static TinyEvaluation oneUser() {
    return TinyEvaluation.of(1, 10).rated(0, 1, 5).rated(0, 2, 3).rated(0, 3, 2).list(0, 2, 9, 1);
  }

  @Test
  void comparesScoresWithRatings() {
    assertThat(oneUser().value(metric(), 1)).isCloseTo((0 + 16) / 2.0, EXACT);
    assertThat(oneUser().convention(Convention.RECBOLE).value(metric(), 3))
        .isCloseTo((0 + 16) / 2.0, EXACT);
  }

  @Test
  void leavesItemsBelowTheThresholdOut() {
    assertThat(oneUser().threshold(4).value(metric(), 1)).isCloseTo(4 * 4, EXACT);
  }

  @Test
  void elliotTakesUnscoredItemsAsFreeOfError() {
    assertThat(oneUser().convention(Convention.ELLIOT).value(metric(), 1))
        .isCloseTo((0 + 16) / 3.0, EXACT);
    assertThat(oneUser().convention(Convention.ELLIOT).threshold(3).value(metric(), 1))
        .isCloseTo((0 + 16) / 2.0, EXACT);
  }
}
