package org.trellisrec.cli.bench;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.trellisrec.config.ExperimentConfig;
import org.trellisrec.data.EvalTask;
import org.trellisrec.data.Split;
import org.trellisrec.evaluation.Evaluation;
import org.trellisrec.evaluation.Evaluator;
import org.trellisrec.evaluation.NamedMetric;
import org.trellisrec.evaluation.RankRequest;
import org.trellisrec.evaluation.Ranker;
import org.trellisrec.evaluation.Recommendations;
import org.trellisrec.pipeline.Experiment;
import org.trellisrec.pipeline.RunListener;
import org.trellisrec.pipeline.RunOptions;
import org.trellisrec.pipeline.SplitData;
import org.trellisrec.spi.Metric;
import org.trellisrec.spi.Popularity;
import org.trellisrec.spi.Progress;
import org.trellisrec.spi.TaskContext;

/** Tasks and metrics of a workload that evaluates, made before the clock starts. */
@State(Scope.Benchmark)
public class EvaluationInput {
  private ExperimentConfig config;
  private List<NamedMetric> metrics;
  private List<TaskContext> tasks;
  private Popularity popularity;

  /** Generates and splits the data. */
  @Setup
  public void prepare(Scenario scenario) {
    config = scenario.config();
    metrics = config.evaluation().named(scenario.catalog());
    RunOptions options = new RunOptions(Optional.empty(), config.threads(), Map.of());
    SplitData data = Experiment.split(config, scenario.catalog(), options, RunListener.SILENT);
    Split split = data.splits().get(0);
    popularity = new Popularity(split.train());
    tasks =
        split.tasks().stream()
            .map(
                task ->
                    new TaskContext(
                        data.dataset(),
                        split.train(),
                        task,
                        popularity,
                        config.evaluation().convention(),
                        config.evaluation().relevanceThreshold()))
            .toList();
  }

  /** The validation task and the test task, in this order. */
  List<TaskContext> tasks() {
    return tasks;
  }

  /** Lists of popular items, in an order of their own for every user. */
  Recommendations lists(TaskContext context) {
    boolean places =
        metrics.stream()
            .anyMatch(m -> m.metric().requires().contains(Metric.Requirement.FULL_RANKING));
    EvalTask task = context.task();
    RankRequest request = new RankRequest(task, List.of(task.history()), places);
    return new Ranker(config.topK(), config.threads())
        .rank("bench", new NoisyPopularity(popularity), List.of(request), Progress.SILENT)
        .get(0);
  }

  /** All metrics at all cutoffs, with their values per user. */
  Evaluation evaluate(Recommendations lists, TaskContext context) {
    int[] cutoffs = config.evaluation().cutoffs().stream().mapToInt(Integer::intValue).toArray();
    return new Evaluator(config.threads()).evaluate(lists, context, metrics, cutoffs);
  }
}
