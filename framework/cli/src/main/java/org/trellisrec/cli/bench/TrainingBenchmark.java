package org.trellisrec.cli.bench;

import java.io.IOException;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.trellisrec.pipeline.RunOutcome;
import org.trellisrec.report.EpochRow;

/**
 * Trains a model for some epochs and takes the time of one, which is the median over all but the
 * first: that one pays for the JIT compiler and the setting up of the graph. Then ranks for all
 * users, once for validation and test, and takes the times of that as well.
 */
@BenchmarkMode(Mode.SingleShotTime)
public class TrainingBenchmark {
  static final String PHASE = "epoch";

  /**
   * Runs once.
   *
   * @throws IllegalStateException if the model failed
   */
  @Benchmark
  public RunOutcome run(Scenario scenario) throws IOException {
    RunOutcome outcome = scenario.run();
    List<EpochRow> later =
        outcome.report().epochs().stream().filter(row -> row.epoch() > 1).toList();
    outcome.report().units().stream()
        .flatMap(unit -> unit.timings().stream())
        .forEach(t -> Figures.add(t.phase(), t.wallSeconds(), t.cpuSeconds()));
    Figures.add(PHASE, median(later, EpochRow::wallSeconds), median(later, EpochRow::cpuSeconds));
    return outcome;
  }

  private static double median(List<EpochRow> rows, ToDoubleFunction<EpochRow> seconds) {
    double[] sorted = rows.stream().mapToDouble(seconds).sorted().toArray();
    return sorted[sorted.length / 2];
  }
}
