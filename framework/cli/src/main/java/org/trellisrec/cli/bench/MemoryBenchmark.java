package org.trellisrec.cli.bench;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.trellisrec.evaluation.Evaluation;
import org.trellisrec.evaluation.Recommendations;
import org.trellisrec.spi.TaskContext;

/**
 * Makes and measures the lists of a test task of very many users, and watches the heap meanwhile:
 * lists, places of the held-out items, values per user and all that evaluating needs, on top of the
 * data.
 */
@BenchmarkMode(Mode.SingleShotTime)
public class MemoryBenchmark {
  static final String PEAK = "peak additional heap MB";
  static final String LISTS = "of it lists MB";

  /** Ranks and evaluates once. */
  @Benchmark
  public Evaluation run(EvaluationInput input) {
    TaskContext task = input.tasks().get(input.tasks().size() - 1);
    try (HeapWatch heap = new HeapWatch()) {
      Recommendations lists = input.lists(task);
      Figures.add(LISTS, heap.additionalMegabytes());
      Stopwatch watch = new Stopwatch();
      Evaluation evaluation = input.evaluate(lists, task);
      Figures.add(EvaluationBenchmark.PHASE, watch.wallSeconds(), watch.cpuSeconds());
      heap.additionalMegabytes();
      Figures.add(PEAK, heap.peakMegabytes());
      return evaluation;
    }
  }
}
