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

class FBetaTest extends MetricContract {
  private static final Offset<Double> EXACT = Offset.offset(1e-12);

  @Override
  protected Metric metric() {
    return of(2, "Precision", "Recall");
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

  private static Metric of(double beta, String first, String second) {
    return new FBeta(new FBeta.Params(beta, first, second), FBetaTest::named);
  }

  private static Metric named(String name, Map<String, String> params) {
    return switch (name) {
      case "Precision" -> new Precision();
      case "Recall" -> new Recall();
      default -> new GroupAuc();
    };
  }

  @StandardAndRecBole
  void weighsRecallByTheSquareOfBeta(Convention convention) {
    // P 1/2, R 2/3
    assertThat(oneUser().convention(convention).value(metric(), 4))
        .isCloseTo((5 / 3.0) / (4 / 2.0 + 2 / 3.0), EXACT);
    // P 1/2, R 1/3
    assertThat(oneUser().convention(convention).value(metric(), 2))
        .isCloseTo((5 / 6.0) / (4 / 2.0 + 1 / 3.0), EXACT);
  }

  @StandardAndRecBole
  void isF1ForBetaOne(Convention convention) {
    Metric f1 = of(1, "Precision", "Recall");

    assertThat(oneUser().convention(convention).value(f1, 4))
        .isCloseTo(oneUser().convention(convention).value(new F1(), 4), EXACT);
    assertThat(oneUser().convention(convention).list(0, 7).value(f1, 1)).isEqualTo(0);
  }

  @Test
  void asksForWhatItsMetricsAskFor() {
    assertThat(metric().requires()).isEmpty();
    assertThat(of(1, "Precision", "GAUC").requires())
        .containsExactly(Metric.Requirement.FULL_RANKING);
  }

  @Test
  void usersWeighTheSameWhateverTheMetricsSay() {
    TinyEvaluation two =
        TinyEvaluation.of(2, 10)
            .convention(Convention.RECBOLE)
            .relevant(0, 1, 2, 3)
            .list(0, 1, 5, 6, 2)
            .relevant(1, 4)
            .list(1, 7, 4, 8);

    assertThat(two.userValues(of(1, "GAUC", "GAUC"), 3))
        .containsExactly(new double[] {1 / 3.0, 1 / 2.0}, EXACT);
    assertThat(two.value(of(1, "GAUC", "GAUC"), 3)).isCloseTo((1 / 3.0 + 1 / 2.0) / 2, EXACT);
  }
}
