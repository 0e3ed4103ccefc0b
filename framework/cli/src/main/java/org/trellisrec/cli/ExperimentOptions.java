package org.trellisrec.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trellisrec.config.ExperimentConfig;
import org.trellisrec.config.ExperimentLoader;
import org.trellisrec.config.PluginCatalog;
import org.trellisrec.pipeline.RunOptions;
import org.trellisrec.spi.InputException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The arguments of every command that works on a configuration file. */
final class ExperimentOptions {
  @Parameters(paramLabel = "FILE", description = "The configuration, a YAML file.")
  private Path file;

  @Option(
      names = "--set",
      paramLabel = "PATH=VALUE",
      description =
          "Override a key, for instance experiment.top_k=20; repeatable. The value is read as YAML.")
  private List<String> overrides = new ArrayList<>();

  @Option(
      names = "--threads",
      paramLabel = "N",
      description =
          "Threads to use, 0 for one per processor; default: what the configuration says.")
  private Integer threads;

  @Mixin private PluginOptions plugins;

  /** All plugins. */
  PluginCatalog catalog() {
    return plugins.catalog();
  }

  /** Reads the configuration; its number of threads is the one of the command line, if any. */
  ExperimentConfig load(PluginCatalog catalog) {
    checkThreads(threads);
    ExperimentConfig config = ExperimentLoader.load(file, overrides, catalog);
    return threads == null ? config : config.withThreads(threads);
  }

  /** Refuses a number of threads below 0; null stands for one that is not given. */
  static void checkThreads(Integer threads) {
    if (threads != null && threads < 0) {
      throw new InputException(
          "--threads %d: expected a number of at least 0; 0 takes one thread per processor",
          threads);
    }
  }

  /** Options of a run of this configuration. */
  RunOptions runOptions(ExperimentConfig config, Path out, List<Path> reuse) {
    Map<String, String> host = new LinkedHashMap<>();
    host.put("configuration", file.toAbsolutePath().normalize().toString());
    host.put("overrides", String.join(" ", overrides));
    host.put("threads", Integer.toString(config.threads()));
    return new RunOptions(Optional.ofNullable(out), config.threads(), host, reuse);
  }
}
