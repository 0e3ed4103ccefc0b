package org.trellisrec.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.trellisrec.data.TaskNames;
import org.trellisrec.data.Vocabulary;
import org.trellisrec.multiobjective.MultiObjectiveReport;
import org.trellisrec.report.DatasetStatistics;
import org.trellisrec.report.FinishedUnits;
import org.trellisrec.report.KeptModalities;
import org.trellisrec.report.MetricRow;
import org.trellisrec.report.ReportWriter;
import org.trellisrec.report.ResultsTables;
import org.trellisrec.report.RunReport;
import org.trellisrec.report.UnitResult;
import org.trellisrec.significance.SignificanceReport;
import org.trellisrec.significance.SignificanceStage;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.IoReason;
import org.trellisrec.spi.Seed;

/**
 * Compares, writes and analyses the results of a run.
 *
 * @param plan the run
 * @param threads threads to use
 * @param folder the run folder
 * @param provenance takes what ran where
 * @param timings of the run
 * @param listener hears what happens
 */
record ReportStage(
    RunPlan plan,
    int threads,
    RunFolder folder,
    Provenance provenance,
    Timings timings,
    NoteKeeper listener) {

  /**
   * Reports a run whose units are done. Tasks that withhold modalities are not compared. Those that
   * keep a set of them have a table of their own.
   *
   * @param prepared what the units worked on
   * @param units their results
   * @throws InputException if nothing can be written, or values that are to be compared are missing
   */
  RunOutcome report(Prepared prepared, List<UnitResult> units) {
    tellProvenance(prepared, units);
    List<KeptModalities> kept = prepared.missing().kept(prepared.splits());
    if (units.stream().noneMatch(UnitResult::failed)) {
      prepared.missing().unasked(prepared.splits(), rows(units)).forEach(listener::note);
    }
    List<UnitResult> compared = only(units, row -> !TaskNames.withholds(row.task()));
    List<UnitResult> listed =
        only(units, row -> kept.stream().noneMatch(task -> task.withholds(row)));
    Optional<SignificanceReport> significance = compare(prepared.data().users(), compared);
    RunReport report =
        new RunReport(
            plan.file().resolved(),
            DatasetStatistics.of(prepared.data()).table(),
            provenance.finish(),
            listener.notes(),
            prepared.warnings(),
            units,
            List.of(),
            new ResultsTables(plan.measures().directions(), significance).build(listed),
            significance,
            tradeOffs(compared),
            kept);
    return write(report);
  }

  private void tellProvenance(Prepared prepared, List<UnitResult> units) {
    provenance.put("code_sha256", prepared.identity().code());
    provenance.put("data_sha256", prepared.fingerprint());
    provenance.put("seeds", plan.seeds());
    provenance.put("computed_by", computedBy(units));
    Map<String, List<String>> taken = takenOver(units);
    if (!taken.isEmpty()) {
      provenance.put("taken_over", taken);
    }
  }

  /** The units that were trained in other runs, by the folders of these. */
  private static Map<String, List<String>> takenOver(List<UnitResult> units) {
    Map<String, List<String>> taken = new TreeMap<>();
    for (UnitResult unit : units) {
      if (!unit.trainedIn().isEmpty()) {
        taken
            .computeIfAbsent(unit.trainedIn(), run -> new ArrayList<>())
            .add(unit.key().fileName());
      }
    }
    return taken;
  }

  /** Of each model that uses a library of its own or a device, by its name in the results. */
  private static Map<String, Set<Map<String, String>>> computedBy(List<UnitResult> units) {
    Map<String, Set<Map<String, String>>> used = new TreeMap<>();
    for (UnitResult unit : units) {
      if (!unit.computedBy().isEmpty()) {
        used.computeIfAbsent(unit.key().model(), model -> new LinkedHashSet<>())
            .add(unit.computedBy());
      }
    }
    return used;
  }

  private static List<UnitResult> only(List<UnitResult> units, Predicate<MetricRow> kept) {
    return units.stream().map(unit -> unit.withMetrics(kept)).toList();
  }

  private Optional<SignificanceReport> compare(Vocabulary users, List<UnitResult> units) {
    if (plan.significance().isEmpty()) {
      return Optional.empty();
    }
    Seed seed = new Seed(plan.seeds().get(0));
    SignificanceStage stage = new SignificanceStage(plan.significance().get(), seed, threads);
    Comparison comparison = new Comparison(stage, plan.measures().directions(), folder, users);
    SignificanceReport report =
        timings.measure("significance", Timings.NO_TRIAL, () -> comparison.compare(units));
    report.notes().forEach(listener::note);
    return Optional.of(report);
  }

  private Optional<MultiObjectiveReport> tradeOffs(List<UnitResult> units) {
    Optional<MultiObjectiveReport> report =
        plan.multiObjective()
            .map(goals -> new TradeOffStage(goals.stage(plan.measures().directions())))
            .map(stage -> stage.compare(rows(units), FinishedUnits.of(units)));
    report.ifPresent(found -> found.notes().forEach(listener::note));
    return report;
  }

  private static List<MetricRow> rows(List<UnitResult> units) {
    return units.stream().flatMap(unit -> unit.metrics().stream()).toList();
  }

  private RunOutcome write(RunReport report) {
    Path target = folder.path();
    Clock clock = new Clock();
    ReportWriter writer = new ReportWriter(target);
    try {
      writer.writeTables(report);
      timings.add("report", Timings.NO_TRIAL, clock.wallSeconds(), clock.cpuSeconds());
      boolean analyzed = analyze();
      RunReport whole = report.ended(timings.rows(), provenance.finish(), listener.notes());
      writer.writeEnd(whole);
      return new RunOutcome(target, whole, analyzed);
    } catch (IOException e) {
      throw new InputException("cannot write results into %s: %s", target, IoReason.of(e));
    }
  }

  /** An analysis that cannot be made leaves its reason, and the results of the run as they are. */
  private boolean analyze() {
    AnalysisStage stage = AnalysisStage.in(folder.path(), listener::note);
    boolean complete = true;
    for (NamedAnalysis analysis : plan.analyses()) {
      complete &=
          timings
              .measure(
                  "analysis " + analysis.name(), Timings.NO_TRIAL, () -> stage.attempt(analysis))
              .isPresent();
    }
    return complete;
  }
}
