package org.trellisrec.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SummaryTest {
  private static MetricRow row(
      String model, long seed, String task, String metric, int cutoff, double value) {
    return new MetricRow(model, 0, seed, "warm", "0", task, "standard", metric, cutoff, value, 7);
  }

  @Test
  void cellsAreMeansWithTheSampleStandardDeviationOverSeeds() {
    Summary summary =
        new Summary(
            List.of(row("A", 1, "warm", "nDCG", 10, 0.1), row("A", 2, "warm", "nDCG", 10, 0.3)));
    Table table = summary.table(new Summary.Section("warm", "warm", 10));
    assertThat(table.rows()).containsExactly(List.of("A", "0.2000 ± 0.1414", "7"));
  }

  @Test
  void validationRowsAreLeftOutAndMissingCellsAreShown() {
    Summary summary =
        new Summary(
            List.of(
                row("A", 1, "validation_warm", "nDCG", 10, 0.9),
                row("A", 1, "warm", "nDCG", 10, 0.5),
                row("B", 1, "warm", "ARP", 10, 1234.56)));
    assertThat(summary.sections()).containsExactly(new Summary.Section("warm", "warm", 10));
    assertThat(summary.table(new Summary.Section("warm", "warm", 10)).rows())
        .containsExactly(List.of("A", "0.5000", "-", "7"), List.of("B", "-", "1234.6", "7"));
  }
}
