package org.trellisrec.config;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.trellisrec.config.bind.RecordBinder;
import org.trellisrec.config.yaml.YamlNode;
import org.trellisrec.evaluation.Mask;
import org.trellisrec.significance.SignificanceConfig;
import org.trellisrec.spi.Convention;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.Metric;
import org.trellisrec.spi.Param;

/** Reads {@code evaluation}. */
final class EvaluationReader {
  /** The plain keys of {@code evaluation}. */
  record Keys(
      @Param(
              description = "Lengths of the lists that are measured; by default top_k.",
              byDefault = Param.OPTIONAL,
              min = 1)
          List<Integer> cutoffs,
      @Param(
              description = "A held-out item is relevant if its rating is at least this.",
              byDefault = "0")
          double relevanceThreshold,
      @Param(
              description =
                  "Elliot's key: compare all pairs of models by the paired t-test, without"
                      + " correction, unless there is a section significance.",
              byDefault = "false")
          boolean pairedTtest,
      @Param(
              description = "Elliot's key: as paired_ttest, by the Wilcoxon signed-rank test.",
              byDefault = "false")
          boolean wilcoxonTest,
      @Param(
              description = "Whose definitions hold where frameworks differ under one name.",
              byDefault = "standard")
          Convention convention,
      @Param(
              description =
                  "Which known interactions are never recommended in a test task; by default"
                      + " train, and train_and_validation with the convention recbole.",
              byDefault = Param.OPTIONAL)
          Mask mask,
      @Param(
              description =
                  "Where there is no validation split, let test data decide between trials and"
                      + " epochs. Results are then too good, which is said in them.",
              byDefault = "false")
          boolean allowSelectionOnTest,
      @Param(
              description =
                  "What is withheld from models that use side information; see"
                      + " docs/side-information.md.",
              byDefault = "{}")
          MissingModalitiesConfig missingModalities) {}

  private static final String MISSING = "missing_modalities";
  static final List<String> METRIC_KEYS = List.of("simple_metrics", "complex_metrics");
  private static final String SECTION = "evaluation";
  private static final int DEFAULT_LENGTH = 10;

  private final LoadScope scope;
  private final PluginReader plugins;
  private final MetricLabels labels;

  EvaluationReader(LoadScope scope) {
    this.scope = scope;
    this.plugins = new PluginReader(scope);
    this.labels = new MetricLabels(scope.catalog());
  }

  /**
   * The section, or nothing if there was a problem.
   *
   * @param topK length of the lists, null if it is not given
   */
  Optional<EvaluationConfig> read(YamlNode.Mapping experiment, Integer topK) {
    Optional<SignificanceConfig> significance = new SignificanceReader(scope).read(experiment);
    Optional<YamlNode> node = experiment.get(SECTION);
    if (node.isEmpty()) {
      scope.problem(
          experiment.at(), "experiment needs 'evaluation' with the metrics in 'simple_metrics'");
      return Optional.empty();
    }
    return scope.map(node.get(), SECTION).flatMap(map -> section(map, topK, significance));
  }

  private Optional<EvaluationConfig> section(
      YamlNode.Mapping map, Integer topK, Optional<SignificanceConfig> significance) {
    List<PluginConfig<Metric>> metrics = metrics(map);
    SignificanceReader comparison = new SignificanceReader(scope);
    Optional<Keys> keys =
        new RecordBinder(scope.bind())
            .bind(Keys.class, map.without(Set.copyOf(METRIC_KEYS)), SECTION, METRIC_KEYS);
    keys.filter(k -> k.cutoffs() != null).ifPresent(k -> checkCutoffs(k, map, topK));
    keys.ifPresent(k -> noteModalities(k.missingModalities(), map));
    return keys.filter(k -> k.cutoffs() == null || !k.cutoffs().isEmpty())
        .map(k -> complete(k, metrics, topK, comparison.orElliot(significance, k, map)));
  }

  private static EvaluationConfig complete(
      Keys keys,
      List<PluginConfig<Metric>> metrics,
      Integer topK,
      Optional<SignificanceConfig> significance) {
    List<Integer> cutoffs =
        keys.cutoffs() == null ? List.of(topK == null ? DEFAULT_LENGTH : topK) : keys.cutoffs();
    Mask usual = keys.convention() == Convention.RECBOLE ? Mask.TRAIN_AND_VALIDATION : Mask.TRAIN;
    return new EvaluationConfig(
        cutoffs,
        metrics,
        keys.relevanceThreshold(),
        significance,
        keys.convention(),
        keys.mask() == null ? usual : keys.mask(),
        keys.allowSelectionOnTest(),
        keys.missingModalities());
  }

  private void noteModalities(MissingModalitiesConfig missing, YamlNode.Mapping map) {
    noteModalities(missing.modalities().users(), missing.subsets().users(), "users", map);
    noteModalities(missing.modalities().items(), missing.subsets().items(), "items", map);
  }

  private void noteModalities(
      List<String> chosen, List<List<String>> subsets, String side, YamlNode.Mapping map) {
    if (!chosen.isEmpty() && subsets.isEmpty()) {
      scope.note(
          map.entry(MISSING, "modalities", side).map(YamlNode.Entry::keyAt).orElse(map.at()),
          "%s.%s.modalities.%s has no effect without subsets; add, for instance, 'subsets: {%s: all}'"
              .formatted(SECTION, MISSING, side, side));
    }
  }

  private void checkCutoffs(Keys keys, YamlNode.Mapping map, Integer topK) {
    List<YamlNode> nodes = LoadScope.items(map.get("cutoffs").orElseThrow());
    if (keys.cutoffs().isEmpty()) {
      scope.problem(map.get("cutoffs").orElseThrow().at(), "evaluation.cutoffs is an empty list");
    }
    Set<Integer> seen = new HashSet<>();
    for (int i = 0; i < keys.cutoffs().size(); i++) {
      int cutoff = keys.cutoffs().get(i);
      YamlNode at = nodes.get(Math.min(i, nodes.size() - 1));
      if (topK != null && cutoff > topK) {
        scope.problem(
            at.at(),
            "evaluation.cutoffs has %d, but only top_k = %d items are kept; raise top_k",
            cutoff,
            topK);
      }
      if (!seen.add(cutoff)) {
        scope.problem(at.at(), "evaluation.cutoffs has %d twice", cutoff);
      }
    }
  }

  private List<PluginConfig<Metric>> metrics(YamlNode.Mapping map) {
    List<PluginConfig<Metric>> metrics = new ArrayList<>();
    int before = scope.problems().count();
    for (String key : METRIC_KEYS) {
      List<YamlNode> items = map.get(key).map(LoadScope::items).orElse(List.of());
      for (int i = 0; i < items.size(); i++) {
        String name = SECTION + "." + key + "[" + i + "]";
        YamlNode at = items.get(i);
        metric(at, name).ifPresent(metric -> add(metric, metrics, at, name));
      }
    }
    if (metrics.isEmpty() && scope.problems().count() == before) {
      scope.problem(map.at(), "evaluation names no metrics; list some in 'simple_metrics'");
    }
    return metrics;
  }

  private Optional<PluginConfig<Metric>> metric(YamlNode node, String name) {
    if (node instanceof YamlNode.Mapping) {
      return plugins.read(Metric.class, node, "metric", name);
    }
    YamlNode.Mapping none = new YamlNode.Mapping(node.at(), Map.of());
    return plugins
        .lookUp(Metric.class, node, name)
        .flatMap(plugin -> plugins.bind(plugin, none, name));
  }

  private void add(
      PluginConfig<Metric> metric, List<PluginConfig<Metric>> metrics, YamlNode at, String name) {
    try {
      Optional<String> clash = labels.add(metric);
      if (clash.isEmpty()) {
        metrics.add(metric);
      } else {
        scope.problem(at.at(), "%s %s", name, clash.get());
      }
    } catch (InputException e) {
      scope.problem(at.at(), "%s: %s", name, e.getMessage());
    }
  }
}
