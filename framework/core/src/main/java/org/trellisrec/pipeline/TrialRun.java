package org.trellisrec.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.trellisrec.pipeline.Judge.Judgement;
import org.trellisrec.report.EpochRow;
import org.trellisrec.report.ListCount;
import org.trellisrec.report.MetricRow;
import org.trellisrec.report.TimingRow;
import org.trellisrec.report.TrialRecord;
import org.trellisrec.report.TrialRow;
import org.trellisrec.spi.Model;
import org.trellisrec.spi.RestorableRecommender;

/** Tries one choice of hyperparameters: gets a model and judges it. Shares nothing with others. */
final class TrialRun {
  private final Unit unit;
  private final Trial trial;
  private final Timings timings;
  private final Fit fit;

  TrialRun(Unit unit, Trial trial) {
    this.unit = unit;
    this.trial = trial;
    this.timings = new Timings(unit.key());
    this.fit = new Fit(unit, trial, timings);
  }

  /** Does the work; never throws for a fault of the model, which leaves its reason. */
  TrialOutcome attempt() {
    Model model = null;
    try {
      model = model();
      List<Judgement> judgements =
          unit.judge()
              .judge(unit.key().model(), model, unit.tasksOfTrial(), timings, trial.number());
      return outcome(model, judgements);
    } catch (RuntimeException | OutOfMemoryError | LinkageError e) {
      if (model != null) {
        unit.close(model);
      }
      unit.listener().note(Failure.describe(unit.key().model(), trial, e));
      TrialRow row = row(Watched.NOTHING, Failure.reason(e));
      TrialRecord failed = record(row, List.of(), List.of());
      return new TrialOutcome(trial, failed, Optional.empty(), List.of());
    }
  }

  /** The model of this trial, without judging it. */
  Model model() {
    return unit.restored().isPresent() ? restore(unit.restored().get()) : fit.run();
  }

  /** Times of what was done. */
  List<TimingRow> timings() {
    return timings.rows();
  }

  private Model restore(SavedWeights weights) {
    TrialContext context =
        new TrialContext(
            unit, trial, Optional.empty(), List.of(), (loss, model) -> TrialContext.Worth.UNKNOWN);
    return timings.measure(
        "restore",
        trial.number(),
        () -> {
          try {
            RestorableRecommender recommender = (RestorableRecommender) trial.recommender();
            return unit.recommender()
                .present("restore", recommender.restore(weights.state(), unit.data(), context));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private TrialOutcome outcome(Model model, List<Judgement> judgements) {
    Watched value =
        unit.plan().target().metric().isEmpty()
            ? Watched.loss(fit.bestValue())
            : unit.value(judgements, unit.plan().target());
    List<Judgement> selecting = unit.selecting(judgements);
    List<MetricRow> metrics = unit.rows(trial, selecting, MetricRow.Role.VALIDATION);
    List<ListCount> lists = selecting.stream().map(Judgement::listCount).toList();
    TrialRecord record = record(row(value, ""), metrics, lists);
    return new TrialOutcome(trial, record, Optional.of(model), judgements);
  }

  private TrialRecord record(TrialRow row, List<MetricRow> metrics, List<ListCount> lists) {
    List<EpochRow> epochs = fit.epochs();
    return new TrialRecord(trial.position(), row, metrics, lists, timings.rows(), epochs);
  }

  private TrialRow row(Watched value, String error) {
    return new TrialRow(
        unit.key().model(),
        trial.number(),
        unit.key().seed(),
        unit.key().protocol(),
        unit.key().fold(),
        trial.parameters(),
        Double.isNaN(value.value()) ? "" : unit.plan().target().label(),
        value.value(),
        value.users(),
        fit.bestEpoch(),
        false,
        error);
  }
}
