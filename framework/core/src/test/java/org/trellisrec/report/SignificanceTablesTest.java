package org.trellisrec.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.trellisrec.significance.BootstrapConfig;
import org.trellisrec.significance.ComparisonRow;
import org.trellisrec.significance.ComparisonScheme;
import org.trellisrec.significance.Correction;
import org.trellisrec.significance.CorrectionFamily;
import org.trellisrec.significance.Interval;
import org.trellisrec.significance.IntervalMethod;
import org.trellisrec.significance.IntervalRow;
import org.trellisrec.significance.SampleKey;
import org.trellisrec.significance.SignificanceConfig;
import org.trellisrec.significance.SignificanceReport;
import org.trellisrec.significance.TestKind;
import org.trellisrec.significance.TestResult;

class SignificanceTablesTest {
  private static final SampleKey KEY = new SampleKey("cold", "user_cold", "nDCG", 10);
  private static final SignificanceConfig CONFIG =
      new SignificanceConfig(
          List.of(TestKind.PAIRED_T),
          Correction.HOLM,
          CorrectionFamily.PER_METRIC,
          ComparisonScheme.ALL_PAIRS,
          0.05,
          1000,
          new BootstrapConfig(1000, IntervalMethod.BCA, 0.95));
  private static final SignificanceReport REPORT =
      new SignificanceReport(
          CONFIG,
          List.of(
              row(TestKind.PAIRED_T, new TestResult(-4.062127683382037, 9, 0.00283289, -1.28, "")),
              row(TestKind.WILCOXON, new TestResult(5, Double.NaN, 1.5e-7, -0.5, ""))),
          List.of(new IntervalRow(KEY, "A", "B", new Interval(-0.5, -0.75, -0.25), 10)),
          List.of());

  @Test
  void comparisonsHaveEveryNumberInFullPrecision() {
    assertThat(SignificanceTables.comparisons(REPORT).csv().lines().limit(2))
        .containsExactly(
            "protocol,task,metric,cutoff,test,model_a,model_b,mean_a,mean_b,n,zeros,left_out,"
                + "statistic,df,p,p_corrected,correction,significant,effect_size,effect,note",
            "cold,user_cold,nDCG,10,paired_t,A,B,0.25,0.75,10,1,2,"
                + "-4.062127683382037,9,0.00283289,0.0057,holm,true,-1.28,Cohen's d_z,");
  }

  @Test
  void readableComparisonsHaveFourDigits() {
    assertThat(SignificanceTables.readableComparisons(REPORT).rows().get(1))
        .contains("1.500e-07", "0.005700", "rank-biserial")
        .doesNotContain("NaN");
  }

  @Test
  void intervalsSayHowTheyWereMade() {
    assertThat(SignificanceTables.intervals(REPORT).rows())
        .containsExactly(
            List.of(
                "cold",
                "user_cold",
                "nDCG",
                "10",
                "A",
                "B",
                "-0.5",
                "-0.75",
                "-0.25",
                "0.95",
                "bca",
                "10"));
  }

  @Test
  void resultsHaveOneLinePerValue() {
    Table results =
        SignificanceTables.results(
            List.of(ResultsTablesTest.table(Optional.of(ResultsTablesTest.report()))));

    assertThat(results.rows()).hasSize(12);
    assertThat(results.rows().get(8))
        .startsWith("warm", "warm", "nDCG", "5", "CoBraR")
        .endsWith("", "higher", "best", "significant", "40", "1");
  }

  @Test
  void filesExistForWhatWasAskedFor() {
    List<ResultsTable> tables = List.of(ResultsTablesTest.table(Optional.empty()));

    assertThat(SignificanceFiles.of(tables, Optional.empty()))
        .containsOnlyKeys("results.csv", "results.md", "results.tex");
    Map<String, String> files = SignificanceFiles.of(tables, Optional.of(REPORT));
    assertThat(files)
        .containsKeys("significance.csv", "significance.md", "significance.tex", "intervals.csv")
        .hasSize(7);
    assertThat(files.get("results.md")).startsWith("# Results\n\n## warm, cutoff 5\n\n| model");
  }

  @Test
  void latexSpecialsAreEscaped() {
    assertThat(Latex.escape("a_b & 5% <u> \\ ^~{#}$"))
        .isEqualTo(
            "a\\_b \\& 5\\% $<$u$>$ \\textbackslash{} \\textasciicircum{}\\textasciitilde{}\\{\\#\\}\\$");
  }

  private static ComparisonRow row(TestKind test, TestResult result) {
    return new ComparisonRow(KEY, true, test, "A", "B", 0.25, 0.75, 10, 1, 2, result, 0.0057, true);
  }
}
