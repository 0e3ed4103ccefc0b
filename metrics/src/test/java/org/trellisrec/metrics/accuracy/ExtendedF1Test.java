package org.trellisrec.metrics.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.trellisrec.metrics.StandardAndRecBole;
import org.trellisrec.spi.Convention;
import org.trellisrec.spi.Metric;
import org.trellisrec.testkit.MetricContract;
import org.trellisrec.testkit.TinyEvaluation;

class ExtendedF1Test extends MetricContract {
  private static final Offset<Double> EXACT = Offset.offset(1e-12);

  @Override
  protected Metric metric() {
    return new ExtendedF1(new ExtendedF1.Params("Precision", "MRR"), ExtendedF1Test::named);
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

  private static Metric named(String name, Map<String, String> params) {
    return name.equals("Precision") ? new Precision() : new MeanReciprocalRank();
  }

  @StandardAndRecBole
  void isTheHarmonicMeanOfTheTwo(Convention convention) {
    // P 1/2, RR 1
    assertThat(oneUser().convention(convention).value(metric(), 4))
        .isCloseTo(2 * (1 / 2.0) / (3 / 2.0), EXACT);
    // P 1/3, RR 1/2
    assertThat(oneUser().convention(convention).list(0, 5, 1, 6).value(metric(), 3))
        .isCloseTo(2 * (1 / 6.0) / (5 / 6.0), EXACT);
  }

  @Test
  void labelNamesTheTwoAsElliotDoes() {
    assertThat(metric().label("ExtendedF1")).isEqualTo("ExtendedF1_m0:Precision-m1:MRR");
  }
}
