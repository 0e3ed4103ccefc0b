package org.trellisrec.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.trellisrec.config.ExperimentConfig;
import org.trellisrec.config.PluginCatalog;
import org.trellisrec.pipeline.Experiment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code trellisrec split}: writes the splits of a configuration for other tools. */
@Command(name = "split", description = "Writes the splits of a configuration for other tools.")
final class SplitCommand implements Callable<Integer> {
  @ParentCommand private Main main;
  @Spec private CommandSpec spec;
  @Mixin private ExperimentOptions experiment;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "The folder to write into.")
  private Path out;

  @Override
  public Integer call() {
    PluginCatalog catalog = experiment.catalog();
    ExperimentConfig config = experiment.load(catalog);
    int splits =
        Experiment.saveSplits(
            config, catalog, experiment.runOptions(config, null, List.of()), main.listener(), out);
    spec.commandLine().getOut().printf("%d split%s in %s%n", splits, splits == 1 ? "" : "s", out);
    return ExitStatus.GOOD;
  }
}
