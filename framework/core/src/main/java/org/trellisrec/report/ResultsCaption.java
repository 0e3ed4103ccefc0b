package org.trellisrec.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.trellisrec.significance.CorrectionFamily;
import org.trellisrec.significance.SampleKey;
import org.trellisrec.significance.SignificanceConfig;
import org.trellisrec.significance.SignificanceReport;

/** Says under a result table what its marks mean. */
final class ResultsCaption {
  private ResultsCaption() {}

  static String of(
      ResultsTable.Section section,
      List<ResultsTable.Column> columns,
      Optional<SignificanceReport> significance) {
    StringBuilder caption = new StringBuilder("Test results, ").append(section.title()).append('.');
    if (columns.stream().anyMatch(c -> c.direction() != ResultsTable.Direction.NONE)) {
      caption.append(" Arrows point to better values; the best is bold, the second underlined.");
    }
    significance.ifPresent(
        report -> {
          List<String> untested =
              columns.stream()
                  .map(ResultsTable.Column::metric)
                  .filter(metric -> !report.tested(key(section, metric)))
                  .toList();
          if (untested.size() < columns.size()) {
            caption.append(' ').append(star(report.config()));
            caption.append(untested(untested));
          }
        });
    return caption.toString();
  }

  private static SampleKey key(ResultsTable.Section section, String metric) {
    return new SampleKey(section.protocol(), section.task(), metric, section.cutoff());
  }

  private static String star(SignificanceConfig config) {
    return "A star marks a best value that is significantly better than that of every other model (%s test over users, p < %s %s)."
        .formatted(config.tests().get(0).title(), config.alpha(), correction(config));
  }

  private static String correction(SignificanceConfig config) {
    String name =
        switch (config.correction()) {
          case NONE -> "";
          case BONFERRONI -> "Bonferroni";
          case HOLM -> "Holm";
          case BENJAMINI_HOCHBERG -> "Benjamini-Hochberg";
        };
    if (name.isEmpty()) {
      return "without correction";
    }
    String family =
        config.family() == CorrectionFamily.ALL
            ? "all comparisons of the run"
            : "the comparisons of models under each metric";
    return "after %s correction over %s".formatted(name, family);
  }

  private static String untested(List<String> metrics) {
    return metrics.isEmpty()
        ? ""
        : metrics.stream().collect(Collectors.joining(", ", " Not tested: ", "."));
  }
}
