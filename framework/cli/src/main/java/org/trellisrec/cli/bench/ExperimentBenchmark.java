package org.trellisrec.cli.bench;

import java.io.IOException;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.trellisrec.pipeline.RunOutcome;
import org.trellisrec.report.TimingRow;

/** Runs a whole experiment in this JVM and takes the times of its phases. */
@BenchmarkMode(Mode.SingleShotTime)
public class ExperimentBenchmark {
  /**
   * Runs once.
   *
   * @throws IllegalStateException if a model failed
   */
  @Benchmark
  public RunOutcome run(Scenario scenario) throws IOException {
    RunOutcome outcome = scenario.run();
    timings(outcome).forEach(t -> Figures.add(t.phase(), t.wallSeconds(), t.cpuSeconds()));
    return outcome;
  }

  private static Stream<TimingRow> timings(RunOutcome outcome) {
    return Stream.concat(
        outcome.report().timings().stream(),
        outcome.report().units().stream().flatMap(unit -> unit.timings().stream()));
  }
}
