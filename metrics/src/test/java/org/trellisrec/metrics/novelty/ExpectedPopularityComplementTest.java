package org.trellisrec.metrics.novelty;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.trellisrec.metrics.StandardAndRecBole;
import org.trellisrec.spi.Convention;
import org.trellisrec.spi.Metric;
import org.trellisrec.testkit.MetricContract;
import org.trellisrec.testkit.TinyEvaluation;

class ExpectedPopularityComplementTest extends MetricContract {
  private static final Offset<Double> EXACT = Offset.offset(1e-12);

  @Override
  protected Metric metric() {
    return new ExpectedPopularityComplement();
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
  void weighsRelevantItemsByRank(Convention convention) {
    assertThat(oneUser().convention(convention).value(metric(), 1)).isCloseTo(1 / 2.0, EXACT);
    assertThat(oneUser().convention(convention).value(metric(), 3))
        .isCloseTo((1 / 2.0 + 1 / 2.0) / (1 + 1 / LOG2_3 + 1 / 2.0), EXACT);
  }

  @Test
  void elliotIsTheSame() {
    assertThat(oneUser().convention(Convention.ELLIOT).value(metric(), 2))
        .isCloseTo(1 / 2.0 / (1 + 1 / LOG2_3), EXACT);
    assertThat(oneUser().convention(Convention.ELLIOT).list(3, 1).value(metric(), 1)).isEqualTo(0);
  }
}
