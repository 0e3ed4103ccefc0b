package org.example.rbp;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.trellisrec.spi.Convention;
import org.trellisrec.spi.Metric;
import org.trellisrec.testkit.MetricContract;
import org.trellisrec.testkit.TinyEvaluation;

class RankBiasedPrecisionTest extends MetricContract {
  private static final Offset<Double> EXACT = Offset.offset(1e-12);

  @Override
  protected Metric metric() {
    return new RankBiasedPrecision(new RankBiasedPrecision.Params(0.5));
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

  @Test
  void aHitCountsAsOftenAsItIsReached() {
    assertThat(oneUser().value(metric(), 4)).isCloseTo((1 + 1 / 8.0) / 2, EXACT);
    assertThat(oneUser().value(metric(), 3)).isCloseTo(1 / 2.0, EXACT);
  }

  @Test
  void isTheMeanOverUsers() {
    TinyEvaluation two =
        TinyEvaluation.of(2, 10)
            .relevant(0, 1, 2, 3)
            .list(0, 5, 1, 6)
            .relevant(1, 4)
            .list(1, 7, 8, 9);

    assertThat(two.value(metric(), 3)).isCloseTo((1 / 4.0 + 0) / 2, EXACT);
  }
}
