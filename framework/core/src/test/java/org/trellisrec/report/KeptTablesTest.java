package org.trellisrec.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class KeptTablesTest {
  private static KeptModalities kept(String modality) {
    return new KeptModalities(
        "warm", "warm[" + modality + "]", "warm", "items", List.of(modality), false);
  }

  private static MetricRow row(String modality, String metric, double value) {
    return new MetricRow(
        "A",
        0,
        1,
        "warm",
        "0",
        "warm[" + modality + "]",
        MetricRow.Role.TEST,
        "standard",
        metric,
        5,
        value,
        9);
  }

  @Test
  void undefinedValuesAreLeftOutOfMeans() {
    Table table =
        KeptTables.of(
            List.of(kept("x"), kept("y"), kept("z")),
            List.of(
                row("x", "nDCG", 0.2),
                row("y", "nDCG", Double.NaN),
                row("z", "nDCG", 0.4),
                row("x", "Gini", Double.NaN),
                row("y", "Gini", Double.NaN)));

    assertThat(table.rows())
        .containsExactly(
            List.of("warm", "warm", "items", "1", "any", "A", "5", "3", "0.300000", ""),
            List.of("warm", "warm", "items", "1", "withheld", "A", "5", "3", "0.300000", ""));
  }
}
