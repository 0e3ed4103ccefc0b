package org.trellisrec.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trellisrec.multiobjective.MultiObjectiveReport;
import org.trellisrec.significance.SignificanceReport;

/**
 * Everything that is written about a run once its units are done.
 *
 * @param resolvedYaml the configuration with every default filled in
 * @param statistics table of data set statistics
 * @param provenance what ran where and what this process used; {@code provenance.json} has it with
 *     {@link #phases}
 * @param notes repairs, fallbacks and failures, as told to the user
 * @param warnings those of the notes without which the results must not be read
 * @param units results of all units, in order
 * @param timings times of the phases that serve all models
 * @param results the test results as tables of models by metrics
 * @param significance the comparison of models, empty if none was asked for
 * @param tradeOffs the trade-offs between metrics, empty if none were asked for
 * @param kept test tasks by the modalities they keep, empty if none withholds any
 */
public record RunReport(
    String resolvedYaml,
    Table statistics,
    Map<String, Object> provenance,
    List<String> notes,
    List<String> warnings,
    List<UnitResult> units,
    List<TimingRow> timings,
    List<ResultsTable> results,
    Optional<SignificanceReport> significance,
    Optional<MultiObjectiveReport> tradeOffs,
    List<KeptModalities> kept) {

  /** Keeps its own copies of the lists. */
  public RunReport {
    notes = List.copyOf(notes);
    warnings = List.copyOf(warnings);
    units = List.copyOf(units);
    timings = List.copyOf(timings);
    results = List.copyOf(results);
    kept = List.copyOf(kept);
  }

  /** The same with what is known only at the end. */
  public RunReport ended(
      List<TimingRow> phases, Map<String, Object> lastProvenance, List<String> lastNotes) {
    return new RunReport(
        resolvedYaml,
        statistics,
        lastProvenance,
        lastNotes,
        warnings,
        units,
        phases,
        results,
        significance,
        tradeOffs,
        kept);
  }

  /** Times of the phases that serve all models, then those of the units. */
  public List<TimingRow> allTimings() {
    List<TimingRow> rows = new ArrayList<>(timings);
    units.forEach(unit -> rows.addAll(unit.timings()));
    return rows;
  }

  /**
   * What each phase took in all: {@code wall_s} and {@code cpu_s} in seconds by its name. A unit
   * that an earlier process has finished counts as it did there.
   */
  public Map<String, Map<String, Double>> phases() {
    Map<String, Map<String, Double>> phases = new LinkedHashMap<>();
    for (TimingRow row : allTimings()) {
      Map<String, Double> times =
          phases.computeIfAbsent(row.phase(), phase -> new LinkedHashMap<>());
      times.merge("wall_s", row.wallSeconds(), Double::sum);
      times.merge("cpu_s", row.cpuSeconds(), Double::sum);
    }
    return phases;
  }

  /** All metric rows. */
  public List<MetricRow> metrics() {
    return units.stream().flatMap(unit -> unit.metrics().stream()).toList();
  }

  /** All trials. */
  public List<TrialRow> trials() {
    return units.stream().flatMap(unit -> unit.trials().stream()).toList();
  }

  /** Trainable parameters of all chosen models. */
  public List<ParameterRow> parameters() {
    return units.stream().flatMap(unit -> unit.parameters().stream()).toList();
  }

  /** All epochs. */
  public List<EpochRow> epochs() {
    return units.stream().flatMap(unit -> unit.epochs().stream()).toList();
  }

  /** The units whose model failed. */
  public List<UnitResult> failures() {
    return units.stream().filter(UnitResult::failed).toList();
  }
}
