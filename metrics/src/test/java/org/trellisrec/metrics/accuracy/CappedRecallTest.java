package org.trellisrec.metrics.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.trellisrec.metrics.StandardAndRecBole;
import org.trellisrec.spi.Convention;
import org.trellisrec.spi.Metric;
import org.trellisrec.testkit.MetricContract;
import org.trellisrec.testkit.TinyEvaluation;

class CappedRecallTest extends MetricContract {
  private static final Offset<Double> EXACT = Offset.offset(1e-12);

  @Override
  protected Metric metric() {
    return new CappedRecall();
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
  void isRecallWhereAllRelevantItemsFit(Convention convention) {
    assertThat(oneUser().convention(convention).value(metric(), 4)).isCloseTo(2 / 3.0, EXACT);
  }

  @StandardAndRecBole
  void isPrecisionWhereTheyDoNot(Convention convention) {
    assertThat(oneUser().convention(convention).value(metric(), 2)).isCloseTo(1 / 2.0, EXACT);
    assertThat(oneUser().convention(convention).value(metric(), 1)).isCloseTo(1, EXACT);
  }
}
