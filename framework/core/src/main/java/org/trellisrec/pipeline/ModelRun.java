package org.trellisrec.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.trellisrec.pipeline.Judge.Judgement;
import org.trellisrec.report.ListCount;
import org.trellisrec.report.MetricRow;
import org.trellisrec.report.ParameterRow;
import org.trellisrec.report.TimingRow;
import org.trellisrec.report.TrialRecord;
import org.trellisrec.report.TrialRow;
import org.trellisrec.report.UnitKey;
import org.trellisrec.report.UnitResult;
import org.trellisrec.spi.Model;
import org.trellisrec.spi.PluginCall;

/** One unit of work: measures the model that a tuning has chosen on the test tasks of one split. */
final class ModelRun {
  /** Takes the chosen model, and what it produced on the test tasks. */
  interface Output {
    void write(UnitKey key, Trial trial, Model model, List<Judgement> tests);
  }

  private final Unit unit;
  private final Tuning tuning;
  private final Timings timings;
  private final List<MetricRow> tested = new ArrayList<>();
  private final List<ParameterRow> parameters = new ArrayList<>();
  private final List<ListCount> lists = new ArrayList<>();
  private Map<String, String> computedBy = Map.of();

  /**
   * The work of a unit.
   *
   * @param tuning has chosen the model, for this unit or for one that is learned from the same
   * @param spent the times of the tuning that are put down to this unit
   */
  ModelRun(Unit unit, Tuning tuning, List<TimingRow> spent) {
    this.unit = unit;
    this.tuning = tuning;
    this.timings = new Timings(unit.key());
    timings.addAll(spent);
  }

  /** Does the work; never throws for a fault of the model. */
  UnitResult run(Output output) {
    return result(tuning.error().isEmpty() ? attempt(output) : tuning.error());
  }

  private String attempt(Output output) {
    Trial trial = tuning.chosen().orElseThrow();
    try {
      measure(trial, tuning.model(), output);
      return "";
    } catch (RuntimeException | OutOfMemoryError | LinkageError e) {
      unit.listener().note(Failure.describe(unit.key().model(), trial, e));
      return Failure.reason(e);
    }
  }

  private void measure(Trial trial, Model model, Output output) {
    int number = trial.number();
    List<Judgement> tests = unit.reported(tuning.judged().orElseGet(() -> judge(trial, model)));
    PluginCall recommender = unit.recommender();
    computedBy = recommender.present("computedBy", model.computedBy());
    Map<String, Long> counts = recommender.present("parameterCounts", model.parameterCounts());
    timings.measure(
        "report",
        number,
        () -> {
          output.write(unit.key(), trial, model, tests);
          return tests;
        });
    // Only what is written whole counts: a unit that fails on the way has no results.
    tested.addAll(unit.rows(trial, tests, MetricRow.Role.TEST));
    tests.forEach(test -> lists.add(test.listCount()));
    counts.forEach((block, count) -> parameters.add(row(number, block, count)));
  }

  private List<Judgement> judge(Trial trial, Model model) {
    return unit.judge()
        .judge(unit.key().model(), model, unit.split().test(), timings, trial.number());
  }

  private ParameterRow row(int trial, String block, long count) {
    UnitKey key = unit.key();
    return new ParameterRow(
        key.model(), trial, key.seed(), key.protocol(), key.fold(), block, count);
  }

  private UnitResult result(String error) {
    List<TrialRecord> records =
        tuning.records().stream().map(record -> record.under(unit.key().protocol())).toList();
    List<MetricRow> metrics =
        new ArrayList<>(records.stream().flatMap(record -> record.metrics().stream()).toList());
    metrics.addAll(tested);
    return new UnitResult(
        unit.key(),
        unit.store().identity(),
        "",
        error,
        records.stream().map(record -> marked(record.row())).toList(),
        metrics,
        timings.rows(),
        records.stream().flatMap(record -> record.epochs().stream()).toList(),
        parameters,
        lists,
        computedBy,
        List.of());
  }

  private TrialRow marked(TrialRow row) {
    return tuning.chosen().filter(trial -> trial.number() == row.trial()).isPresent()
        ? row.chosen(true)
        : row;
  }
}
