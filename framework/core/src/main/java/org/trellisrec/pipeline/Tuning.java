package org.trellisrec.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.trellisrec.pipeline.Judge.Judgement;
import org.trellisrec.report.TimingRow;
import org.trellisrec.report.TrialRecord;
import org.trellisrec.spi.Model;
import org.trellisrec.tuning.Tried;

/**
 * Tries every choice of a model's hyperparameters and keeps the model that does best on validation
 * data. A trial that fails leaves its reason; the tuning fails only if all of them do. Trials that
 * an interrupted run has finished are not repeated. Holds the model until it is closed.
 */
final class Tuning implements AutoCloseable {
  private final Unit unit;
  private final Timings again;
  private final Map<Integer, TrialRecord> known;
  private final List<TrialRecord> records = new ArrayList<>();
  private TrialOutcome best;
  private Model model;
  private String error = "";

  private Tuning(Unit unit) {
    this.unit = unit;
    this.again = new Timings(unit.key());
    this.known = known(unit);
  }

  /** The trials that an interrupted run has recorded, by their numbers. */
  private static Map<Integer, TrialRecord> known(Unit unit) {
    Trials trials = unit.plan().trials();
    Map<Integer, TrialRecord> known = new TreeMap<>();
    for (int i = 0; trials.several() && i < trials.size(); i++) {
      int number = i;
      unit.store().finished(number).ifPresent(record -> known.put(number, record));
    }
    return known;
  }

  /**
   * Does the work; never throws for a fault of the model.
   *
   * @param unit says what to try, on which data, and where to keep what must survive; its test
   *     tasks, if it has any, are judged as well where there is one trial
   */
  static Tuning of(Unit unit) {
    Tuning tuning = new Tuning(unit);
    tuning.tryAll();
    EmptyLists.of(unit, tuning.records).tell();
    tuning.keepBest();
    return tuning;
  }

  private void tryAll() {
    List<Tried> tried = new ArrayList<>();
    while (tried.size() < unit.plan().trials().size()) {
      TrialOutcome outcome = outcome(tried);
      records.add(outcome.record());
      tried.add(new Tried(outcome.trial().position(), score(outcome)));
      if (!outcome.record().failed()) {
        boolean better = best == null || better(score(outcome), score(best));
        release(better ? best : outcome);
        best = better ? outcome : best;
      }
    }
  }

  /** What an interrupted run has recorded of the trial after these, or what comes of it. */
  private TrialOutcome outcome(List<Tried> before) {
    Trials trials = unit.plan().trials();
    TrialRecord record = known.get(before.size());
    if (record != null) {
      Trial trial = trials.at(before.size(), record.position());
      unit.listener().info(unit.training(trial) + ": already done");
      return new TrialOutcome(trial, record, Optional.empty(), List.of());
    }
    List<List<Double>> taken = known.values().stream().map(TrialRecord::position).toList();
    TrialOutcome outcome = new TrialRun(unit, trials.next(before, taken)).attempt();
    if (trials.several() && !outcome.record().failed()) {
      unit.store().record(outcome.record());
    }
    return outcome;
  }

  /** A trial that was not chosen leaves neither its model nor the state of its training. */
  private void release(TrialOutcome loser) {
    if (loser != null) {
      loser.model().ifPresent(unit::close);
      unit.store().checkpoint(loser.trial()).ifPresent(Checkpoint::clear);
    }
  }

  /** How a trial did, higher is better; NaN if that is not known. */
  private double score(TrialOutcome outcome) {
    return unit.plan().target().score(outcome.value());
  }

  private static boolean better(double score, double than) {
    return Double.isNaN(than) ? !Double.isNaN(score) : score > than;
  }

  private void keepBest() {
    if (best == null) {
      error = firstError();
      return;
    }
    try {
      model = best.model().orElseGet(() -> again(best.trial()));
    } catch (RuntimeException | OutOfMemoryError | LinkageError e) {
      unit.listener().note(Failure.describe(unit.key().model(), best.trial(), e));
      error = Failure.reason(e);
    }
  }

  /** The model of a trial that an interrupted run has finished: the same seed, the same model. */
  private Model again(Trial trial) {
    unit.listener().info(unit.training(trial) + ": the best trial is fitted again");
    TrialRun run = new TrialRun(unit, trial);
    try {
      return run.model();
    } finally {
      again.addAll(run.timings());
    }
  }

  private String firstError() {
    return records.stream()
        .map(record -> record.row().error())
        .filter(reason -> !reason.isEmpty())
        .findFirst()
        .orElse("no trial was run");
  }

  /** Why there is no model, empty if there is one. */
  String error() {
    return error;
  }

  /** The chosen model; null if there is none. */
  Model model() {
    return model;
  }

  /** The trial that was chosen, whether its model could be had or not; empty if all failed. */
  Optional<Trial> chosen() {
    return Optional.ofNullable(best).map(TrialOutcome::trial);
  }

  /** All that is kept of every trial, in order. */
  List<TrialRecord> records() {
    return List.copyOf(records);
  }

  /** What the chosen model did on the test tasks, if they rode along with its only trial. */
  Optional<List<Judgement>> judged() {
    boolean along = !unit.plan().trials().several() && !unit.split().test().isEmpty();
    return along ? Optional.of(best.judgements()) : Optional.empty();
  }

  /** Times of all trials. */
  List<TimingRow> timings() {
    Timings all = new Timings(unit.key());
    records.forEach(record -> all.addAll(record.timings()));
    all.addAll(again.rows());
    return all.rows();
  }

  @Override
  public void close() {
    if (model != null) {
      unit.close(model);
    }
  }
}
