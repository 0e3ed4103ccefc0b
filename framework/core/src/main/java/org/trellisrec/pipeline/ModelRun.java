package org.trellisrec.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trellisrec.pipeline.Judge.Judgement;
import org.trellisrec.report.ListCount;
import org.trellisrec.report.MetricRow;
import org.trellisrec.report.ParameterRow;
import org.trellisrec.report.TrialRecord;
import org.trellisrec.report.TrialRow;
import org.trellisrec.report.UnitKey;
import org.trellisrec.report.UnitResult;
import org.trellisrec.spi.Model;

/**
 * One unit of work: tries every choice of a model's hyperparameters on one split, keeps the model
 * that does best on validation data, and measures it on the test tasks. A trial that fails leaves
 * its reason; the unit fails only if all of them do. Trials that an interrupted run has finished
 * are not repeated.
 */
final class ModelRun {
  /** Takes the chosen model, and what it produced on the test tasks. */
  interface Output {
    void write(UnitKey key, Trial trial, Model model, List<Judgement> tests);
  }

  private final Unit unit;
  private final Timings timings;
  private final List<TrialRecord> records = new ArrayList<>();
  private final List<MetricRow> tested = new ArrayList<>();
  private final List<ParameterRow> parameters = new ArrayList<>();
  private final List<ListCount> lists = new ArrayList<>();
  private Map<String, String> computedBy = Map.of();

  ModelRun(Unit unit) {
    this.unit = unit;
    this.timings = new Timings(unit.key());
  }

  /** Does the work; never throws for a fault of the model. */
  UnitResult run(Output output) {
    TrialOutcome best = null;
    for (Trial trial : unit.plan().trials()) {
      TrialOutcome outcome = outcome(trial);
      records.add(outcome.record());
      if (!outcome.record().failed()) {
        boolean better = best == null || better(outcome.value(), best.value());
        release(better ? best : outcome);
        best = better ? outcome : best;
      }
    }
    String error = best == null ? firstError() : finish(best, output);
    return result(error, best);
  }

  /** What an interrupted run has recorded of the trial, or what comes of it. */
  private TrialOutcome outcome(Trial trial) {
    boolean several = unit.plan().trials().size() > 1;
    Optional<TrialRecord> known = several ? unit.store().finished(trial) : Optional.empty();
    if (known.isPresent()) {
      unit.listener().info(unit.training(trial) + ": already done");
      return new TrialOutcome(trial, known.get(), Optional.empty(), List.of());
    }
    TrialOutcome outcome = new TrialRun(unit, trial).attempt();
    if (several && !outcome.record().failed()) {
      unit.store().record(outcome.record());
    }
    return outcome;
  }

  /** A trial that was not chosen leaves neither its model nor the state of its training. */
  private void release(TrialOutcome loser) {
    if (loser != null) {
      loser.close();
      unit.store().checkpoint(loser.trial()).ifPresent(Checkpoint::clear);
    }
  }

  private boolean better(double value, double than) {
    if (Double.isNaN(value) || Double.isNaN(than)) {
      return !Double.isNaN(value);
    }
    return unit.plan().target().higherIsBetter() ? value > than : value < than;
  }

  private String finish(TrialOutcome best, Output output) {
    try (Model model = best.model().orElseGet(() -> again(best.trial()))) {
      measure(best, model, output);
      return "";
    } catch (RuntimeException | OutOfMemoryError | LinkageError e) {
      unit.listener().note(Failure.describe(unit.key().model(), best.trial(), e));
      return Failure.reason(e);
    }
  }

  /** The model of a trial that an interrupted run has finished: the same seed, the same model. */
  private Model again(Trial trial) {
    unit.listener().info(unit.training(trial) + ": the best trial is fitted again");
    TrialRun run = new TrialRun(unit, trial);
    try {
      return run.model();
    } finally {
      timings.addAll(run.timings());
    }
  }

  private void measure(TrialOutcome best, Model model, Output output) {
    int trial = best.trial().number();
    List<Judgement> judged =
        unit.plan().trials().size() == 1
            ? best.judgements()
            : unit.judge().judge(unit.key().model(), model, unit.split().test(), timings, trial);
    List<Judgement> tests = unit.reported(judged);
    tested.addAll(unit.rows(best.trial(), tests, MetricRow.Role.TEST));
    tests.forEach(test -> lists.add(test.listCount()));
    computedBy = model.computedBy();
    model.parameterCounts().forEach((block, count) -> parameters.add(row(trial, block, count)));
    timings.measure(
        "report",
        trial,
        () -> {
          output.write(unit.key(), best.trial(), model, tests);
          return tests;
        });
  }

  private ParameterRow row(int trial, String block, long count) {
    UnitKey key = unit.key();
    return new ParameterRow(
        key.model(), trial, key.seed(), key.protocol(), key.fold(), block, count);
  }

  private UnitResult result(String error, TrialOutcome best) {
    List<MetricRow> metrics =
        new ArrayList<>(records.stream().flatMap(record -> record.metrics().stream()).toList());
    metrics.addAll(tested);
    Timings all = new Timings(unit.key());
    records.forEach(record -> all.addAll(record.timings()));
    all.addAll(timings.rows());
    return new UnitResult(
        unit.key(),
        error,
        records.stream().map(record -> marked(record.row(), best)).toList(),
        metrics,
        all.rows(),
        records.stream().flatMap(record -> record.epochs().stream()).toList(),
        parameters,
        lists,
        computedBy,
        List.of());
  }

  private static TrialRow marked(TrialRow row, TrialOutcome best) {
    return best != null && row.trial() == best.trial().number() ? row.chosen(true) : row;
  }

  private String firstError() {
    return records.stream()
        .map(record -> record.row().error())
        .filter(error -> !error.isEmpty())
        .findFirst()
        .orElse("no trial was run");
  }
}
