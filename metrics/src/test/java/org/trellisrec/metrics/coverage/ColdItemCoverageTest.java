package org.trellisrec.metrics.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.trellisrec.metrics.StandardAndRecBole;
import org.trellisrec.spi.Convention;
import org.trellisrec.spi.Metric;
import org.trellisrec.testkit.MetricContract;
import org.trellisrec.testkit.TinyEvaluation;

class ColdItemCoverageTest extends MetricContract {
  private static final Offset<Double> EXACT = Offset.offset(1e-12);

  @Override
  protected Metric metric() {
    return new ColdItemCoverage();
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
    return 3 / 5.0;
  }

  /** Items 2 to 5 are cold. */
  private static TinyEvaluation twoUsers() {
    return TinyEvaluation.of(2, 6)
        .train(0, 0, 1)
        .relevant(0, 2)
        .list(0, 2, 3)
        .relevant(1, 2)
        .list(1, 1, 3);
  }

  @StandardAndRecBole
  void isTheShareOfTheColdItems(Convention convention) {
    assertThat(twoUsers().convention(convention).value(metric(), 1)).isCloseTo(1 / 4.0, EXACT);
    assertThat(twoUsers().convention(convention).value(metric(), 2)).isCloseTo(2 / 4.0, EXACT);
  }

  @StandardAndRecBole
  void onlyCandidatesCount(Convention convention) {
    assertThat(twoUsers().convention(convention).candidates(1, 2, 3).value(metric(), 2))
        .isCloseTo(1, EXACT);
    assertThat(twoUsers().convention(convention).candidates(0, 1).value(metric(), 2)).isNaN();
  }
}
