package org.trellisrec.metrics.novelty;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.trellisrec.metrics.StandardAndRecBole;
import org.trellisrec.spi.Convention;
import org.trellisrec.spi.Metric;
import org.trellisrec.testkit.MetricContract;
import org.trellisrec.testkit.TinyEvaluation;

class SelfInformationTest extends MetricContract {
  private static final Offset<Double> EXACT = Offset.offset(1e-12);

  @Override
  protected Metric metric() {
    return new SelfInformation();
  }

  @Override
  protected double largest(Convention convention) {
    return 10;
  }

  @Override
  protected double onEmptyList() {
    return Double.NaN;
  }

  @Override
  protected double onNoRelevantItem() {
    return 1;
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

  @StandardAndRecBole
  void isTheMeanInformationOfTheItems(Convention convention) {
    assertThat(oneUser().convention(convention).value(metric(), 1)).isCloseTo(1, EXACT);
    assertThat(oneUser().convention(convention).value(metric(), 3))
        .isCloseTo((1 + 0 + 1) / 3.0, EXACT);
  }

  @StandardAndRecBole
  void isMeasuredAgainstAllTrainingUsers(Convention convention) {
    assertThat(oneUser().convention(convention).train(2, 1).value(metric(), 1))
        .isCloseTo(LOG2_3, EXACT);
    assertThat(
            TinyEvaluation.of(1, 3)
                .convention(convention)
                .relevant(0, 1)
                .list(0, 2)
                .value(metric(), 1))
        .isNaN();
  }
}
