package org.trellisrec.pipeline;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.EvalTask;
import org.trellisrec.data.Split;
import org.trellisrec.evaluation.Evaluation;
import org.trellisrec.evaluation.Evaluator;
import org.trellisrec.evaluation.RankRequest;
import org.trellisrec.evaluation.Ranker;
import org.trellisrec.evaluation.Recommendations;
import org.trellisrec.report.ListCount;
import org.trellisrec.spi.Model;
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

  private final Split split;
  private final Measures measures;
  private final RunListener listener;
  private final IdentityHashMap<EvalTask, TaskContext> contexts = new IdentityHashMap<>();

  Judge(Dataset data, Split split, Measures measures, RunListener listener) {
    this.split = split;
    this.measures = measures;
    this.listener = listener;
    Popularity popularity = new Popularity(split.train());
    List<EvalTask> tasks = new ArrayList<>(split.validation());
    tasks.addAll(split.test());
    for (EvalTask task : tasks) {
      contexts.put(
          task,
          new TaskContext(
              data,
              split.train(),
              task,
              popularity,
              measures.convention(),
              measures.relevanceThreshold()));
    }
  }

  /**
   * Binds every metric to every task, so that one which lacks something is found before anything is
   * trained.
   *
   * @throws org.trellisrec.spi.InputException naming the metric and what it lacks
   */
  void requireMeasurable() {
    for (TaskContext context : contexts.values()) {
      measures.metrics().forEach(metric -> metric.requireMeasurable(context));
    }
  }

  /** Judges a model on these tasks of the split; the time goes to the phases of the trial. */
  List<Judgement> judge(
      String label, Model model, List<EvalTask> tasks, Timings timings, int trial) {
    List<Recommendations> lists =
        timings.measure("recommend", trial, () -> recommend(label, model, tasks));
    return timings.measure(
        "evaluate",
        trial,
        () -> {
          List<Judgement> judgements = new ArrayList<>();
          for (int i = 0; i < tasks.size(); i++) {
            judgements.add(evaluate(label, tasks.get(i), lists.get(i)));
          }
          return judgements;
        });
  }

  private List<Recommendations> recommend(String label, Model model, List<EvalTask> tasks) {
    boolean places = measures.needsPlaces();
    List<RankRequest> requests =
        tasks.stream()
            .map(
                task ->
                    new RankRequest(
                        task, measures.mask().hidden(task, validationFor(task)), places))
            .toList();
    try (Progress progress = listener.progress(label + ": recommend", Ranker.users(requests))) {
      return new Ranker(measures.depth(), measures.threads())
          .rank(label, model, requests, progress);
    }
  }

  private List<EvalTask> validationFor(EvalTask task) {
    return split.validation().contains(task) ? List.of() : split.validation();
  }

  private Judgement evaluate(String label, EvalTask task, Recommendations lists) {
    Evaluation evaluation =
        new Evaluator(measures.threads(), split.test().contains(task))
            .evaluate(lists, contexts.get(task), measures.metrics(), measures.cutoffs());
    if (evaluation.usersWithoutList() > 0 && split.test().contains(task)) {
      listener.note(
          "%s: %d of %d users of task '%s' were given no list, because the model can score none of their"
                  .formatted(label, evaluation.usersWithoutList(), task.users().length, task.name())
              + " candidates");
    }
    return new Judgement(task, lists, evaluation);
  }
}
