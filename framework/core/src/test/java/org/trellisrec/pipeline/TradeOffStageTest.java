package org.trellisrec.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.trellisrec.multiobjective.ModelPoint;
import org.trellisrec.multiobjective.MultiObjectiveConfig;
import org.trellisrec.multiobjective.MultiObjectiveReport;
import org.trellisrec.multiobjective.Normalization;
import org.trellisrec.multiobjective.ObjectiveConfig;
import org.trellisrec.multiobjective.TaskKey;
import org.trellisrec.report.FinishedUnits;
import org.trellisrec.report.MetricRow;
import org.trellisrec.report.UnitIdentity;
import org.trellisrec.report.UnitKey;
import org.trellisrec.report.UnitResult;

class TradeOffStageTest {
  private static UnitResult unit(String model, String fold, String error) {
    return new UnitResult(
        new UnitKey(1, "warm", fold, model),
        new UnitIdentity(Map.of(), Map.of(), Map.of()),
        "",
        error,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Map.of(),
        List.of());
  }

  @Test
  void aModelThatFailedWhereAnotherFinishedIsLeftOut() {
    MultiObjectiveConfig config =
        new MultiObjectiveConfig(
            List.of(
                new ObjectiveConfig("nDCG", 5, null, null),
                new ObjectiveConfig("Gini", 5, null, null)),
            null,
            Normalization.OBSERVED);
    List<MetricRow> rows = List.of(row("nDCG", "0", 0.9, 9), row("Gini", "0", 0.9, 9));
    FinishedUnits finished =
        FinishedUnits.of(
            List.of(
                unit("A", "0", ""),
                unit("A", "1", "/ by zero"),
                unit("B", "0", ""),
                unit("B", "1", "")));

    MultiObjectiveReport report =
        new TradeOffStage(config.stage(Map.of("nDCG", true, "Gini", true))).compare(rows, finished);

    assertThat(report.tables()).isEmpty();
    assertThat(report.notes())
        .containsExactly("multi_objective, warm: A is left out, as it finished only 1 of 2 folds");
  }

  private static MetricRow row(String metric, String fold, double value, int users) {
    return new MetricRow(
        "A", 0, 1, "warm", fold, "warm", MetricRow.Role.TEST, "standard", metric, 5, value, users);
  }

  @Test
  void undefinedValuesAreLeftOutOfMeans() {
    MultiObjectiveConfig config =
        new MultiObjectiveConfig(
            List.of(
                new ObjectiveConfig("nDCG", 5, null, null),
                new ObjectiveConfig("Gini", 5, null, null)),
            null,
            Normalization.BOUNDS);
    TradeOffStage stage = new TradeOffStage(config.stage(Map.of("nDCG", true, "Gini", true)));

    ModelPoint point =
        stage
            .compare(
                List.of(
                    row("nDCG", "0", 0.2, 9),
                    row("nDCG", "1", Double.NaN, 0),
                    row("nDCG", "2", 0.4, 8),
                    row("Gini", "0", Double.NaN, 9),
                    row("Gini", "1", Double.NaN, 9)),
                FinishedUnits.of(List.of()))
            .tables()
            .get(new TaskKey("warm", "warm"))
            .models()
            .get(0)
            .point();

    assertThat(point.values()[0]).isCloseTo(0.3, within(1e-12));
    assertThat(point.values()[1]).isNaN();
    assertThat(point.leastUsers()).isZero();
    assertThat(point.mostUsers()).isEqualTo(9);
  }
}
