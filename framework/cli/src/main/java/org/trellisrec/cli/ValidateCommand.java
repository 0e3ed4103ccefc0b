package org.trellisrec.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.trellisrec.config.ExperimentConfig;
import org.trellisrec.config.PluginCatalog;
import org.trellisrec.pipeline.Experiment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code trellisrec validate}: finds every mistake that shows before the data are read. */
@Command(
    name = "validate",
    description = {
      "Checks a configuration, the files that metrics read, and the devices of models,"
          + " without reading the data or running anything."
    })
final class ValidateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ExperimentOptions experiment;

  @Override
  public Integer call() {
    PluginCatalog catalog = experiment.catalog();
    ExperimentConfig config = experiment.load(catalog);
    PrintWriter screen = spec.commandLine().getOut();
    Experiment.check(config, catalog).forEach(note -> screen.println("note: " + note));
    int models = config.models().size();
    screen.printf("%s is valid: %d model%s%n", config.dataset(), models, models == 1 ? "" : "s");
    return ExitStatus.GOOD;
  }
}
