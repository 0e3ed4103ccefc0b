package org.trellisrec.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.trellisrec.significance.SignificanceReport;

/** The files of a run folder that compare models. */
public final class SignificanceFiles {
  private SignificanceFiles() {}

  /**
   * Contents by file name: the result tables as {@code results.csv}, {@code .md} and {@code .tex};
   * if tests were made, {@code significance.csv}, {@code .md} and {@code .tex}; if intervals were
   * made, {@code intervals.csv}.
   *
   * @param tables of {@link ResultsTables}
   * @param significance empty if no tests were asked for
   */
  public static Map<String, String> of(
      List<ResultsTable> tables, Optional<SignificanceReport> significance) {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("results.csv", SignificanceTables.results(tables).csv());
    files.put("results.md", "# Results\n\n" + joined(tables, SignificanceFiles::markdown));
    files.put("results.tex", joined(tables, ResultsMarkup::latex));
    significance.ifPresent(report -> put(files, report));
    return files;
  }

  private static String markdown(ResultsTable table) {
    return "## "
        + Markdown.escape(table.section().title())
        + "\n\n"
        + ResultsMarkup.markdown(table);
  }

  private static void put(Map<String, String> files, SignificanceReport report) {
    if (!report.comparisons().isEmpty()) {
      Table readable = SignificanceTables.readableComparisons(report);
      files.put("significance.csv", SignificanceTables.comparisons(report).csv());
      files.put("significance.md", "# Significance\n\n" + readable.escapedMarkdown());
      files.put("significance.tex", readable.latex());
    }
    if (!report.intervals().isEmpty()) {
      files.put("intervals.csv", SignificanceTables.intervals(report).csv());
    }
  }

  private static String joined(List<ResultsTable> tables, Function<ResultsTable, String> write) {
    return tables.stream().map(write).collect(Collectors.joining("\n"));
  }
}
