package org.trellisrec.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.trellisrec.config.AnalysisSelection;
import org.trellisrec.config.PluginCatalog;
import org.trellisrec.config.PluginConfig;
import org.trellisrec.pipeline.AnalysisStage;
import org.trellisrec.pipeline.NamedAnalysis;
import org.trellisrec.report.ReportWriter;
import org.trellisrec.spi.Analysis;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.IoReason;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code trellisrec analyze}: tables and plots about a finished run. */
@Command(
    name = "analyze",
    description = "Analyses a finished run: writes tables and plots, trains nothing.",
    footer = "%n'trellisrec list analyses' shows the analyses there are.")
final class AnalyzeCommand implements Callable<Integer> {
  @ParentCommand private Main main;
  @Spec private CommandSpec spec;
  @Mixin private PluginOptions plugins;

  @Parameters(paramLabel = "RUN", description = "The folder of the run.")
  private Path run;

  @Option(
      names = "--analyses",
      paramLabel = "LIST",
      defaultValue = "all",
      description =
          "Names between commas, or a list as in a configuration, for instance"
              + " '[{analysis: user_boxplot, metrics: [nDCG@10]}]'; default: all for which the run has"
              + " what they need.")
  private String analyses;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where the results go; default: the folder analyses in that of the run.")
  private Path out;

  @Override
  public Integer call() {
    PluginCatalog catalog = plugins.catalog();
    List<PluginConfig<Analysis>> chosen = AnalysisSelection.of(analyses, catalog);
    AnalysisStage stage =
        out == null
            ? AnalysisStage.in(run, main.listener()::note)
            : AnalysisStage.into(out, run, main.listener()::note);
    List<Path> files = new ArrayList<>();
    for (PluginConfig<Analysis> config : chosen) {
      NamedAnalysis analysis = new NamedAnalysis(config.name(), config.create(catalog));
      files.addAll(make(stage, analysis));
    }
    if (files.isEmpty()) {
      throw new InputException("no analysis could be made of %s", run);
    }
    if (out == null) {
      writePage();
    }
    PrintWriter screen = spec.commandLine().getOut();
    files.forEach(screen::println);
    return ExitStatus.GOOD;
  }

  /** The page about the run shows its analyses. */
  private void writePage() {
    try {
      new ReportWriter(run).writePage();
    } catch (IOException e) {
      throw new InputException("cannot write report.html into %s: %s", run, IoReason.of(e));
    }
  }

  /** Of all analyses those are left out that the run has too little for. */
  private List<Path> make(AnalysisStage stage, NamedAnalysis analysis) {
    try {
      return stage.make(analysis);
    } catch (InputException tooLittle) {
      if (!AnalysisSelection.isAll(analyses)) {
        throw tooLittle;
      }
      main.listener().note("left out: " + tooLittle.getMessage());
      return List.of();
    }
  }
}
