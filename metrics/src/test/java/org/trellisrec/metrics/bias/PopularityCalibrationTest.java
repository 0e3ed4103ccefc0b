package org.trellisrec.metrics.bias;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.trellisrec.metrics.StandardAndRecBole;
import org.trellisrec.spi.Convention;
import org.trellisrec.spi.Metric;
import org.trellisrec.testkit.MetricContract;
import org.trellisrec.testkit.TinyEvaluation;

class PopularityCalibrationTest extends MetricContract {
  private static final Offset<Double> EXACT = Offset.offset(1e-12);

  @Override
  protected Metric metric() {
    return new PopularityCalibration();
  }

  @Override
  protected double largest(Convention convention) {
    return 1;
  }

  @Override
  protected double onEmptyList() {
    return Double.NaN;
  }

  @Override
  protected double onNoRelevantItem() {
    return 1;
  }

  @Override
  protected boolean higherIsBetter(Convention convention) {
    return false;
  }

  /** Item 0 has half of the 8 training rows, items 0 and 1 seven eighths, item 3 none. */
  private static TinyEvaluation known() {
    return TinyEvaluation.of(6, 4).train(0, 0, 1, 2).train(1, 0, 1).train(2, 0, 1).train(3, 0);
  }

  private static final double LOG2_3 = Math.log(3) / Math.log(2);

  @StandardAndRecBole
  void isZeroForTheSharesOfTheHistory(Convention convention) {
    assertThat(known().convention(convention).relevant(3, 3).list(3, 0).value(metric(), 1))
        .isCloseTo(0, EXACT);
    assertThat(known().convention(convention).relevant(1, 3).list(1, 0, 1).value(metric(), 2))
        .isCloseTo(0, EXACT);
  }

  @StandardAndRecBole
  void isOneIfNothingIsShared(Convention convention) {
    assertThat(known().convention(convention).relevant(1, 3).list(1, 2).value(metric(), 1))
        .isCloseTo(1, EXACT);
  }

  @StandardAndRecBole
  void isTheDivergenceFromTheMiddle(Convention convention) {
    // thirds against the tail alone: middle 1/6, 1/6, 2/3
    assertThat(known().convention(convention).relevant(0, 3).list(0, 3).value(metric(), 1))
        .isCloseTo(((1 + 1 - 1) / 3.0 + (LOG2_3 - 1)) / 2, EXACT);
    // head alone against halves of head and middle: middle 3/4, 1/4
    assertThat(known().convention(convention).relevant(3, 3).list(3, 0, 1).value(metric(), 2))
        .isCloseTo(((2 - LOG2_3) + (1 - LOG2_3 + 1) / 2) / 2, EXACT);
  }

  @StandardAndRecBole
  void hasNoValueWithoutAHistory(Convention convention) {
    assertThat(known().convention(convention).relevant(4, 3).list(4, 0).value(metric(), 1)).isNaN();
  }
}
