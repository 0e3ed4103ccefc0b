package org.trellisrec.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;
import org.trellisrec.multiobjective.ModelPoint;
import org.trellisrec.multiobjective.MultiObjectiveReport;
import org.trellisrec.multiobjective.Objective;
import org.trellisrec.multiobjective.TaskKey;
import org.trellisrec.multiobjective.TradeOffs;

/** The files of a run folder on trade-offs between metrics. */
final class TradeOffTables {
  static final String CSV = "multiobjective.csv";
  static final String MARKDOWN = "multiobjective.md";
  static final String LATEX = "multiobjective.tex";

  private static final List<String> MEASURES =
      List.of("utopia_distance", "hypervolume", "pareto_front", "users");

  private TradeOffTables() {}

  /** Contents by file name. */
  static Map<String, String> of(MultiObjectiveReport report) {
    Map<String, String> files = new LinkedHashMap<>();
    files.put(CSV, csv(report).csv());
    files.put(
        MARKDOWN,
        "# Trade-offs\n\n"
            + report.tables().entrySet().stream()
                .map(e -> markdown(e.getKey(), e.getValue(), report))
                .collect(Collectors.joining("\n")));
    files.put(
        LATEX,
        report.tables().entrySet().stream()
            .map(e -> latex(e.getKey(), e.getValue(), report))
            .collect(Collectors.joining("\n")));
    return files;
  }

  /** One line per task and model; the volume of all models together has no model. */
  private static Table csv(MultiObjectiveReport report) {
    List<String> header = new ArrayList<>(List.of("protocol", "task", "model"));
    report.config().objectives().forEach(o -> header.add(o.metric() + "@" + o.cutoff()));
    header.addAll(MEASURES);
    List<List<String>> rows = new ArrayList<>();
    report
        .tables()
        .forEach(
            (task, tradeOffs) -> {
              List<String> key = List.of(task.protocol(), task.task());
              for (TradeOffs.Standing standing : tradeOffs.models()) {
                List<String> row = new ArrayList<>(key);
                row.addAll(cells(standing, Double::toString, "true", "false"));
                rows.add(row);
              }
              rows.add(together(key, tradeOffs));
            });
    return new Table(header, rows);
  }

  private static List<String> together(List<String> key, TradeOffs tradeOffs) {
    List<String> row = new ArrayList<>(key);
    row.add("");
    tradeOffs.objectives().all().forEach(objective -> row.add(""));
    row.addAll(List.of("", Double.toString(tradeOffs.hypervolume()), "", ""));
    return row;
  }

  private static List<String> cells(
      TradeOffs.Standing standing, DoubleFunction<String> number, String yes, String no) {
    ModelPoint point = standing.point();
    List<String> cells = new ArrayList<>(List.of(point.model()));
    for (double value : point.values()) {
      cells.add(number.apply(value));
    }
    cells.add(number.apply(standing.utopiaDistance()));
    cells.add(number.apply(standing.hypervolume()));
    cells.add(standing.onFront() ? yes : no);
    cells.add(new CountRange(point.leastUsers(), point.mostUsers()).toString());
    return cells;
  }

  private static Table readable(TradeOffs tradeOffs) {
    List<String> header = new ArrayList<>(List.of("model"));
    tradeOffs.objectives().all().stream().map(Objective::title).forEach(header::add);
    header.addAll(List.of("utopia distance", "hypervolume", "Pareto front", "users"));
    return new Table(
        header,
        tradeOffs.models().stream()
            .map(standing -> cells(standing, ResultsMarkup::number, "yes", ""))
            .toList());
  }

  private static String markdown(TaskKey task, TradeOffs tradeOffs, MultiObjectiveReport report) {
    return "## %s\n\n%s\n%s\n"
        .formatted(
            Markdown.escape(task.title()),
            readable(tradeOffs).escapedMarkdown(),
            Markdown.escape(caption(task, tradeOffs, report)));
  }

  private static String latex(TaskKey task, TradeOffs tradeOffs, MultiObjectiveReport report) {
    return "\\begin{table}\n\\centering\n\\caption{%s}\n%s\\end{table}\n"
        .formatted(Latex.escape(caption(task, tradeOffs, report)), readable(tradeOffs).latex());
  }

  private static String caption(TaskKey task, TradeOffs tradeOffs, MultiObjectiveReport report) {
    String bounds =
        tradeOffs.objectives().all().stream()
            .map(
                o ->
                    "%s from %s to %s"
                        .formatted(
                            o.title(),
                            ResultsMarkup.number(o.nadir()),
                            ResultsMarkup.number(o.utopia())))
            .collect(Collectors.joining(", "));
    String scales =
        switch (report.config().normalization()) {
          case BOUNDS -> "on scales of 0 to 1 between them";
          case OBSERVED ->
              "on scales of 0 to 1 between them, which are the worst and the best model";
          case NONE -> "in the units of the metrics";
        };
    return "Trade-offs, %s. From nadir to utopia: %s; distance (lower is better) and hypervolume (higher is better) are %s. All models together dominate %s."
        .formatted(task.title(), bounds, scales, ResultsMarkup.number(tradeOffs.hypervolume()));
  }
}
