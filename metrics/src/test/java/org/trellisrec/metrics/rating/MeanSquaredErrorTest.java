package org.trellisrec.metrics.rating;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.trellisrec.metrics.StandardAndRecBole;
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

  @StandardAndRecBole
  void leavesItemsBelowTheThresholdOut(Convention convention) {
    assertThat(oneUser().convention(convention).threshold(4).value(metric(), 1))
        .isCloseTo(4 * 4, EXACT);
  }

  @Test
  void elliotTakesUnscoredItemsAsFreeOfError() {
    assertThat(oneUser().convention(Convention.ELLIOT).value(metric(), 1))
        .isCloseTo((0 + 16) / 3.0, EXACT);
    assertThat(oneUser().convention(Convention.ELLIOT).threshold(3).value(metric(), 1))
        .isCloseTo((0 + 16) / 2.0, EXACT);
  }

  @StandardAndRecBole
  void everyPairWeighsTheSame(Convention convention) {
    // scores 2.5 for 4; 3.5 for 3 and 2 for 1
    TinyEvaluation tiny = TinyEvaluation.of(2, 10).convention(convention);
    tiny.rated(0, 1, 4).scored(0, new int[] {7, 1}, 3, 2.5);
    tiny.rated(1, 1, 1).rated(1, 2, 3).scored(1, new int[] {2, 1}, 3.5, 2);

    assertThat(tiny.value(metric(), 2)).isCloseTo((1.5 * 1.5 + 0.5 * 0.5 + 1) / 3, EXACT);
    assertThat(tiny.value(metric(), 1)).isCloseTo((1.5 * 1.5 + 0.5 * 0.5 + 1) / 3, EXACT);
  }
}
