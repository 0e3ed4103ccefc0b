package org.trellisrec.report;

import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.trellisrec.files.AtomicFiles;

/** Writes the tables of a run into its folder. */
public final class ReportWriter {
  private static final ObjectWriter JSON =
      JsonMapper.builder().build().writerWithDefaultPrettyPrinter();

  /** The page that shows all of a run. */
  public static final String PAGE = "report.html";

  private static final String PROVENANCE = "provenance.json";

  /** Files that depend on how finished values are compared. */
  private static final List<String> OPTIONAL =
      List.of(
          "significance.csv",
          "significance.md",
          "significance.tex",
          "intervals.csv",
          TradeOffTables.CSV,
          TradeOffTables.MARKDOWN,
          TradeOffTables.LATEX);

  private final Path folder;

  /** A writer into this run folder. */
  public ReportWriter(Path folder) {
    this.folder = folder;
  }

  /** Writes the result tables; each file is complete or absent. */
  public void writeTables(RunReport report) throws IOException {
    put("resolved.yml", report.resolvedYaml());
    put("statistics.csv", report.statistics().csv());
    put("metrics.csv", RowTables.metrics(report.metrics()).csv());
    put("trials.csv", RowTables.trials(report.trials()).csv());
    if (!report.epochs().isEmpty()) {
      put("epochs.csv", RowTables.epochs(report.epochs()).csv());
    }
    if (!report.parameters().isEmpty()) {
      put("parameters.csv", RowTables.parameters(report.parameters()).csv());
    }
    if (!report.kept().isEmpty()) {
      KeptTables kept = KeptTables.of(report.kept(), report.metrics());
      put("missing_modalities.csv", kept.repeats().csv());
      put("missing_modalities.md", kept.averaged().escapedMarkdown() + unfinished(report));
    }
    put("best_parameters.json", JSON.writeValueAsString(bestParameters(report)) + "\n");
    Map<String, String> comparison =
        new LinkedHashMap<>(SignificanceFiles.of(report.results(), report.significance()));
    comparison.compute("results.md", (name, tables) -> results(report, tables));
    report.tradeOffs().ifPresent(tradeOffs -> comparison.putAll(TradeOffTables.of(tradeOffs)));
    for (Map.Entry<String, String> file : comparison.entrySet()) {
      put(file.getKey(), file.getValue());
    }
    for (String name : OPTIONAL) {
      if (!comparison.containsKey(name)) { // of another comparison of the same values
        Files.deleteIfExists(folder.resolve(name));
      }
    }
  }

  private static String unfinished(RunReport report) {
    String remark = FinishedUnits.of(report.units()).remark().strip();
    return remark.isEmpty() ? "" : "\n" + Markdown.escape(remark) + "\n";
  }

  /**
   * Writes what is known only at the very end: times, notes, the page about the run, and
   * provenance, which marks it as ended.
   */
  public void writeEnd(RunReport report) throws IOException {
    put("timings.csv", RowTables.timings(report.allTimings()).csv());
    put(
        "notes.txt",
        report.notes().stream().map(note -> note + "\n").collect(Collectors.joining()));
    Map<String, Object> provenance = new LinkedHashMap<>(report.provenance());
    provenance.put("phases", report.phases());
    String json = JSON.writeValueAsString(provenance) + "\n";
    put(PAGE, HtmlReport.of(folder, json));
    put(PROVENANCE, json);
  }

  /** Writes the page about the run again, with what is in its folder now. */
  public void writePage() throws IOException {
    put(PAGE, HtmlReport.of(folder, HtmlReport.read(folder.resolve(PROVENANCE))));
  }

  private void put(String name, String content) throws IOException {
    AtomicFiles.write(folder.resolve(name), content);
  }

  private static List<Map<String, Object>> bestParameters(RunReport report) {
    return report.trials().stream()
        .filter(TrialRow::best)
        .map(ReportWriter::bestParameters)
        .toList();
  }

  private static Map<String, Object> bestParameters(TrialRow row) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("model", row.model());
    entry.put("protocol", row.protocol());
    entry.put("fold", row.fold());
    entry.put("seed", row.seed());
    entry.put("trial", row.trial());
    if (!row.metric().isEmpty()) {
      entry.put("chosen_by", row.metric());
      entry.put("value", row.value());
    }
    if (row.bestEpoch() > 0) {
      entry.put("best_epoch", row.bestEpoch());
    }
    entry.put("parameters", row.parameters());
    return entry;
  }

  private static String results(RunReport report, String tables) {
    return report.warnings().stream()
            .map(warning -> "> **Warning:** " + Markdown.escape(warning) + "\n\n")
            .collect(Collectors.joining())
        + tables
        + ChosenTable.section(report.trials(), report.epochs())
        + ParameterTable.section(report.parameters())
        + failures(report);
  }

  private static String failures(RunReport report) {
    return report.failures().isEmpty()
        ? ""
        : report.failures().stream()
            .map(unit -> "- " + Markdown.escape(unit.failure()) + "\n")
            .collect(Collectors.joining("", "\n## Failed\n\n", ""));
  }
}
