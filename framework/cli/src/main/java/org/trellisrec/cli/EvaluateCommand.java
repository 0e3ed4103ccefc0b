package org.trellisrec.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.trellisrec.config.MetricSelection;
import org.trellisrec.config.PluginCatalog;
import org.trellisrec.config.PluginConfig;
import org.trellisrec.evaluation.Evaluation;
import org.trellisrec.evaluation.FileEvaluation;
import org.trellisrec.evaluation.Mask;
import org.trellisrec.evaluation.NamedMetric;
import org.trellisrec.report.EvaluationCsv;
import org.trellisrec.spi.Convention;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.IoReason;
import org.trellisrec.spi.Metric;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code trellisrec evaluate}: measures lists made by any other tool. */
@Command(
    name = "evaluate",
    description = "Measures recommendation lists made by any tool.",
    footer =
        "%nFiles are rows between tabs without header: user, item, rating; the lists user, item, score,"
            + " ranked by score (equal scores in the order of the file).%nSeveral lists are compared,"
            + " with significance tests, by a run with the model RecommendationFolder, or a"
            + " ProxyRecommender for each.")
final class EvaluateCommand implements Callable<Integer> {
  @ParentCommand private Main main;
  @Spec private CommandSpec spec;
  @Mixin private PluginOptions plugins;

  @Option(
      names = "--train",
      paramLabel = "FILE",
      required = true,
      description = "Training interactions.")
  private Path train;

  @Option(
      names = "--test",
      paramLabel = "FILE",
      required = true,
      description = "Test interactions.")
  private Path test;

  @Option(names = "--validation", paramLabel = "FILE", description = "Validation interactions.")
  private Path validation;

  @Option(names = "--recs", paramLabel = "FILE", required = true, description = "The lists.")
  private Path recommendations;

  @Option(
      names = "--metrics",
      paramLabel = "NAMES",
      defaultValue = "all",
      description =
          "Metrics between commas, or all (the default): those that need no parameters and, where lists"
              + " are cut, no complete ranking.")
  private String metrics;

  @Option(
      names = "--cutoffs",
      paramLabel = "K,...",
      split = ",",
      defaultValue = "10",
      description = "Lengths at which the lists are cut; default: ${DEFAULT-VALUE}.")
  private int[] cutoffs;

  @Option(
      names = "--threshold",
      paramLabel = "RATING",
      defaultValue = "0",
      description =
          "A test row is relevant if its rating is at least this; default: ${DEFAULT-VALUE}.")
  private double threshold;

  @Option(
      names = "--convention",
      paramLabel = "NAME",
      defaultValue = "STANDARD",
      description = "standard (the default), elliot or recbole.")
  private Convention convention;

  @Option(
      names = "--complex",
      paramLabel = "FILE",
      description = "A JSON list of metrics with parameters, as Elliot's complex_metrics.")
  private Path complex;

  @Option(
      names = "--mask",
      paramLabel = "NAME",
      defaultValue = "NONE",
      description =
          "Known items to take out of the lists first: none (the default), train or train_and_validation.")
  private Mask mask;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads to use; 0, the default, for one per processor.")
  private Integer threads;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where the values go, as CSV; default: the screen.")
  private Path out;

  @Override
  public Integer call() throws IOException {
    Evaluation evaluation = FileEvaluation.run(request(), main.listener()::note);
    PrintWriter screen = spec.commandLine().getOut();
    if (out == null) {
      screen.print(EvaluationCsv.text(evaluation));
    } else {
      write(evaluation);
      int values = evaluation.rows().size();
      screen.printf("%d value%s in %s%n", values, values == 1 ? "" : "s", out);
    }
    return ExitStatus.GOOD;
  }

  private FileEvaluation.Request request() {
    ExperimentOptions.checkThreads(threads);
    boolean all = threads == null || threads == 0;
    PluginCatalog catalog = plugins.catalog();
    MetricSelection.Chosen chosen = chosen(catalog);
    return new FileEvaluation.Request(
        train,
        validation,
        test,
        recommendations,
        named(chosen.byDefault(), catalog),
        named(chosen.asked(), catalog),
        cutoffs,
        threshold,
        convention,
        mask,
        all ? Runtime.getRuntime().availableProcessors() : threads);
  }

  private MetricSelection.Chosen chosen(PluginCatalog catalog) {
    MetricSelection.Chosen chosen = MetricSelection.of(metrics, complex, catalog);
    List<String> leftOut = MetricSelection.leftOut(metrics, chosen, catalog);
    if (!leftOut.isEmpty()) {
      main.listener()
          .info(
              "metrics left out because they need parameters: %s; give them in a file with --complex"
                  .formatted(String.join(", ", leftOut)));
    }
    return chosen;
  }

  private static List<NamedMetric> named(
      List<PluginConfig<Metric>> metrics, PluginCatalog catalog) {
    return metrics.stream()
        .map(metric -> NamedMetric.of(metric.name(), metric.create(catalog)))
        .toList();
  }

  private void write(Evaluation evaluation) {
    try {
      EvaluationCsv.write(out, evaluation);
    } catch (IOException e) {
      throw new InputException(
          "--out %s cannot be written: %s; give another file", out, IoReason.of(e));
    }
  }
}
