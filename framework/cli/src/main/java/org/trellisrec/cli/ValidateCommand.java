package org.trellisrec.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.trellisrec.config.ExperimentConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code trellisrec validate}: finds every mistake in a configuration without running it. */
@Command(name = "validate", description = "Checks a configuration without running it.")
final class ValidateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ExperimentOptions experiment;

  @Override
  public Integer call() {
    ExperimentConfig config = experiment.load(experiment.catalog());
    PrintWriter screen = spec.commandLine().getOut();
    config.notes().forEach(note -> screen.println("note: " + note));
    screen.printf("%s is valid: %d models%n", config.dataset(), config.models().size());
    return ExitStatus.GOOD;
  }
}
