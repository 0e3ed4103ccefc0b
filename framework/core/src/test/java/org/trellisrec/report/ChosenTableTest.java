package org.trellisrec.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ChosenTableTest {
  private static TrialRow trial(
      String model, int trial, long seed, String neighbors, double value, int epoch, boolean best) {
    Map<String, String> parameters = new TreeMap<>(Map.of("shrink", "0", "neighbors", neighbors));
    return new TrialRow(
        model, trial, seed, "warm", "0", parameters, "nDCG@10", value, 9, epoch, best, "");
  }

  private static EpochRow epoch(String model, int epoch) {
    return new EpochRow(model, 0, 1, "warm", "0", epoch, 1, "nDCG@10", 0.2, 9, 1, 1);
  }

  @Test
  void theSearchedParametersAndTheEpochOfEveryUnitAreListed() {
    TrialRow noMetric =
        new TrialRow("MostPop", 0, 1, "warm", "0", Map.of(), "", Double.NaN, 0, 0, true, "");
    List<TrialRow> rows =
        List.of(
            noMetric,
            trial("ItemKNN", 0, 1, "5", 0.25, 0, false),
            trial("ItemKNN", 1, 1, "10", 0.31415, 0, true),
            trial("ItemKNN", 0, 2, "5", 0.5, 0, true),
            trial("ItemKNN", 1, 2, "10", 0.125, 0, false),
            trial("MultVAE", 0, 1, "7", 0.2, 12, true),
            trial("Once", 0, 1, "7", 0.2, 1, true));
    List<EpochRow> epochs =
        List.of(epoch("MultVAE", 2), epoch("MultVAE", 30), epoch("MultVAE", 3), epoch("Once", 1));

    assertThat(ChosenTable.section(rows, epochs))
        .isEqualTo(
            """

            ## What was chosen

            | model   | protocol | seed |   parameters |      by |  value | best epoch |
            |:--------|---------:|-----:|-------------:|--------:|-------:|-----------:|
            | ItemKNN |     warm |    1 | neighbors=10 | nDCG@10 | 0.3142 |          - |
            | ItemKNN |     warm |    2 |  neighbors=5 | nDCG@10 | 0.5000 |          - |
            | MultVAE |     warm |    1 |            - | nDCG@10 | 0.2000 |   12 of 30 |
            """);
  }

  @Test
  void nothingIsSaidWhereNothingWasChosen() {
    List<TrialRow> rows = List.of(trial("ItemKNN", 0, 1, "5", 0.25, 0, true));
    assertThat(ChosenTable.section(rows, List.of())).isEmpty();
  }

  @Test
  void theEpochHasAColumnOfItsOwn() {
    List<TrialRow> rows =
        List.of(trial("A", 0, 1, "5", 0.25, 0, true), trial("B", 0, 1, "5", 0.25, 3, true));
    assertThat(RowTables.trials(rows).csv())
        .contains(
            "users,best,error,best_epoch,", "nDCG@10,0.25,9,true,,,", "nDCG@10,0.25,9,true,,3,");
  }
}
