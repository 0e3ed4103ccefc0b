package org.trellisrec.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class KeptTablesTest {
  private static KeptModalities kept(String modality) {
    return new KeptModalities(
        "warm", "warm[" + modality + "]", "warm", "items", List.of(modality), false);
  }

  private static MetricRow row(long seed, String modality, String metric, double value) {
    return new MetricRow(
        "A",
        0,
        seed,
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
                    row(1, "x", "nDCG", 0.2),
                    row(1, "y", "nDCG", Double.NaN),
                    row(1, "z", "nDCG", 0.4),
                    row(1, "x", "Gini", Double.NaN),
                    row(1, "y", "Gini", Double.NaN)))
            .averaged();

    assertThat(table.rows())
        .containsExactly(
            List.of("warm", "warm", "items", "1", "any", "A", "5", "3", "0.300000", ""),
            List.of("warm", "warm", "items", "1", "withheld", "A", "5", "3", "0.300000", ""));
  }

  /** Sets are averaged within a seed, and seeds have a spread: .25 and .45. */
  @Test
  void seedsHaveRowsOfTheirOwnAndASpread() {
    KeptTables tables =
        KeptTables.of(
            List.of(kept("x"), kept("y")),
            List.of(
                row(1, "x", "nDCG", 0.2),
                row(1, "y", "nDCG", 0.3),
                row(2, "x", "nDCG", 0.4),
                row(2, "y", "nDCG", 0.5)));

    assertThat(tables.repeats().rows())
        .startsWith(
            List.of("warm", "warm", "items", "1", "any", "A", "5", "2", "0", "1", "0.250000"),
            List.of("warm", "warm", "items", "1", "any", "A", "5", "2", "0", "2", "0.450000"));
    assertThat(tables.averaged().rows())
        .startsWith(
            List.of("warm", "warm", "items", "1", "any", "A", "5", "2", "0.350000 ± 0.141421"));
  }
}
