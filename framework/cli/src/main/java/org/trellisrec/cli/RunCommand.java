package org.trellisrec.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.trellisrec.config.ExperimentConfig;
import org.trellisrec.config.PluginCatalog;
import org.trellisrec.pipeline.Experiment;
import org.trellisrec.pipeline.RunOutcome;
import org.trellisrec.report.ReportWriter;
import org.trellisrec.report.ResultsMarkup;
import org.trellisrec.report.ResultsTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code trellisrec run}: the whole experiment. */
@Command(
    name = "run",
    description = "Runs an experiment and writes its results.",
    footer = "%nAn interrupted run goes on where it stopped when the same command is given again.")
final class RunCommand implements Callable<Integer> {
  @ParentCommand private Main main;
  @Spec private CommandSpec spec;
  @Mixin private ExperimentOptions experiment;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "The run folder; default: a new one in results/<dataset>/.")
  private Path out;

  @Option(
      names = "--reuse",
      paramLabel = "RUN",
      description =
          "Take over from this run folder the models that are the same on the same data, and train"
              + " the others; repeatable.")
  private List<Path> reuse = new ArrayList<>();

  @Override
  public Integer call() {
    PluginCatalog catalog = experiment.catalog();
    ExperimentConfig config = experiment.load(catalog);
    RunOutcome outcome = run(config, catalog, main.listener());
    print(outcome, spec.commandLine().getOut());
    return outcome.complete() ? ExitStatus.GOOD : ExitStatus.FAILED;
  }

  private RunOutcome run(ExperimentConfig config, PluginCatalog catalog, ConsoleListener listener) {
    Interruption interruption = Interruption.says(listener::interrupted);
    try {
      return Experiment.run(config, catalog, experiment.runOptions(config, out, reuse), listener);
    } finally {
      interruption.over();
    }
  }

  /** One cutoff fits a screen; the files have them all. */
  private static void print(RunOutcome outcome, PrintWriter screen) {
    List<ResultsTable> tables = outcome.report().results();
    int cutoff = tables.stream().mapToInt(table -> table.section().cutoff()).findFirst().orElse(0);
    for (ResultsTable table : tables) {
      if (table.section().cutoff() == cutoff) {
        screen.println();
        screen.println(table.section().title());
        screen.print(ResultsMarkup.text(table, Main.columns()));
      }
    }
    if (tables.stream().anyMatch(table -> table.section().cutoff() != cutoff)) {
      screen.printf("%nresults.md has the other cutoffs too.%n");
    }
    outcome.report().failures().forEach(unit -> screen.printf("%nfailed: %s%n", unit.failure()));
    screen.printf("%nResults: %s%n", outcome.folder());
    screen.printf("As one page: %s%n", outcome.folder().resolve(ReportWriter.PAGE));
  }
}
