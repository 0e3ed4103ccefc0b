package org.trellisrec.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trellisrec.data.EnumWord;
import org.trellisrec.data.EvalTask;
import org.trellisrec.data.Split;
import org.trellisrec.data.TrainingData;
import org.trellisrec.evaluation.Evaluation;
import org.trellisrec.pipeline.Judge.Judgement;
import org.trellisrec.pipeline.ModelPlan.Monitor;
import org.trellisrec.report.MetricRow;
import org.trellisrec.report.UnitKey;
import org.trellisrec.spi.Model;
import org.trellisrec.spi.PluginCall;
import org.trellisrec.spi.Seed;

/**
 * One model on one split of one repetition: all that its trials have in common. Immutable, so that
 * trials do not depend on each other.
 *
 * @param key names it
 * @param draw what the random choices of its protocol are named after
 * @param plan what is to be done with the model
 * @param split the data to judge on
 * @param selection the tasks that choose between trials and epochs
 * @param data the data to learn from
 * @param judge ranks and measures
 * @param measures how models are measured
 * @param listener hears what happens
 * @param store keeps what must survive an interruption
 * @param restored the trained model to read instead of training one
 */
record Unit(
    UnitKey key,
    String draw,
    ModelPlan plan,
    Split split,
    List<EvalTask> selection,
    TrainingData data,
    Judge judge,
    Measures measures,
    RunListener listener,
    UnitStore store,
    Optional<SavedWeights> restored) {

  /** The seed of a trial's fit: the same for all protocols that draw alike. */
  Seed fitSeed(Trial trial) {
    return new Seed(key.seed())
        .derive("fit/" + draw + "/" + key.fold() + "/" + key.model() + "/trial-" + trial.number());
  }

  /** Calls of the recommender and of its models, so that their faults are told under its name. */
  PluginCall recommender() {
    return new PluginCall("the recommender " + plan.recommender());
  }

  /**
   * Releases a model. One that cannot be released leaves a note, as its values count all the same.
   */
  void close(Model model) {
    try {
      model.close();
    } catch (RuntimeException | LinkageError e) {
      listener.note(Failure.describe(key.model() + ": its model could not be closed", e));
    }
  }

  /** What the user calls a training. */
  String training(Trial trial) {
    return plan.trials().several() ? key.model() + ", trial " + trial.number() : key.model();
  }

  /**
   * The tasks that a fitted model is judged on. With one trial the test tasks ride along, since
   * tasks that share a history are scored once.
   */
  List<EvalTask> tasksOfTrial() {
    List<EvalTask> tasks = new ArrayList<>(selection);
    if (!plan.trials().several()) {
      split.test().stream().filter(task -> !selection.contains(task)).forEach(tasks::add);
    }
    return tasks;
  }

  /** The same without anything to test on: what units that share a training have in common. */
  Unit withoutTests() {
    return new Unit(
        key,
        draw,
        plan,
        new Split(split.protocol(), split.fold(), split.train(), split.validation(), List.of()),
        selection,
        data,
        judge,
        measures,
        listener,
        store,
        restored);
  }

  /** Those of the judgements that choose. */
  List<Judgement> selecting(List<Judgement> judgements) {
    return judgements.stream().filter(j -> selection.contains(j.task())).toList();
  }

  /** Those of the judgements that are reported. */
  List<Judgement> reported(List<Judgement> judgements) {
    return judgements.stream().filter(j -> split.test().contains(j.task())).toList();
  }

  /** Mean of a metric over the tasks that choose, NaN without any. */
  Watched value(List<Judgement> judgements, Monitor monitor) {
    List<Watched> values =
        selecting(judgements).stream()
            .map(j -> j.evaluation().row(monitor.metric().orElseThrow(), monitor.cutoff()))
            .map(row -> row.map(r -> new Watched(r.value(), r.users())).orElse(Watched.NOTHING))
            .toList();
    return new Watched(
        values.stream().mapToDouble(Watched::value).average().orElse(Double.NaN),
        values.stream().mapToInt(Watched::users).sum());
  }

  /** The values of judgements as rows. */
  List<MetricRow> rows(Trial trial, List<Judgement> judgements, MetricRow.Role role) {
    return judgements.stream()
        .flatMap(
            judgement ->
                judgement.evaluation().rows().stream()
                    .map(row -> row(trial, judgement.task().name(), role, row)))
        .toList();
  }

  private MetricRow row(Trial trial, String task, MetricRow.Role role, Evaluation.Row row) {
    return new MetricRow(
        key.model(),
        trial.number(),
        key.seed(),
        key.protocol(),
        key.fold(),
        task,
        role,
        EnumWord.of(measures.convention()),
        row.metric(),
        row.cutoff(),
        row.value(),
        row.users());
  }
}
