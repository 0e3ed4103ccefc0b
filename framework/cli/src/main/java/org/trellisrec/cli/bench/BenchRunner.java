package org.trellisrec.cli.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Hands workloads to JMH. */
final class BenchRunner {
  private static final TimeValue TIMEOUT = TimeValue.minutes(20);

  private final Workspace workspace;
  private final int forks;
  private final int iterations;
  private final int threads;
  private final Path log;

  /**
   * A runner.
   *
   * @param forks JVMs per workload; 0 to run in this one
   * @param iterations runs in each
   * @param threads number of threads a run may use; 0 for one per processor
   * @param log file for what JMH says about the workload that ran last
   */
  BenchRunner(Workspace workspace, int forks, int iterations, int threads, Path log) {
    this.workspace = workspace;
    this.forks = forks;
    this.iterations = iterations;
    this.threads = threads;
    this.log = log;
  }

  /**
   * Measures a workload.
   *
   * @throws RunnerException if it fails
   */
  Collection<RunResult> run(Workload workload) throws IOException, RunnerException {
    workspace.prepare(workload);
    Files.deleteIfExists(log);
    return new Runner(
            new OptionsBuilder()
                .include("^" + Pattern.quote(workload.benchmark().getName()) + "\\.")
                .param("folder", workspace.folder().toString())
                .param("workload", workload.word())
                .param("threads", Integer.toString(threads))
                .forks(forks)
                .warmupIterations(0)
                .measurementIterations(iterations)
                .timeUnit(TimeUnit.SECONDS)
                .timeout(TIMEOUT)
                .addProfiler(FiguresProfiler.class)
                .shouldFailOnError(true)
                .output(log.toString())
                .build())
        .run();
  }
}
