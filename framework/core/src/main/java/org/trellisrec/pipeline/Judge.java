package org.trellisrec.pipeline;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.EvalTask;
import org.trellisrec.data.Hidden;
import org.trellisrec.data.Split;
import org.trellisrec.data.VisibleModalities;
import org.trellisrec.evaluation.Evaluation;
import org.trellisrec.evaluation.Evaluator;
import org.trellisrec.evaluation.ListLengths;
import org.trellisrec.evaluation.NamedMetric;
import org.trellisrec.evaluation.RankRequest;
import org.trellisrec.evaluation.Ranker;
import org.trellisrec.evaluation.Recommendations;
import org.trellisrec.report.ListCount;
import org.trellisrec.spi.ListModel;
import org.trellisrec.spi.Model;
import org.trellisrec.spi.PluginCall;
import org.trellisrec.spi.Popularity;
import org.trellisrec.spi.Progress;
import org.trellisrec.spi.TaskContext;

/** Ranks with a model and measures the lists, on the tasks of one split. */
final class Judge {
  /**
   * A task with what a model achieved on it.
   *
   * @param task the task
   * @param lists the model's lists
   * @param evaluation what they are worth
   */
  record Judgement(EvalTask task, Recommendations lists, Evaluation evaluation) {
    ListCount listCount() {
      return new ListCount(task.name(), task.users().length, evaluation.usersWithoutList());
    }
  }

  private record Ranked(EvalTask task, Recommendations lists) {}

  private final Split split;
  private final BiPredicate<EvalTask, Model> asked;
  private final Measures measures;
  private final RunListener listener;
  private final IdentityHashMap<EvalTask, TaskContext> contexts = new IdentityHashMap<>();

  /** A judge of models on every task of a split. */
  Judge(Dataset data, Split split, Measures measures, RunListener listener) {
    this(data, split, (task, model) -> true, measures, listener);
  }

  /**
   * A judge.
   *
   * @param asked of the tasks that withhold modalities, which are for which models
   */
  Judge(
      Dataset data,
      Split split,
      BiPredicate<EvalTask, Model> asked,
      Measures measures,
      RunListener listener) {
    this.split = split;
    this.asked = asked;
    this.measures = measures;
    this.listener = listener;
    Popularity popularity = new Popularity(split.train());
    for (EvalTask task : split.tasks()) {
      contexts.put(
          task,
          new TaskContext(
              data,
              split.train(),
              task,
              new Hidden(measures.mask().hidden(task, validationFor(task))),
              popularity,
              measures.convention(),
              measures.relevanceThreshold()));
    }
  }

  /**
   * Binds every metric to every task, so that one which lacks something, or gives a value the name
   * of another's, is found before anything is trained.
   *
   * @throws org.trellisrec.spi.InputException naming the metric and what it lacks, or the two
   */
  void requireMeasurable() {
    for (TaskContext context : contexts.values()) {
      Evaluator.requireMeasurable(measures.metrics(), context);
    }
  }

  /** What metrics are told of the tasks, in the order of the split. */
  List<TaskContext> contexts() {
    return split.tasks().stream().map(contexts::get).toList();
  }

  /**
   * Judges a model on these tasks of the split; the time goes to the phases of the trial.
   *
   * @return judgements of the tasks, but for those that withhold modalities and are not for the
   *     model, or from one that uses none
   */
  List<Judgement> judge(
      String label, Model model, List<EvalTask> tasks, Timings timings, int trial) {
    List<Ranked> ranked = timings.measure("recommend", trial, () -> recommend(label, model, tasks));
    return timings.measure(
        "evaluate",
        trial,
        () -> ranked.stream().map(r -> evaluate(label, model, r.task(), r.lists())).toList());
  }

  /** Tasks that withhold modalities are left out if the model uses none. */
  private List<Ranked> recommend(String label, Model model, List<EvalTask> tasks) {
    Map<VisibleModalities, List<EvalTask>> byVisible = new LinkedHashMap<>();
    tasks.forEach(
        task -> byVisible.computeIfAbsent(task.visible(), v -> new ArrayList<>()).add(task));
    List<Ranked> ranked = new ArrayList<>();
    byVisible.forEach(
        (visible, same) -> {
          if (visible.equals(VisibleModalities.ALL)) {
            ranked.addAll(rank(label, model, same));
          } else {
            ranked.addAll(rankSeeing(visible, label, model, same));
          }
        });
    return ranked;
  }

  private List<Ranked> rankSeeing(
      VisibleModalities visible, String label, Model model, List<EvalTask> all) {
    List<EvalTask> tasks = all.stream().filter(task -> asked.test(task, model)).toList();
    if (tasks.isEmpty()) {
      return List.of();
    }
    Model view = new PluginCall("the model " + label).present("seeing", model.seeing(visible));
    if (view == model) {
      return List.of();
    }
    try (view) {
      return rank(label, view, tasks);
    }
  }

  private List<Ranked> rank(String label, Model model, List<EvalTask> tasks) {
    boolean places = measures.needsPlaces();
    List<RankRequest> requests =
        tasks.stream()
            .map(task -> new RankRequest(task, contexts.get(task).hidden().parts(), places))
            .toList();
    try (Progress progress = listener.progress(label + ": recommend", Ranker.users(requests))) {
      List<Recommendations> lists =
          new Ranker(measures.depth(), measures.threads()).rank(label, model, requests, progress);
      return IntStream.range(0, tasks.size())
          .mapToObj(i -> new Ranked(tasks.get(i), lists.get(i)))
          .toList();
    }
  }

  private List<EvalTask> validationFor(EvalTask task) {
    return split.validation().contains(task) ? List.of() : split.validation();
  }

  private Judgement evaluate(String label, Model model, EvalTask task, Recommendations lists) {
    Evaluation evaluation =
        new Evaluator(measures.threads(), split.test().contains(task))
            .evaluate(lists, contexts.get(task), measures.metrics(), measures.cutoffs());
    Judgement judgement = new Judgement(task, lists, evaluation);
    if (evaluation.usersWithoutList() > 0 && split.test().contains(task)) {
      listener.note(label + ": " + judgement.listCount().remark());
    }
    if (model instanceof ListModel && split.test().contains(task)) {
      tellIfCut(label, task, lists);
    }
    return judgement;
  }

  private void tellIfCut(String label, EvalTask task, Recommendations lists) {
    List<NamedMetric> metrics =
        measures.metrics().stream().filter(NamedMetric::needsPlaces).toList();
    ListLengths lengths = ListLengths.of(lists, contexts.get(task));
    if (!metrics.isEmpty() && lengths.cut() > 0) {
      listener.note("%s: task '%s': %s".formatted(label, task.name(), lengths.warning(metrics)));
    }
  }
}
