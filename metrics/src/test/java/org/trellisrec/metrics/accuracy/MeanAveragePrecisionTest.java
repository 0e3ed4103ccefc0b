package org.trellisrec.metrics.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.trellisrec.metrics.StandardAndRecBole;
import org.trellisrec.spi.Convention;
import org.trellisrec.spi.Metric;
import org.trellisrec.testkit.MetricContract;
import org.trellisrec.testkit.TinyEvaluation;

class MeanAveragePrecisionTest extends MetricContract {
  private static final Offset<Double> EXACT = Offset.offset(1e-12);

  @Override
  protected Metric metric() {
    return new MeanAveragePrecision();
  }

  @Override
  protected double largest(Convention convention) {
    return 1;
  }

  @Override
  protected double onEmptyList() {
    return 0;
  }

  @Override
  protected double onNoRelevantItem() {
    return Double.NaN;
  }

  /** Three relevant items; hits at the first and the fourth place. */
  private static TinyEvaluation oneUser() {
    return TinyEvaluation.of(1, 10).relevant(0, 1, 2, 3).list(0, 1, 5, 6, 2);
  }

  /** The same without a hit at the top, and a user whose list misses. */
  private static TinyEvaluation twoUsers() {
    return TinyEvaluation.of(2, 10)
        .relevant(0, 1, 2, 3)
        .list(0, 5, 1, 6)
        .relevant(1, 4)
        .list(1, 7, 8, 9);
  }

  @StandardAndRecBole
  void averagesPrecisionAtTheHits(Convention convention) {
    assertThat(oneUser().convention(convention).value(metric(), 4))
        .isCloseTo((1 + 2 / 4.0) / 3, EXACT);
  }

  @StandardAndRecBole
  void perfectListOfFewerItemsThanRelevantScoresOne(Convention convention) {
    assertThat(oneUser().convention(convention).value(metric(), 1)).isCloseTo(1, EXACT);
  }

  @StandardAndRecBole
  void isTheMeanOverUsers(Convention convention) {
    assertThat(twoUsers().convention(convention).value(metric(), 3))
        .isCloseTo(((1 / 2.0) / 3 + 0) / 2, EXACT);
  }

  @Test
  void recboleIsTheTextbook() {
    assertThat(oneUser().convention(Convention.RECBOLE).value(metric(), 2))
        .isCloseTo(1 / 2.0, EXACT);
  }

  @Test
  void recboleCountsFullListsOnly() {
    assertThat(twoUsers().convention(Convention.RECBOLE).value(metric(), 3))
        .isCloseTo(((1 / 2.0) / 3 + 0) / 2, EXACT);
  }

  @Test
  void elliotAveragesPrecisionAtAllPositions() {
    assertThat(oneUser().convention(Convention.ELLIOT).value(metric(), 4))
        .isCloseTo((1 + 1 / 2.0 + 1 / 3.0 + 2 / 4.0) / 4, EXACT);
  }

  @Test
  void elliotGoesOnBeyondAShortList() {
    assertThat(oneUser().convention(Convention.ELLIOT).value(metric(), 5))
        .isCloseTo((1 + 1 / 2.0 + 1 / 3.0 + 2 / 4.0 + 2 / 5.0) / 5, EXACT);
  }
}
