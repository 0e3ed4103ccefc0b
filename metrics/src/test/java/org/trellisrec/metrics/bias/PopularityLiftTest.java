package org.trellisrec.metrics.bias;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.trellisrec.metrics.StandardAndRecBole;
import org.trellisrec.spi.Convention;
import org.trellisrec.spi.Metric;
import org.trellisrec.testkit.MetricContract;
import org.trellisrec.testkit.TinyEvaluation;

class PopularityLiftTest extends MetricContract {
  private static final Offset<Double> EXACT = Offset.offset(1e-12);

  @Override
  protected Metric metric() {
    return new PopularityLift();
  }

  @Override
  protected double largest(Convention convention) {
    return 600;
  }

  @Override
  protected double smallest(Convention convention) {
    return -1;
  }

  @Override
  protected double onEmptyList() {
    return Double.NaN;
  }

  @Override
  protected double onNoRelevantItem() {
    return -1;
  }

  @Override
  protected boolean higherIsBetter(Convention convention) {
    return false;
  }

  /** Item 0 has half of the 8 training rows, items 0 and 1 seven eighths, item 3 none. */
  private static TinyEvaluation known() {
    return TinyEvaluation.of(6, 4).train(0, 0, 1, 2).train(1, 0, 1).train(2, 0, 1).train(3, 0);
  }

  @StandardAndRecBole
  void comparesListAndHistory(Convention convention) {
    TinyEvaluation oneUser = known().convention(convention).relevant(3, 3).list(3, 1, 2);

    // item 1 has 3 users, item 2 one, the history 4
    assertThat(oneUser.value(metric(), 1)).isCloseTo((3 - 4) / 4.0, EXACT);
    assertThat(oneUser.value(metric(), 2)).isCloseTo((2 - 4) / 4.0, EXACT);
  }

  @StandardAndRecBole
  void isPositiveIfTheListIsMorePopular(Convention convention) {
    TinyEvaluation oneUser = known().convention(convention).train(5, 2).relevant(5, 3).list(5, 0);

    // item 0 has 4 users, item 2 now two
    assertThat(oneUser.value(metric(), 1)).isCloseTo((4 - 2) / 2.0, EXACT);
  }

  @StandardAndRecBole
  void hasNoValueWithoutAHistory(Convention convention) {
    assertThat(known().convention(convention).relevant(4, 3).list(4, 0).value(metric(), 1)).isNaN();
  }
}
