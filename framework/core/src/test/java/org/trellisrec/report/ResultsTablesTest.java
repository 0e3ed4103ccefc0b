package org.trellisrec.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.trellisrec.evaluation.NamedMetric;
import org.trellisrec.significance.ComparisonScheme;
import org.trellisrec.significance.Correction;
import org.trellisrec.significance.CorrectionFamily;
import org.trellisrec.significance.PerUserValues;
import org.trellisrec.significance.SampleKey;
import org.trellisrec.significance.SignificanceConfig;
import org.trellisrec.significance.SignificanceReport;
import org.trellisrec.significance.SignificanceStage;
import org.trellisrec.significance.TestKind;
import org.trellisrec.spi.Convention;
import org.trellisrec.spi.Seed;
import org.trellisrec.spi.UserMetric;

/** The layout of the CoBraR paper's Table 2: models by metrics of both directions. */
class ResultsTablesTest {
  private static final Map<String, Boolean> DIRECTIONS =
      Map.of("nDCG", true, "ARP", false, "Coverage", true);
  private static final int USERS = 40;

  /** One value per user in whole steps, around the value that the model is to have. */
  private static final List<PerUserValues> MEASURED =
      List.of(
          measured("nDCG", "BPR_1", true, 0.25, 0.02),
          measured("nDCG", "DeepMF", true, 0.23, 0.01),
          measured("nDCG", "CoBraR", true, 0.50, 0.03),
          measured("ARP", "BPR_1", false, 1258.5, 300),
          measured("ARP", "DeepMF", false, 1258.0, 100),
          measured("ARP", "CoBraR", false, 1271.0, 200));

  @Test
  void marksBestAndSecondInTheirDirection() {
    ResultsTable table = table(Optional.empty());

    assertThat(marks(table, 0))
        .containsExactly(ResultsTable.Mark.SECOND, ResultsTable.Mark.NONE, ResultsTable.Mark.BEST);
    assertThat(marks(table, 1))
        .containsExactly(ResultsTable.Mark.SECOND, ResultsTable.Mark.BEST, ResultsTable.Mark.NONE);
  }

  @Test
  void writesMarkdown() {
    String markdown = ResultsMarkup.markdown(table(Optional.of(report())));

    assertThat(markdown.lines().map(line -> line.replaceAll(" +", " ")).toList())
        .startsWith(
            "| model | nDCG ↑ | ARP ↓ | Coverage ↑ | Balance | users |",
            "|:-------|--------------:|--------------:|--------------:|--------:|------:|",
            "| BPR_1 | <u>0.2500</u> | <u>1258.5</u> | 0.3000 | 0.1000 | 40 |",
            "| DeepMF | 0.2300 | **1258.0** | <u>0.4000</u> | 0.2000 | 40 |",
            "| CoBraR | **0.5000**\\* | 1271.0 | **0.5000** | 0.3000 | 40 |",
            "");
  }

  @Test
  void writesTextWithDigitsBelowEachOther() {
    assertThat(ResultsMarkup.text(table(Optional.of(report())), Integer.MAX_VALUE).lines())
        .containsExactly(
            "model     nDCG      ARP  Coverage  Balance  users",
            "BPR_1   0.2500   1258.5    0.3000   0.1000     40",
            "DeepMF  0.2300   1258.0    0.4000   0.2000     40",
            "CoBraR  0.5000*  1271.0    0.5000   0.3000     40",
            "* significantly better than every other model");
    assertThat(ResultsMarkup.text(table(Optional.empty()), Integer.MAX_VALUE)).doesNotContain("*");
  }

  @Test
  void writesLatex() {
    String latex = ResultsMarkup.latex(table(Optional.of(report())));

    assertThat(latex)
        .contains("\\begin{tabular}{lrrrrr}\n")
        .contains(
            "model & nDCG $\\uparrow$ & ARP $\\downarrow$ & Coverage $\\uparrow$ & Balance & users \\\\\n")
        .contains("BPR\\_1 & \\underline{0.2500} & \\underline{1258.5} & ")
        .contains(
            "CoBraR & \\textbf{0.5000}$^{*}$ & 1271.0 & \\textbf{0.5000} & 0.3000 & 40 \\\\\n")
        .contains("DeepMF & 0.2300 & \\textbf{1258.0} & ")
        .contains("p $<$ 0.05 after Bonferroni correction");
  }

  @Test
  void theCaptionStatesTheRuleOfTheStarAndWhatWasNotTested() {
    assertThat(table(Optional.of(report())).caption())
        .isEqualTo(
            "Test results, warm, cutoff 5. Arrows point to better values; the best is bold, the second underlined."
                + " A star marks a best value that is significantly better than that of every other model"
                + " (paired t test over users, p < 0.05 after Bonferroni correction over the comparisons of models under each metric)."
                + " Not tested: Coverage, Balance.");
    assertThat(table(Optional.empty()).caption()).doesNotContain("star");
  }

  @Test
  void onlyTheSignificantBestHasAStar() {
    ResultsTable table = table(Optional.of(report()));

    assertThat(stars(table, 0))
        .containsExactly(
            ResultsTable.Star.NOT_SIGNIFICANT,
            ResultsTable.Star.NOT_SIGNIFICANT,
            ResultsTable.Star.SIGNIFICANT);
    assertThat(stars(table, 1)).containsOnly(ResultsTable.Star.NOT_SIGNIFICANT);
    assertThat(stars(table, 2)).containsOnly(ResultsTable.Star.NOT_TESTED);
  }

  @Test
  void repetitionsShowMeanAndDeviation() {
    List<MetricRow> rows =
        List.of(row("A", "nDCG", 0.2, 1), row("A", "nDCG", 0.4, 2), row("B", "nDCG", 0.1, 1));

    ResultsTable table = new ResultsTables(DIRECTIONS, Optional.empty()).build(units(rows)).get(0);

    assertThat(ResultsMarkup.markdown(table))
        .contains("**0.3000 ± 0.1414**")
        .contains("<u>0.1000</u>");
  }

  @Test
  void aModelThatFailedInPartIsNamedWithWhatItFinishedAndNotMarked() {
    List<UnitResult> units = new ArrayList<>();
    for (int seed = 1; seed <= 3; seed++) {
      units.add(unit(row("A", "nDCG", 0.1 * seed, seed), 0));
      units.add(seed == 1 ? failed("B_1", seed) : unit(row("B_1", "nDCG", 0.1 * seed, seed), 0));
      units.add(unit(row("C", "nDCG", 0.05 * seed, seed), 0));
    }

    ResultsTable table = new ResultsTables(DIRECTIONS, Optional.empty()).build(units).get(0);

    assertThat(marks(table, 0))
        .containsExactly(ResultsTable.Mark.BEST, ResultsTable.Mark.NONE, ResultsTable.Mark.SECOND);
    assertThat(ResultsMarkup.markdown(table)).contains("| B_1 (2 of 3 seeds) |");
    assertThat(ResultsMarkup.latex(table)).contains("B\\_1 (2 of 3 seeds) & 0.2500");
    assertThat(ResultsMarkup.text(table, Integer.MAX_VALUE)).contains("B_1 (2 of 3 seeds) ");
    assertThat(SignificanceTables.results(List.of(table)).csv())
        .containsPattern("nDCG,5,B_1,0.25,.*,higher,none,not_tested,40,2\n");
    assertThat(table.caption())
        .endsWith(
            " Units that failed are left out of the means of B_1 (2 of 3 seeds)."
                + " No value of B_1 is marked, as it is of other data.");
  }

  /** As a table of missing modalities has only the models that use some. */
  @Test
  void aModelThatFailedInPartIsNotNamedWhereItIsNotShown() {
    MetricRow elsewhere =
        new MetricRow(
            "A",
            0,
            1,
            "warm",
            "0",
            "warm, text",
            MetricRow.Role.TEST,
            "standard",
            "nDCG",
            5,
            0.3,
            USERS);
    List<UnitResult> units =
        List.of(
            unit(elsewhere, 0),
            unit(row("A", "nDCG", 0.1, 2), 0),
            failed("B", 1),
            unit(row("B", "nDCG", 0.2, 2), 0));

    List<ResultsTable> tables = new ResultsTables(DIRECTIONS, Optional.empty()).build(units);

    assertThat(tables.get(0).caption()).contains("warm, text").doesNotContain("Units that failed");
    assertThat(tables.get(1).caption())
        .contains("Units that failed are left out of the means of B");
  }

  /** Their means are of the same data. */
  @Test
  void modelsThatFailedInTheSameFoldAreMarked() {
    List<UnitResult> units =
        List.of(
            unit(row("A", "nDCG", 0.1, 1), 0),
            failed("A", 2),
            unit(row("B", "nDCG", 0.2, 1), 0),
            failed("B", 2));

    ResultsTable table = new ResultsTables(DIRECTIONS, Optional.empty()).build(units).get(0);

    assertThat(marks(table, 0)).containsExactly(ResultsTable.Mark.SECOND, ResultsTable.Mark.BEST);
    assertThat(table.caption()).endsWith("of the means of A (1 of 2 seeds), B (1 of 2 seeds).");
  }

  @Test
  void undefinedValuesAreLeftOutOfMeansAndTold() {
    List<MetricRow> rows =
        List.of(
            row("A", "nDCG", 0.2, 1),
            row("A", "nDCG", Double.NaN, 2),
            row("A", "nDCG", 0.4, 3),
            row("B", "nDCG", 0.1, 1),
            row("B", "nDCG", 0.3, 2),
            row("A", "ARP", Double.NaN, 1),
            row("A", "ARP", Double.NaN, 2),
            row("B", "ARP", 7, 1),
            row("B", "ARP", Double.NaN, 2),
            row("C", "ARP", Double.NaN, 1),
            row("C", "ARP", 9, 2));

    ResultsTable table = new ResultsTables(DIRECTIONS, Optional.empty()).build(units(rows)).get(0);

    assertThat(ResultsMarkup.markdown(table).lines().map(line -> line.replaceAll(" +", " ")))
        .contains(
            "| A | **0.3000 ± 0.1414** | - | 40 |",
            "| B | <u>0.2000 ± 0.1414</u> | **7.0000** | 40 |",
            "| C | - | <u>9.0000</u> | 40 |");
    assertThat(table.caption())
        .endsWith(
            " Undefined values are left out of the means of nDCG of A (2 of 3 defined);"
                + " ARP of B, C (1 of 2 defined).");
    assertThat(table(Optional.empty()).caption()).doesNotContain("Undefined");
  }

  @Test
  void theNumberOfUsersIsThatOfEveryMetric() {
    MetricRow group =
        new MetricRow(
            "A", 0, 1, "warm", "0", "warm", MetricRow.Role.TEST, "standard", "Recall-f", 5, 0.5, 7);
    ResultsTable table =
        new ResultsTables(DIRECTIONS, Optional.empty())
            .build(units(List.of(row("A", "nDCG", 0.2, 1), group)))
            .get(0);

    assertThat(ResultsMarkup.markdown(table).lines().map(line -> line.replaceAll(" +", " ")))
        .contains("| A | 0.2000 | 0.5000 | 7-40 |", "| users | 40 | 7 | |");
    assertThat(ResultsMarkup.latex(table)).contains("\\midrule\nusers & 40 & 7 &  \\\\\n");
    assertThat(
            ResultsMarkup.text(table, Integer.MAX_VALUE)
                .lines()
                .map(line -> line.replaceAll(" +", " ")))
        .contains("users 40 7");
    assertThat(SignificanceTables.results(List.of(table)).csv())
        .contains("Recall-f,5,A,0.5,,none,none,not_tested,7,1\n");
  }

  @Test
  void theNumbersOfUsersOfRepetitionsAreARange() {
    List<MetricRow> rows =
        List.of(
            row("A", "nDCG", 0.2, 1),
            new MetricRow(
                "A",
                0,
                2,
                "warm",
                "0",
                "warm",
                MetricRow.Role.TEST,
                "standard",
                "nDCG",
                5,
                0.4,
                37),
            row("A", "ARP", 7, 1),
            row("B", "nDCG", 0.1, 1));
    ResultsTable table = new ResultsTables(DIRECTIONS, Optional.empty()).build(units(rows)).get(0);

    assertThat(SignificanceTables.results(List.of(table)).csv())
        .contains(",second,not_tested,40,1\n", ",best,not_tested,37-40,2\n")
        .contains(
            "ARP,5,A,7.0,,lower,none,not_tested,40,1\n",
            "ARP,5,B,NaN,,lower,none,not_tested,0,0\n");
    assertThat(ResultsMarkup.markdown(table).lines().map(line -> line.replaceAll(" +", " ")))
        .contains("| A | **0.3000 ± 0.1414** | 7.0000 | 37-40 |", "| users | 37-40 | 40 | |");
    assertThat(
            ResultsMarkup.text(table, Integer.MAX_VALUE)
                .lines()
                .map(line -> line.replaceAll(" +", " ")))
        .contains("A 0.3000 ± 0.1414 7.0000 37-40", "users 37-40 40");
    assertThat(ResultsMarkup.latex(table))
        .contains(" & 7.0000 & 37--40 ", "users & 37--40 & 40 & ");
  }

  @Test
  void theCaptionSaysIfAStarIsWonAgainstNobody() {
    List<UnitResult> units = new ArrayList<>();
    for (PerUserValues m : MEASURED) {
      double mean = Arrays.stream(m.values()).average().orElseThrow();
      units.add(
          unit(row(m.model(), m.key().metric(), mean, 1), m.model().equals("CoBraR") ? 0 : USERS));
    }
    ResultsTables tables = new ResultsTables(DIRECTIONS, Optional.of(report()));

    assertThat(tables.build(units).get(0).caption())
        .endsWith(
            " BPR_1, DeepMF returned no list for any user."
                + " The star of CoBraR says no more than that it returned some.");
    units.add(unit(row("DeepMF", "ARP", 1258, 1), USERS - 1));
    assertThat(tables.build(units).get(0).caption())
        .endsWith(" BPR_1 returned no list for any user.");
  }

  @Test
  void equalModelsShareAMarkAndAColumnOfEqualsHasNone() {
    double[] ties = {0.5, 0.4, 0.5, Double.NaN};
    double[] equal = {0.5, 0.5};

    assertThat(ResultsMarks.of(ties, ResultsTable.Direction.HIGHER))
        .containsExactly(
            ResultsTable.Mark.BEST,
            ResultsTable.Mark.SECOND,
            ResultsTable.Mark.BEST,
            ResultsTable.Mark.NONE);
    assertThat(ResultsMarks.of(equal, ResultsTable.Direction.LOWER))
        .containsOnly(ResultsTable.Mark.NONE);
  }

  @Test
  void aModelWithoutTheMetricShowsADash() {
    List<MetricRow> rows = List.of(row("A", "nDCG", 0.2, 1), row("B", "ARP", 7, 1));

    ResultsTable table = new ResultsTables(DIRECTIONS, Optional.empty()).build(units(rows)).get(0);

    assertThat(ResultsMarkup.latex(table)).contains("A & 0.2000 & - & 40").contains("B & - & 7.0");
  }

  @Test
  void validationRowsAreLeftOut() {
    MetricRow validation = row("A", "nDCG", 0.9, 1, MetricRow.Role.VALIDATION);

    List<ResultsTable> tables =
        new ResultsTables(DIRECTIONS, Optional.empty())
            .build(units(List.of(validation, row("A", "nDCG", 0.2, 1))));

    assertThat(tables)
        .extracting(ResultsTable::section)
        .containsExactly(new ResultsTable.Section("warm", "warm", 5));
    assertThat(tables.get(0).rows().get(0).cells().get(0).value().mean()).isEqualTo(0.2);
  }

  @Test
  void aTestTaskMayBeCalledValidation() {
    MetricRow row =
        new MetricRow(
            "A",
            0,
            1,
            "validation",
            "0",
            "validation_set",
            MetricRow.Role.TEST,
            "standard",
            "nDCG",
            5,
            0.9,
            7);
    assertThat(new ResultsTables(DIRECTIONS, Optional.empty()).build(units(List.of(row))))
        .extracting(ResultsTable::section)
        .containsExactly(new ResultsTable.Section("validation", "validation_set", 5));
  }

  @Test
  void directionsComeFromTheMetrics() {
    UserMetric higher = task -> list -> 0;

    assertThat(ResultsTables.directions(List.of(new NamedMetric("x", higher)), Convention.STANDARD))
        .isEqualTo(Map.of("x", true));
  }

  static ResultsTable table(Optional<SignificanceReport> report) {
    List<MetricRow> rows = new ArrayList<>();
    for (PerUserValues m : MEASURED) {
      double mean = Arrays.stream(m.values()).average().orElseThrow();
      rows.add(row(m.model(), m.key().metric(), mean, 1));
    }
    int coverage = 3;
    for (String model : List.of("BPR_1", "DeepMF", "CoBraR")) {
      rows.add(row(model, "Coverage", coverage++ / 10.0, 1));
      rows.add(row(model, "Balance", (coverage - 3) / 10.0, 1));
    }
    return new ResultsTables(DIRECTIONS, report).build(units(rows)).get(0);
  }

  static SignificanceReport report() {
    SignificanceConfig config =
        new SignificanceConfig(
            List.of(TestKind.PAIRED_T, TestKind.WILCOXON),
            Correction.BONFERRONI,
            CorrectionFamily.PER_METRIC,
            ComparisonScheme.BEST_VS_REST,
            0.05,
            1000,
            null);
    return new SignificanceStage(config, new Seed(1), 1).compare(MEASURED);
  }

  private static List<UnitResult> units(List<MetricRow> rows) {
    return rows.stream().map(row -> unit(row, 0)).toList();
  }

  private static UnitResult unit(MetricRow row, int withoutList) {
    UnitKey key = new UnitKey(row.seed(), row.protocol(), row.fold(), row.model());
    ListCount lists = new ListCount(row.task(), USERS, withoutList);
    return unit(key, "", List.of(row), List.of(lists));
  }

  private static UnitResult failed(String model, long seed) {
    return unit(new UnitKey(seed, "warm", "0", model), "/ by zero", List.of(), List.of());
  }

  private static UnitResult unit(
      UnitKey key, String error, List<MetricRow> metrics, List<ListCount> lists) {
    return new UnitResult(
        key,
        new UnitIdentity(Map.of(), Map.of(), Map.of()),
        "",
        error,
        List.of(),
        metrics,
        List.of(),
        List.of(),
        List.of(),
        lists,
        Map.of(),
        List.of());
  }

  private static MetricRow row(String model, String metric, double value, long seed) {
    return row(model, metric, value, seed, MetricRow.Role.TEST);
  }

  private static MetricRow row(
      String model, String metric, double value, long seed, MetricRow.Role role) {
    return new MetricRow(
        model, 0, seed, "warm", "0", "warm", role, "standard", metric, 5, value, USERS);
  }

  private static PerUserValues measured(
      String metric, String model, boolean higher, double mean, double spread) {
    double[] values =
        IntStream.range(0, USERS)
            .mapToDouble(i -> mean + (i * (2 * model.charAt(0) + 1) % 8 - 3.5) * spread)
            .toArray();
    int[] users = IntStream.range(0, USERS).toArray();
    return new PerUserValues(
        new SampleKey("warm", "warm", metric, 5), model, "seed 1, fold 0", higher, users, values);
  }

  private static List<ResultsTable.Mark> marks(ResultsTable table, int column) {
    return table.rows().stream().map(row -> row.cells().get(column).mark()).toList();
  }

  private static List<ResultsTable.Star> stars(ResultsTable table, int column) {
    return table.rows().stream().map(row -> row.cells().get(column).star()).toList();
  }
}
