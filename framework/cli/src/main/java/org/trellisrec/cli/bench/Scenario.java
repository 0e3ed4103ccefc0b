package org.trellisrec.cli.bench;

import java.nio.file.Path;
import java.util.List;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.trellisrec.config.ExperimentConfig;
import org.trellisrec.config.ExperimentLoader;
import org.trellisrec.config.PluginCatalog;

/** What a benchmark works on: the configuration of a workload, read before the clock starts. */
@State(Scope.Benchmark)
public class Scenario {
  /** Folder made by {@link Workspace}. */
  @Param("")
  public String folder;

  /** Name of the {@link Workload}. */
  @Param("")
  public String workload;

  private PluginCatalog catalog;
  private ExperimentConfig config;

  /** Reads the configuration. */
  @Setup
  public void configure() {
    catalog = PluginCatalog.load();
    config = ExperimentLoader.load(file(".yml"), List.of(), catalog);
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
}
