package org.trellisrec.multiobjective;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.trellisrec.report.MetricRow;

class TradeOffsTest {
  private static final Offset<Double> EXACT = Offset.offset(1e-12);

  private static final Objectives OBJECTIVES =
      new Objectives(List.of(Objective.unit("nDCG", 10, true), Objective.unit("Gini", 10, false)));

  private static MetricRow row(String model, String fold, String metric, int k, double value) {
    return new MetricRow(
        model, 0, 42, "warm", fold, "test", MetricRow.Role.TEST, "standard", metric, k, value, 9);
  }

  @Test
  void comparesTheMeansOfTheModels() {
    TradeOffs found =
        TradeOffs.of(
            OBJECTIVES,
            List.of(
                row("A", "0", "nDCG", 10, 0.2),
                row("A", "1", "nDCG", 10, 0.6),
                row("A", "0", "nDCG", 5, 0.9),
                row("A", "0", "Gini", 10, 0.2),
                row("B", "0", "nDCG", 10, 0.3),
                row("B", "0", "Gini", 10, 0.5),
                row("C", "0", "nDCG", 10, 0.7)));

    TradeOffs.Standing a = found.models().get(0);
    assertThat(a.values().get(0)).isCloseTo(0.4, EXACT);
    assertThat(a.utopiaDistance()).isCloseTo(Math.sqrt(0.36 + 0.04), EXACT);
    assertThat(a.hypervolume()).isCloseTo(0.4 * 0.8, EXACT);
    assertThat(found.models()).extracting(TradeOffs.Standing::model).containsExactly("A", "B", "C");
    assertThat(found.models())
        .extracting(TradeOffs.Standing::onFront)
        .containsExactly(true, false, false);
    assertThat(found.models().get(2).utopiaDistance()).isNaN();
    assertThat(found.hypervolume()).isCloseTo(0.4 * 0.8, EXACT);
  }
}
