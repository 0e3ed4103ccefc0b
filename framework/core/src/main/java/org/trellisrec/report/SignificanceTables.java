package org.trellisrec.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import org.trellisrec.data.EnumWord;
import org.trellisrec.significance.ComparisonRow;
import org.trellisrec.significance.Interval;
import org.trellisrec.significance.IntervalRow;
import org.trellisrec.significance.SampleKey;
import org.trellisrec.significance.SignificanceReport;

/** The long tables of significance tests: one line per comparison or interval. */
public final class SignificanceTables {
  private static final List<String> KEY = List.of("protocol", "task", "metric", "cutoff");

  private SignificanceTables() {}

  /** Every comparison in full precision, for CSV. */
  public static Table comparisons(SignificanceReport report) {
    return comparisons(report, Double::toString);
  }

  /** Every comparison with four digits, for Markdown and LaTeX. */
  public static Table readableComparisons(SignificanceReport report) {
    return comparisons(report, SignificanceTables::fourDigits);
  }

  /** Every bootstrap interval in full precision. */
  public static Table intervals(SignificanceReport report) {
    List<String> header =
        header("model_a", "model_b", "mean", "low", "high", "confidence", "method", "n");
    return new Table(
        header, report.intervals().stream().map(row -> interval(report, row)).toList());
  }

  /** Every value of the result tables with its marks. */
  public static Table results(List<ResultsTable> tables) {
    List<List<String>> rows = new ArrayList<>();
    for (ResultsTable table : tables) {
      for (ResultsTable.Row row : table.rows()) {
        for (int i = 0; i < row.cells().size(); i++) {
          rows.add(result(table, row, table.metrics().get(i), row.cells().get(i)));
        }
      }
    }
    return new Table(
        header("model", "mean", "sd", "better", "place", "star", "users", "repetitions"), rows);
  }

  private static Table comparisons(SignificanceReport report, DoubleFunction<String> number) {
    List<String> header =
        header(
            "test",
            "model_a",
            "model_b",
            "mean_a",
            "mean_b",
            "n",
            "zeros",
            "left_out",
            "statistic",
            "df",
            "p",
            "p_corrected",
            "correction",
            "significant",
            "effect_size",
            "effect",
            "note");
    return new Table(
        header, report.comparisons().stream().map(row -> comparison(report, row, number)).toList());
  }

  private static List<String> comparison(
      SignificanceReport report, ComparisonRow row, DoubleFunction<String> number) {
    double df = row.result().degreesOfFreedom();
    return cells(
        row.key(),
        EnumWord.of(row.test()),
        row.modelA(),
        row.modelB(),
        number.apply(row.meanA()),
        number.apply(row.meanB()),
        Integer.toString(row.n()),
        Integer.toString(row.zeros()),
        Integer.toString(row.leftOut()),
        number.apply(row.result().statistic()),
        Double.isNaN(df) ? "" : Long.toString(Math.round(df)),
        number.apply(row.result().pValue()),
        number.apply(row.corrected()),
        EnumWord.of(report.config().correction()),
        Boolean.toString(row.significant()),
        number.apply(row.result().effectSize()),
        row.test().effect(),
        row.result().note());
  }

  private static List<String> interval(SignificanceReport report, IntervalRow row) {
    Interval interval = row.interval();
    return cells(
        row.key(),
        row.modelA(),
        row.modelB(),
        Double.toString(interval.mean()),
        Double.toString(interval.low()),
        Double.toString(interval.high()),
        Double.toString(report.config().bootstrap().confidence()),
        EnumWord.of(report.config().bootstrap().method()),
        Integer.toString(row.n()));
  }

  private static List<String> result(
      ResultsTable table,
      ResultsTable.Row row,
      ResultsTable.Column column,
      ResultsTable.Cell cell) {
    ResultsTable.Section section = table.section();
    return cells(
        new SampleKey(section.protocol(), section.task(), column.metric(), section.cutoff()),
        row.model(),
        Double.toString(cell.value().mean()),
        Double.isNaN(cell.value().deviation()) ? "" : Double.toString(cell.value().deviation()),
        EnumWord.of(column.direction()),
        EnumWord.of(cell.mark()),
        EnumWord.of(cell.star()),
        cell.users(),
        Long.toString(cell.value().defined()));
  }

  private static List<String> header(String... columns) {
    List<String> header = new ArrayList<>(KEY);
    header.addAll(List.of(columns));
    return header;
  }

  private static List<String> cells(SampleKey key, String... values) {
    List<String> cells =
        new ArrayList<>(
            List.of(key.protocol(), key.task(), key.metric(), Integer.toString(key.cutoff())));
    cells.addAll(List.of(values));
    return cells;
  }

  private static String fourDigits(double value) {
    return Double.isFinite(value) ? String.format(Locale.ROOT, "%.4g", value) : "" + value;
  }
}
