package org.trellisrec.pipeline;

import java.util.ArrayList;
import java.util.List;
import org.trellisrec.data.EvalTask;
import org.trellisrec.data.Split;
import org.trellisrec.data.TrainingData;
import org.trellisrec.evaluation.Evaluation;
import org.trellisrec.pipeline.Judge.Judgement;
import org.trellisrec.pipeline.ModelPlan.Monitor;
import org.trellisrec.report.EpochRow;
import org.trellisrec.report.MetricRow;
import org.trellisrec.report.TrialRow;
import org.trellisrec.report.UnitKey;
import org.trellisrec.report.UnitResult;
import org.trellisrec.spi.Model;
import org.trellisrec.spi.Seed;

/**
 * One unit of work: tries every choice of a model's hyperparameters on one split, keeps the model
 * that does best on validation data, and measures it on the test tasks. A trial that fails leaves
 * its reason; the unit fails only if all of them do.
 */
final class ModelRun {
  /** A model that was fitted, and how it did on the tasks judged so far. */
  private record Fitted(Trial trial, Model model, List<Judgement> judgements, double value) {}

  /** A model that was fitted, and the lowest training loss of an epoch, NaN if it reported none. */
  private record Learned(Model model, double bestLoss) {}

  /** Takes what the chosen model produced on the test tasks. */
  interface TestOutput {
    void write(UnitKey key, List<Judgement> tests);
  }

  private final UnitKey key;
  private final ModelPlan plan;
  private final Split split;
  private final TrainingData data;
  private final Judge judge;
  private final Measures measures;
  private final RunListener listener;
  private final Timings timings;
  private final List<TrialRow> trials = new ArrayList<>();
  private final List<EpochRow> epochs = new ArrayList<>();
  private final List<MetricRow> metrics = new ArrayList<>();

  ModelRun(
      UnitKey key,
      ModelPlan plan,
      Split split,
      TrainingData data,
      Judge judge,
      Measures measures,
      RunListener listener) {
    this.key = key;
    this.plan = plan;
    this.split = split;
    this.data = data;
    this.judge = judge;
    this.measures = measures;
    this.listener = listener;
    this.timings = new Timings(key);
  }

  /** Does the work; never throws for a fault of the model. */
  UnitResult run(TestOutput output) {
    Fitted best = null;
    for (Trial trial : plan.trials()) {
      Fitted fitted = attempt(trial);
      if (fitted != null && (best == null || better(fitted.value(), best.value()))) {
        close(best);
        best = fitted;
      } else {
        close(fitted);
      }
    }
    String error = best == null ? firstError() : finish(best, output);
    close(best);
    return new UnitResult(key, error, trials, metrics, timings.rows(), epochs);
  }

  private Fitted attempt(Trial trial) {
    Model model = null;
    try {
      Learned learned = fit(trial);
      model = learned.model();
      List<Judgement> judgements =
          judge.judge(key.model(), model, tasksToJudge(), timings, trial.number());
      addRows(trial, validationOnly(judgements));
      double value =
          plan.target().metric().isEmpty() ? learned.bestLoss() : value(judgements, plan.target());
      trials.add(row(trial, value, ""));
      return new Fitted(trial, model, judgements, value);
    } catch (RuntimeException | OutOfMemoryError | LinkageError e) {
      listener.note(Failure.describe(key.model(), trial, e));
      trials.add(row(trial, Double.NaN, Failure.reason(e)));
      if (model != null) {
        model.close();
      }
      return null;
    }
  }

  /** With one trial the test tasks ride along, since tasks that share a history are scored once. */
  private List<EvalTask> tasksToJudge() {
    List<EvalTask> tasks = new ArrayList<>(split.validation());
    if (plan.trials().size() == 1) {
      tasks.addAll(split.test());
    }
    return tasks;
  }

  private Learned fit(Trial trial) {
    Seed seed =
        new Seed(key.seed())
            .derive(
                "fit/%s/%s/%s/trial-%d"
                    .formatted(key.protocol(), key.fold(), key.model(), trial.number()));
    Timings validation = new Timings(key);
    TrialContext context =
        new TrialContext(
            key,
            trial.number(),
            seed,
            measures.threads(),
            listener,
            plan,
            (loss, model) -> worth(loss, model, validation, trial));
    Clock clock = new Clock();
    try {
      Learned learned = new Learned(trial.recommender().fit(data, context), context.bestValue());
      if (context.epochs().isEmpty() && plan.dependsOnEpochs()) {
        listener.note(
            key.model()
                + " learns in one step and reports no epochs: early_stopping and optimize_internal_loss"
                + " have no effect");
      }
      return learned;
    } finally {
      timings.add(
          "fit",
          trial.number(),
          clock.wallSeconds() - context.validationWallSeconds(),
          clock.cpuSeconds() - context.validationCpuSeconds());
      validation
          .rows()
          .forEach(
              row -> timings.add(row.phase(), row.trial(), row.wallSeconds(), row.cpuSeconds()));
      epochs.addAll(context.epochs());
    }
  }

  private TrialContext.Worth worth(double loss, Model model, Timings validation, Trial trial) {
    Monitor target = plan.target();
    Monitor stopping = plan.stopping().monitor();
    if (target.metric().isEmpty() && stopping.metric().isEmpty()) {
      return new TrialContext.Worth(loss, loss);
    }
    List<Judgement> judgements =
        judge.judge(key.model(), model, split.validation(), validation, trial.number());
    return new TrialContext.Worth(
        target.metric().isEmpty() ? loss : value(judgements, target),
        stopping.metric().isEmpty() ? loss : value(judgements, stopping));
  }

  /** Mean of a metric over the validation tasks, NaN without any. */
  private double value(List<Judgement> judgements, Monitor monitor) {
    return validationOnly(judgements).stream()
        .mapToDouble(
            j ->
                j.evaluation()
                    .value(monitor.metric().orElseThrow(), monitor.cutoff())
                    .orElse(Double.NaN))
        .average()
        .orElse(Double.NaN);
  }

  private List<Judgement> validationOnly(List<Judgement> judgements) {
    return judgements.stream().filter(j -> split.validation().contains(j.task())).toList();
  }

  private boolean better(double value, double than) {
    if (Double.isNaN(value) || Double.isNaN(than)) {
      return !Double.isNaN(value);
    }
    return plan.target().higherIsBetter() ? value > than : value < than;
  }

  private String finish(Fitted best, TestOutput output) {
    trials.replaceAll(row -> row.trial() == best.trial().number() ? row.chosen(true) : row);
    try {
      List<Judgement> judged =
          plan.trials().size() == 1
              ? best.judgements()
              : judge.judge(
                  key.model(), best.model(), split.test(), timings, best.trial().number());
      List<Judgement> tests = judged.stream().filter(j -> split.test().contains(j.task())).toList();
      addRows(best.trial(), tests);
      timings.measure(
          "report",
          best.trial().number(),
          () -> {
            output.write(key, tests);
            return tests;
          });
      return "";
    } catch (RuntimeException | OutOfMemoryError e) {
      listener.note(Failure.describe(key.model(), best.trial(), e));
      return Failure.reason(e);
    }
  }

  private void addRows(Trial trial, List<Judgement> judgements) {
    for (Judgement judgement : judgements) {
      for (Evaluation.Row row : judgement.evaluation().rows()) {
        metrics.add(
            new MetricRow(
                key.model(),
                trial.number(),
                key.seed(),
                key.protocol(),
                key.fold(),
                judgement.task().name(),
                measures.convention().name().toLowerCase(java.util.Locale.ROOT),
                row.metric(),
                row.cutoff(),
                row.value(),
                row.users()));
      }
    }
  }

  private TrialRow row(Trial trial, double value, String error) {
    return new TrialRow(
        key.model(),
        trial.number(),
        key.seed(),
        key.protocol(),
        key.fold(),
        trial.parameters(),
        Double.isNaN(value) ? "" : plan.target().label(),
        value,
        false,
        error);
  }

  private String firstError() {
    return trials.stream()
        .map(TrialRow::error)
        .filter(e -> !e.isEmpty())
        .findFirst()
        .orElse("no trial was run");
  }

  private static void close(Fitted fitted) {
    if (fitted != null) {
      fitted.model().close();
    }
  }
}
