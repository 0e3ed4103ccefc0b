package org.trellisrec.cli.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.trellisrec.config.ExperimentConfig;
import org.trellisrec.config.ExperimentLoader;
import org.trellisrec.config.PluginCatalog;
import org.trellisrec.pipeline.Experiment;
import org.trellisrec.pipeline.RunListener;
import org.trellisrec.pipeline.RunOptions;
import org.trellisrec.pipeline.RunOutcome;

/** What a benchmark works on: the configuration of a workload, read before the clock starts. */
@State(Scope.Benchmark)
public class Scenario {
  /** Folder made by {@link Workspace}. */
  @Param("")
  public String folder;

  /** Name of the {@link Workload}. */
  @Param("")
  public String workload;

  /** Number of threads; 0 for one per processor. */
  @Param("0")
  public int threads;

  private PluginCatalog catalog;
  private ExperimentConfig config;

  /** Reads the configuration. */
  @Setup
  public void configure() {
    catalog = PluginCatalog.load();
    config = ExperimentLoader.load(file(".yml"), List.of("experiment.threads=" + threads), catalog);
  }

  PluginCatalog catalog() {
    return catalog;
  }

  ExperimentConfig config() {
    return config;
  }

  Path folder() {
    return Path.of(folder);
  }

  Path file(String ending) {
    return folder().resolve(workload + ending);
  }

  /**
   * Runs the whole experiment.
   *
   * @throws IllegalStateException if a model failed
   */
  RunOutcome run() throws IOException {
    Path out = Files.createTempDirectory(folder(), "run-");
    RunOptions options = new RunOptions(Optional.of(out), config.threads(), Map.of());
    RunOutcome outcome = Experiment.run(config, catalog, options, RunListener.SILENT);
    outcome.report().failures().stream()
        .findFirst()
        .ifPresent(
            unit -> {
              throw new IllegalStateException(unit.failure());
            });
    return outcome;
  }
}
