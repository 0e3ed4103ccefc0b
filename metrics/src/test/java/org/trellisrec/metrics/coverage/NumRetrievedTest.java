package org.trellisrec.metrics.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.trellisrec.spi.Convention;
import org.trellisrec.spi.Metric;
import org.trellisrec.testkit.MetricContract;
import org.trellisrec.testkit.TinyEvaluation;

class NumRetrievedTest extends MetricContract {
  private static final Offset<Double> EXACT = Offset.offset(1e-12);

  @Override
  protected Metric metric() {
    return new NumRetrieved();
  }

  @Override
  protected double largest(Convention convention) {
    return 10;
  }

  @Override
  protected double onEmptyList() {
    return 0;
  }

  @Override
  protected double onNoRelevantItem() {
    return 3;
  }

  /** Lists of two items, of one, and none. */
  private static TinyEvaluation threeUsers() {
    return TinyEvaluation.of(3, 9)
        .rated(0, 1, 5)
        .list(0, 2, 3)
        .rated(1, 1, 1)
        .list(1, 2)
        .rated(2, 1, 5);
  }

  @Test
  void isTheLengthOfTheList() {
    assertThat(threeUsers().value(metric(), 2)).isCloseTo((2 + 1 + 0) / 3.0, EXACT);
    assertThat(threeUsers().value(metric(), 1)).isCloseTo((1 + 1 + 0) / 3.0, EXACT);
  }

  @Test
  void elliotCountsUsersWithRelevantItems() {
    TinyEvaluation elliot = threeUsers().convention(Convention.ELLIOT);

    assertThat(elliot.value(metric(), 2)).isCloseTo((2 + 1) / 2.0, EXACT);
    assertThat(elliot.threshold(3).value(metric(), 2)).isCloseTo(2, EXACT);
  }

  @Test
  void recboleCountsFullListsOnly() {
    TinyEvaluation recbole = threeUsers().convention(Convention.RECBOLE);

    assertThat(recbole.value(metric(), 2)).isEqualTo(2);
    assertThat(recbole.evaluate(metric(), 2).rows().get(0).users()).isEqualTo(1);
    assertThat(recbole.value(metric(), 1)).isEqualTo(1);
    assertThat(recbole.evaluate(metric(), 1).rows().get(0).users()).isEqualTo(2);
  }
}
