package org.trellisrec.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
            List.of("warm", "warm", "items", "1", "any", "A", "5", "3", "0.3000", "-"),
            List.of("warm", "warm", "items", "1", "withheld", "A", "5", "3", "0.3000", "-"));
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
            List.of("warm", "warm", "items", "1", "any", "A", "5", "2", "0", "1", "0.25"),
            List.of("warm", "warm", "items", "1", "any", "A", "5", "2", "0", "2", "0.45"));
    assertThat(tables.averaged().rows())
        .startsWith(List.of("warm", "warm", "items", "1", "any", "A", "5", "2", "0.3500 ± 0.1414"));
  }

  private static final KeptModalities WHOLE =
      new KeptModalities("warm", "warm", "warm", "items", List.of("x", "y"), false);

  private static MetricRow of(long seed, String fold, String task) {
    return new MetricRow(
        "A", 0, seed, "warm", fold, task, MetricRow.Role.TEST, "standard", "nDCG", 5, 0.2, 9);
  }

  /** These columns of the rows over all sets. */
  private static List<List<String>> cells(Table table, int... columns) {
    return table.rows().stream()
        .filter(row -> row.get(4).equals("any"))
        .map(row -> IntStream.of(columns).mapToObj(row::get).toList())
        .toList();
  }

  /** One uses x and the other y, and none of them both. */
  @ParameterizedTest
  @CsvSource({"1, 0, 2, 0", "1, 0, 1, 1"})
  void everySeedAndFoldMayUseOtherModalities(long seed, String fold, long other, String another) {
    KeptTables tables =
        KeptTables.of(
            List.of(kept("x"), kept("y"), WHOLE),
            List.of(
                of(seed, fold, "warm"),
                of(seed, fold, "warm[x]"),
                of(other, another, "warm"),
                of(other, another, "warm[y]")));

    assertThat(cells(tables.repeats(), 3, 7, 8, 9))
        .containsExactly(
            List.of("1", "1", fold, Long.toString(seed)),
            List.of("1", "1", another, Long.toString(other)));
    assertThat(cells(tables.averaged(), 3, 7)).containsExactly(List.of("1", "1"));
  }

  /** It has values on the task that keeps everything, but none of that is its own. */
  @Test
  void aModelThatWasAskedNoSetHasNoRow() {
    MetricRow baseline =
        new MetricRow(
            "B", 0, 1, "warm", "0", "warm", MetricRow.Role.TEST, "standard", "nDCG", 5, 0.3, 9);
    KeptTables tables =
        KeptTables.of(
            List.of(kept("x"), kept("y"), WHOLE),
            List.of(of(1, "0", "warm"), of(1, "0", "warm[x]"), of(1, "0", "warm[y]"), baseline));

    assertThat(cells(tables.repeats(), 5, 3)).containsExactly(List.of("A", "1"), List.of("A", "2"));
  }

  @Test
  void theNumberOfSetsIsARangeWhereSeedsDiffer() {
    KeptTables tables =
        KeptTables.of(
            List.of(kept("x"), kept("y"), WHOLE),
            List.of(
                of(1, "0", "warm"),
                of(1, "0", "warm[x]"),
                of(2, "0", "warm"),
                of(2, "0", "warm[x]"),
                of(2, "0", "warm[y]")));

    assertThat(cells(tables.repeats(), 3, 7, 9))
        .containsExactly(List.of("1", "1", "1"), List.of("1", "2", "2"), List.of("2", "1", "2"));
    assertThat(cells(tables.averaged(), 3, 7))
        .containsExactly(List.of("1", "1-2"), List.of("2", "1"));
  }

  /** Fold 0 has interactions, which fold 1 lacks: there x and y are all there is. */
  @Test
  void aFoldIsAskedWithoutTheInteractionsThatItLacks() {
    KeptModalities interactions =
        new KeptModalities("warm", "warm[i]", "warm", "items", List.of("i"), true);
    KeptModalities larger =
        new KeptModalities("warm", "warm", "warm", "items", List.of("i", "x", "y"), true);
    KeptTables tables =
        KeptTables.of(
            List.of(interactions, kept("x"), kept("y"), larger, WHOLE),
            List.of(
                of(1, "0", "warm"),
                of(1, "0", "warm[i]"),
                of(1, "0", "warm[x]"),
                of(1, "0", "warm[y]"),
                of(1, "1", "warm"),
                of(1, "1", "warm[x]"),
                of(1, "1", "warm[y]")));

    assertThat(cells(tables.repeats(), 3, 7, 8))
        .containsExactly(
            List.of("1", "3", "0"),
            List.of("1", "2", "1"),
            List.of("3", "1", "0"),
            List.of("2", "1", "1"));
  }

  /** Where test data choose, every trial has values on the tasks that keep everything. */
  @Test
  void valuesThatChooseAreNoResults() {
    MetricRow chosenBy =
        new MetricRow(
            "A",
            3,
            1,
            "warm",
            "0",
            "warm",
            MetricRow.Role.VALIDATION,
            "standard",
            "nDCG",
            5,
            0.8,
            9);

    assertThat(
            KeptTables.of(List.of(WHOLE), List.of(chosenBy, of(1, "0", "warm"))).averaged().rows())
        .startsWith(List.of("warm", "warm", "items", "2", "any", "A", "5", "1", "0.2000"));
  }
}
