package org.trellisrec.metrics.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.trellisrec.metrics.StandardAndRecBole;
import org.trellisrec.spi.Convention;
import org.trellisrec.spi.Metric;
import org.trellisrec.testkit.MetricContract;
import org.trellisrec.testkit.TinyEvaluation;

class RPrecisionTest extends MetricContract {
  private static final Offset<Double> EXACT = Offset.offset(1e-12);

  @Override
  protected Metric metric() {
    return new RPrecision();
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

  @StandardAndRecBole
  void looksAtAsManyPlacesAsThereAreRelevantItems(Convention convention) {
    assertThat(oneUser().convention(convention).value(metric(), 4)).isCloseTo(1 / 3.0, EXACT);
    assertThat(oneUser().convention(convention).list(0, 3, 2, 5, 1).value(metric(), 4))
        .isCloseTo(2 / 3.0, EXACT);
  }

  @StandardAndRecBole
  void placesBeyondTheCutoffAreMisses(Convention convention) {
    assertThat(oneUser().convention(convention).list(0, 3, 2, 1).value(metric(), 2))
        .isCloseTo(2 / 3.0, EXACT);
    assertThat(oneUser().convention(convention).list(0, 3, 2, 1).value(metric(), 3))
        .isCloseTo(1, EXACT);
  }
}
