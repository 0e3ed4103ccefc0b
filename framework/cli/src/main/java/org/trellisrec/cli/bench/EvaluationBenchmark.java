package org.trellisrec.cli.bench;

import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.trellisrec.evaluation.Evaluation;
import org.trellisrec.evaluation.Recommendations;

/** Measures lists on a validation and a test task, in a JVM that has done so before. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
public class EvaluationBenchmark {
  static final String PHASE = "evaluate";
  private static final int WARM_UP = 12;

  private final List<Recommendations> lists = new ArrayList<>();

  /** Makes the lists, and has the JIT compiler do its work. */
  @Setup
  public void warmUp(EvaluationInput input) {
    input.tasks().forEach(task -> lists.add(input.lists(task)));
    for (int pass = 0; pass < WARM_UP; pass++) {
      evaluate(input);
    }
  }

  /** One pass over both tasks. */
  @Benchmark
  public List<Evaluation> run(EvaluationInput input) {
    Stopwatch watch = new Stopwatch();
    List<Evaluation> evaluations = evaluate(input);
    Figures.add(PHASE, watch.wallSeconds(), watch.cpuSeconds());
    return evaluations;
  }

  private List<Evaluation> evaluate(EvaluationInput input) {
    List<Evaluation> evaluations = new ArrayList<>();
    for (int i = 0; i < lists.size(); i++) {
      evaluations.add(input.evaluate(lists.get(i), input.tasks().get(i)));
    }
    return evaluations;
  }
}
