package org.trellisrec.pipeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.trellisrec.config.EvaluationConfig;
import org.trellisrec.config.ExperimentConfig;
import org.trellisrec.config.MetricAt;
import org.trellisrec.config.PluginCatalog;
import org.trellisrec.config.ProtocolConfig;
import org.trellisrec.config.SideSource;
import org.trellisrec.config.yaml.Problems;
import org.trellisrec.evaluation.NamedMetric;
import org.trellisrec.pipeline.RunPlan.DataPlan;
import org.trellisrec.pipeline.RunPlan.NamedPrefilter;
import org.trellisrec.spi.Seed;

/**
 * Makes every plugin that a configuration names and resolves every choice it leaves to the engine.
 */
final class Planner {
  private final ExperimentConfig config;
  private final PluginCatalog catalog;
  private final Consumer<String> notes;
  private final Problems problems;
  private final List<NamedMetric> metrics;
  private final NamedFiles files = new NamedFiles();

  private Planner(
      ExperimentConfig config, PluginCatalog catalog, Consumer<String> notes, Problems problems) {
    this.config = config;
    this.catalog = catalog;
    this.notes = notes;
    this.problems = problems;
    this.metrics = config.evaluation().named(catalog);
    config.prefilters().forEach(prefilter -> files.add(prefilter.params()));
    config.protocols().forEach(this::addFiles);
    config.evaluation().metrics().forEach(metric -> files.add(metric.params()));
    files.add(config.negativeSampling());
  }

  /**
   * The plan of this configuration.
   *
   * @param notes takes what the user should know
   * @throws org.trellisrec.spi.InputException if a plugin refuses its parameters or files
   */
  static RunPlan plan(
      ExperimentConfig config, PluginCatalog catalog, int threads, Consumer<String> notes) {
    Problems problems = new Problems();
    ConfigFile file = ConfigFile.of(config);
    RunPlan plan =
        file.perform(() -> new Planner(config, catalog, notes, problems).plan(file, threads));
    problems.throwIfAny();
    return plan;
  }

  private RunPlan plan(ConfigFile file, int threads) {
    List<ModelPlan> models = models();
    return new RunPlan(
        file,
        config.dataset(),
        files,
        config.seeds().stream().map(Seed::value).toList(),
        data(),
        config.protocols().stream().map(this::protocol).toList(),
        config.negativeSampling(),
        measures(threads),
        config.evaluation().missingModalities(),
        config.evaluation().significance(),
        config.multiObjective(),
        config.analyses().stream()
            .map(a -> new NamedAnalysis(a.name(), a.create(catalog)))
            .toList(),
        models,
        config.evaluation().allowSelectionOnTest(),
        new RunPlan.Recording(config.settings().resume(), config.settings().tensorboard()),
        config.saveSplits(),
        config.output());
  }

  private void addFiles(ProtocolConfig protocol) {
    files.add(protocol.test().params());
    protocol.validation().ifPresent(splitter -> files.add(splitter.params()));
  }

  private DataPlan data() {
    List<NamedPrefilter> prefilters =
        config.prefilters().stream()
            .map(p -> new NamedPrefilter(p.name(), p.create(catalog)))
            .toList();
    SideStage side = new SideStage(sources(config.side().users()), sources(config.side().items()));
    return new DataPlan(config.reader().create(catalog), side, prefilters, config.binarize());
  }

  private List<SideStage.Source> sources(List<SideSource> configs) {
    return configs.stream()
        .map(source -> new SideStage.Source(source.at(), source.reader().create(catalog)))
        .toList();
  }

  private RunPlan.Protocol protocol(ProtocolConfig protocol) {
    return new RunPlan.Protocol(
        protocol.name(),
        protocol.draw(),
        protocol.test().create(catalog),
        protocol.validation().map(splitter -> splitter.create(catalog)));
  }

  private Measures measures(int threads) {
    EvaluationConfig evaluation = config.evaluation();
    return new Measures(
        metrics,
        evaluation.cutoffs().stream().mapToInt(Integer::intValue).toArray(),
        config.topK(),
        evaluation.mask(),
        evaluation.convention(),
        evaluation.relevanceThreshold(),
        threads);
  }

  private List<ModelPlan> models() {
    ModelPlanner planner =
        new ModelPlanner(catalog, config.settings(), this::monitor, notes, problems);
    List<ModelPlan> plans = new ArrayList<>();
    config.models().forEach(model -> plans.addAll(planner.plans(model, config.seeds().get(0))));
    requireDistinct(plans);
    return plans;
  }

  /** Labels of entries differ; members of one may be called like another model. */
  private void requireDistinct(List<ModelPlan> plans) {
    Map<String, ModelPlan> byLabel = new HashMap<>();
    for (ModelPlan plan : plans) {
      ModelPlan twin = byLabel.putIfAbsent(plan.label().toLowerCase(Locale.ROOT), plan);
      if (twin != null) {
        ModelPlan member = plan.at().name().equals(plan.label()) ? twin : plan;
        problems.add(
            member.at().model(),
            "models.%s: its model '%s' is called like another one of this file; rename one of them",
            member.at().name(),
            member.label());
      }
    }
  }

  private ModelPlan.Monitor monitor(MetricAt watched) {
    NamedMetric metric =
        metrics.stream()
            .filter(named -> named.label().equals(watched.metric()))
            .findFirst()
            .orElseThrow();
    return new ModelPlan.Monitor(
        Optional.of(watched.metric()),
        watched.cutoff(),
        metric.higherIsBetter(config.evaluation().convention()));
  }
}
