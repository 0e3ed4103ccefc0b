package org.trellisrec.metrics.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.trellisrec.metrics.StandardAndRecBole;
import org.trellisrec.spi.Convention;
import org.trellisrec.spi.Metric;
import org.trellisrec.testkit.MetricContract;
import org.trellisrec.testkit.TinyEvaluation;

class NdcgRendle2020Test extends MetricContract {
  private static final Offset<Double> EXACT = Offset.offset(1e-12);
  private static final double LOG2_3 = Math.log(3) / Math.log(2);
  private static final double LOG2_5 = Math.log(5) / Math.log(2);

  @Override
  protected Metric metric() {
    return new NdcgRendle2020();
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
  void discountsByRank(Convention convention) {
    assertThat(oneUser().convention(convention).value(metric(), 3))
        .isCloseTo(1 / (1 + 1 / LOG2_3 + 1 / 2.0), EXACT);
  }

  @StandardAndRecBole
  void idealListHasTheRelevantItemsOnly(Convention convention) {
    assertThat(oneUser().convention(convention).value(metric(), 4))
        .isCloseTo((1 + 1 / LOG2_5) / (1 + 1 / LOG2_3 + 1 / 2.0), EXACT);
  }

  @StandardAndRecBole
  void isTheMeanOverUsers(Convention convention) {
    assertThat(twoUsers().convention(convention).value(metric(), 2))
        .isCloseTo((1 / LOG2_3 / (1 + 1 / LOG2_3) + 0) / 2, EXACT);
  }

  @ParameterizedTest
  @EnumSource
  void ignoresRatings(Convention convention) {
    TinyEvaluation rated = TinyEvaluation.of(1, 9).rated(0, 1, 5).rated(0, 2, 4).list(0, 2, 3);

    assertThat(rated.convention(convention).value(metric(), 2))
        .isCloseTo(1 / (1 + 1 / LOG2_3), EXACT);
  }

  @StandardAndRecBole
  void hitsFurtherDownCountLess(Convention convention) {
    // two relevant items, at places 2 and 4
    TinyEvaluation two =
        TinyEvaluation.of(1, 9).convention(convention).relevant(0, 1, 2).list(0, 5, 1, 6, 2);

    assertThat(two.value(metric(), 4))
        .isCloseTo((1 / LOG2_3 + 1 / LOG2_5) / (1 + 1 / LOG2_3), EXACT);
    assertThat(two.value(metric(), 1)).isEqualTo(0);
  }
}
