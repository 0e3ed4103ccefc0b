package org.trellisrec.metrics.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.trellisrec.spi.Convention;
import org.trellisrec.spi.Metric;
import org.trellisrec.testkit.MetricContract;
import org.trellisrec.testkit.TinyEvaluation;

class UserCoverageTest extends MetricContract {
  private static final Offset<Double> EXACT = Offset.offset(1e-12);

  @Override
  protected Metric metric() {
    return new UserCoverage();
  }

  @Override
  protected double largest(Convention convention) {
    return convention == Convention.ELLIOT ? 600 : 1;
  }

  @Override
  protected double onEmptyList() {
    return 0;
  }

  @Override
  protected double onNoRelevantItem() {
    return 1;
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
  void isTheShareOfUsersWithAList() {
    assertThat(threeUsers().value(metric(), 2)).isCloseTo(2 / 3.0, EXACT);
    assertThat(threeUsers().list(2, 5).value(metric(), 2)).isCloseTo(1, EXACT);
  }

  @Test
  void elliotCounts() {
    assertThat(threeUsers().convention(Convention.ELLIOT).value(metric(), 2)).isEqualTo(2);
    assertThat(threeUsers().convention(Convention.ELLIOT).list(2, 5).value(metric(), 1))
        .isEqualTo(3);
  }

  @Test
  void recboleKnowsFullListsOnly() {
    TinyEvaluation recbole = threeUsers().convention(Convention.RECBOLE);

    assertThat(recbole.value(metric(), 2)).isCloseTo(1 / 3.0, EXACT);
    assertThat(recbole.value(metric(), 1)).isCloseTo(2 / 3.0, EXACT);
  }
}
