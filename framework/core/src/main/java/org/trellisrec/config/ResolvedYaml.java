package org.trellisrec.config;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.trellisrec.config.bind.Plain;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/**
 * Writes an experiment as YAML with every default filled in and every path absolute. Read again, it
 * gives the same experiment.
 */
public final class ResolvedYaml {
  private static final String EVALUATION = "evaluation";
  private static final String MODELS = "models";
  private static final String META = "meta";

  /**
   * What stands for paths.
   *
   * @param data for those that data and side information are read from
   * @param files for those that splitters, prefilters and metrics read
   */
  private record Paths(Function<Path, String> data, Function<Path, String> files) {
    static final Paths IN_FULL = new Paths(Path::toString, Path::toString);

    /**
     * Of data that are equal it does not matter what they were called. A plugin may go by the name
     * of its file, as metrics do whose labels have it, but not by where the file lies.
     */
    static final Paths BESIDE_CONTENTS =
        new Paths(path -> "(its content)", path -> String.valueOf(path.getFileName()));
  }

  private ResolvedYaml() {}

  /** The text of the file. */
  public static String write(ExperimentConfig config) {
    return text(experiment(config, Paths.IN_FULL));
  }

  private static String text(Map<String, Object> experiment) {
    DumperOptions options = new DumperOptions();
    options.setDefaultFlowStyle(DumperOptions.FlowStyle.AUTO);
    options.setIndicatorIndent(2);
    options.setIndentWithIndicator(true);
    options.setWidth(100);
    options.setDereferenceAliases(true);
    return new Yaml(options).dump(escaped(Map.of("experiment", experiment)));
  }

  /** The part of the text that measured values depend on: all but how they are compared. */
  public static String measuring(ExperimentConfig config) {
    return text(measured(config, Paths.IN_FULL));
  }

  private static Map<String, Object> measured(ExperimentConfig config, Paths paths) {
    Map<String, Object> yaml = experiment(config.withSettings(config.settings().portable()), paths);
    yaml.keySet().removeAll(comparing(config).keySet());
    return yaml;
  }

  /**
   * What the measuring part says to the units of every model, by key, beside what is in the data
   * and files that it names. Seeds are not in it, as a unit has one of them, nor where splits are
   * written, nor where data and files lie.
   */
  public static Map<String, String> shared(ExperimentConfig config) {
    Map<String, Object> yaml = measured(config, Paths.BESIDE_CONTENTS);
    yaml.keySet().removeAll(List.of("seeds", "random_seed", "splitting", MODELS));
    return byKey(yaml, EVALUATION);
  }

  /** What the measuring part says to the units of a model, by key, beside its name. */
  public static Map<String, String> own(ModelConfig config) {
    return byKey(model(config), META);
  }

  /** The values of keys as YAML, and in place of those of one section, those of its keys. */
  private static Map<String, String> byKey(Map<String, Object> yaml, String section) {
    DumperOptions options = new DumperOptions();
    options.setDefaultFlowStyle(DumperOptions.FlowStyle.FLOW);
    options.setWidth(Integer.MAX_VALUE);
    options.setDereferenceAliases(true);
    Yaml writer = new Yaml(options);
    Map<String, String> values = new LinkedHashMap<>();
    yaml.forEach(
        (key, value) -> {
          if (key.equals(section)) {
            ((Map<?, ?>) value)
                .forEach((k, inner) -> values.put(key + "." + k, writer.dump(inner).strip()));
          } else {
            values.put(key, writer.dump(value).strip());
          }
        });
    return values;
  }

  /** The part of the text that says how finished values are compared. */
  public static String comparison(ExperimentConfig config) {
    return text(comparing(config));
  }

  private static Map<String, Object> experiment(ExperimentConfig config, Paths paths) {
    Map<String, Object> yaml = new LinkedHashMap<>(Plain.mapOf(config.settings()));
    if (!config.settings().seeds().isEmpty()) {
      yaml.remove("random_seed");
    }
    yaml.put("data_config", plugin("strategy", config.reader(), paths.data()));
    if (!config.side().isEmpty()) {
      yaml.put(
          "side_information",
          ordered(
              "users",
              sources(config.side().users(), paths.data()),
              "items",
              sources(config.side().items(), paths.data())));
    }
    yaml.put("prefiltering", plugins(config.prefilters(), paths.files()));
    config
        .saveSplits()
        .ifPresent(
            folder ->
                yaml.put(
                    "splitting", ordered("save_on_disk", true, "save_folder", folder.toString())));
    Map<String, Object> protocols = new LinkedHashMap<>();
    config
        .protocols()
        .forEach(protocol -> protocols.put(protocol.name(), protocol(protocol, paths.files())));
    yaml.put("protocols", protocols);
    config
        .negativeSampling()
        .ifPresent(sampling -> yaml.put("negative_sampling", Plain.mapOf(sampling, paths.files())));
    yaml.put(EVALUATION, evaluation(config.evaluation(), paths.files()));
    yaml.putAll(comparing(config));
    Map<String, Object> models = new LinkedHashMap<>();
    config.models().forEach(model -> models.put(model.name(), model(model)));
    yaml.put(MODELS, models);
    return yaml;
  }

  private static Map<String, Object> comparing(ExperimentConfig config) {
    Map<String, Object> yaml = new LinkedHashMap<>();
    config
        .evaluation()
        .significance()
        .ifPresent(significance -> yaml.put("significance", Plain.mapOf(significance)));
    config.multiObjective().ifPresent(goals -> yaml.put("multi_objective", Plain.mapOf(goals)));
    if (!config.analyses().isEmpty()) {
      yaml.put(
          Section.ANALYSES.key(),
          config.analyses().stream()
              .map(analysis -> plugin(AnalysesReader.KEY, analysis, Path::toString))
              .toList());
    }
    return yaml;
  }

  /** Unlike {@code Map.of}, in the same order in every JVM: the text identifies the run. */
  private static Map<String, Object> ordered(
      String first, Object firstValue, String second, Object secondValue) {
    Map<String, Object> yaml = new LinkedHashMap<>();
    yaml.put(first, firstValue);
    yaml.put(second, secondValue);
    return yaml;
  }

  private static Map<String, Object> plugin(
      String key, PluginConfig<?> config, Function<Path, String> paths) {
    Map<String, Object> yaml = new LinkedHashMap<>();
    yaml.put(key, config.name());
    yaml.putAll(Plain.mapOf(config.params(), paths));
    return yaml;
  }

  private static List<Map<String, Object>> sources(
      List<SideSource> sources, Function<Path, String> paths) {
    return plugins(sources.stream().map(SideSource::reader).toList(), paths);
  }

  private static List<Map<String, Object>> plugins(
      List<? extends PluginConfig<?>> configs, Function<Path, String> paths) {
    return configs.stream().map(config -> plugin("strategy", config, paths)).toList();
  }

  private static Map<String, Object> protocol(
      ProtocolConfig protocol, Function<Path, String> paths) {
    Map<String, Object> yaml = new LinkedHashMap<>();
    yaml.put("test_splitting", plugin("strategy", protocol.test(), paths));
    protocol
        .validation()
        .ifPresent(
            splitter -> yaml.put("validation_splitting", plugin("strategy", splitter, paths)));
    if (!protocol.draw().equals(protocol.name())) {
      yaml.put("draw", protocol.draw());
    }
    return yaml;
  }

  /** Elliot's keys of tests are off: what they ask for stands under {@code significance}. */
  private static Map<String, Object> evaluation(
      EvaluationConfig evaluation, Function<Path, String> paths) {
    EvaluationReader.Keys keys =
        new EvaluationReader.Keys(
            evaluation.cutoffs(),
            evaluation.relevanceThreshold(),
            false,
            false,
            evaluation.convention(),
            evaluation.mask(),
            evaluation.allowSelectionOnTest(),
            evaluation.missingModalities());
    Map<String, Object> yaml = new LinkedHashMap<>(Plain.mapOf(keys));
    yaml.put(
        "simple_metrics",
        evaluation.metrics().stream().map(metric -> metric(metric, paths)).toList());
    return yaml;
  }

  private static Object metric(PluginConfig<?> metric, Function<Path, String> paths) {
    Map<String, Object> params = Plain.mapOf(metric.params());
    return params.isEmpty() ? metric.name() : plugin("metric", metric, paths);
  }

  private static Map<String, Object> model(ModelConfig model) {
    Map<String, Object> yaml = new LinkedHashMap<>();
    yaml.put("model", model.plugin().name());
    yaml.putAll(model.fixed());
    model.space().domains().forEach((path, domain) -> DottedPaths.put(yaml, path, domain.toYaml()));
    Map<String, Object> meta = new LinkedHashMap<>(Plain.mapOf(model.meta()));
    if (model.meta().optimizeInternalLoss()) {
      meta.remove("validation_metric");
    }
    yaml.put(META, meta);
    Optional<EarlyStoppingConfig> stopping = model.earlyStopping();
    stopping.ifPresent(keys -> yaml.put("early_stopping", Plain.mapOf(keys)));
    return yaml;
  }

  /** A dollar sign before a brace starts a variable, unless it is doubled. */
  private static Object escaped(Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> copy = new LinkedHashMap<>();
      map.forEach((key, inner) -> copy.put(key.toString(), escaped(inner)));
      return copy;
    }
    if (value instanceof List<?> list) {
      return list.stream().map(ResolvedYaml::escaped).toList();
    }
    return value instanceof String text ? text.replace("${", "$${") : value;
  }
}
