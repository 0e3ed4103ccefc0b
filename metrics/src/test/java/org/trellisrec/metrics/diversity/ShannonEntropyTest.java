package org.trellisrec.metrics.diversity;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.trellisrec.spi.Convention;
import org.trellisrec.spi.Metric;
import org.trellisrec.testkit.MetricContract;
import org.trellisrec.testkit.TinyEvaluation;

class ShannonEntropyTest extends MetricContract {
  private static final Offset<Double> EXACT = Offset.offset(1e-12);

  @Override
  protected Metric metric() {
    return new ShannonEntropy();
  }

  @Override
  protected double largest(Convention convention) {
    return 5;
  }

  @Override
  protected double onEmptyList() {
    return Double.NaN;
  }

  @Override
  protected double onNoRelevantItem() {
    return Math.log(3) / Math.log(2);
  }

  private static final double LOG2_3 = Math.log(3) / Math.log(2);

  private static TinyEvaluation twoUsers() {
    return TinyEvaluation.of(2, 5).relevant(0, 0).list(0, 1, 2).relevant(1, 0).list(1, 2, 3);
  }

  @Test
  void isTheEntropyOfTheCounts() {
    // counts 1, 2, 1
    assertThat(twoUsers().value(metric(), 2)).isCloseTo(3 / 2.0, EXACT);
    assertThat(twoUsers().value(metric(), 1)).isCloseTo(1, EXACT);
    assertThat(twoUsers().list(1, 2).value(metric(), 2))
        .isCloseTo(LOG2_3 / 3 + (LOG2_3 - 1) * 2 / 3, EXACT);
  }

  @Test
  void elliotWeighsEveryListTheSame() {
    TinyEvaluation elliot = twoUsers().convention(Convention.ELLIOT);

    assertThat(elliot.value(metric(), 2)).isCloseTo(3 / 2.0, EXACT);
    // item 1 has half a list, item 2 one and a half
    assertThat(elliot.list(1, 2).value(metric(), 2))
        .isCloseTo((LOG2_3 / 2 + (LOG2_3 - 1) * 3 / 2) / 2, EXACT);
  }

  @Test
  void recboleDividesByTheNumberOfRecommendedItems() {
    TinyEvaluation recbole = twoUsers().convention(Convention.RECBOLE);

    assertThat(recbole.value(metric(), 2)).isCloseTo(3 / 2.0 * Math.log(2) / 3, EXACT);
    assertThat(recbole.value(metric(), 1)).isCloseTo(Math.log(2) / 2, EXACT);
  }
}
