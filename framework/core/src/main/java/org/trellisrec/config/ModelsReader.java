package org.trellisrec.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.trellisrec.config.bind.RecordBinder;
import org.trellisrec.config.bind.RecordSpec;
import org.trellisrec.config.search.SpaceReader;
import org.trellisrec.config.yaml.Position;
import org.trellisrec.config.yaml.YamlNode;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.Plugin;
import org.trellisrec.spi.Recommender;

/** Reads {@code models}. */
final class ModelsReader {
  static final List<String> KEYS = List.of("model", "meta", "early_stopping");
  private static final String MONITOR = "monitor";
  static final String EXTERNAL = "external.";
  private static final int MOST_MEANT = 3;

  private final LoadScope scope;
  private final MonitorReader monitors;
  private final Map<String, String> labels = new HashMap<>();

  /**
   * A reader.
   *
   * @param evaluation empty if it has a problem, so that names of metrics cannot be checked
   */
  ModelsReader(LoadScope scope, Optional<EvaluationConfig> evaluation) {
    this.scope = scope;
    this.monitors = new MonitorReader(scope, evaluation);
  }

  List<ModelConfig> read(YamlNode.Mapping experiment) {
    List<ModelConfig> models = new ArrayList<>();
    Optional<YamlNode> node = experiment.get("models");
    Optional<YamlNode.Mapping> map = node.flatMap(n -> scope.map(n, "models"));
    if (node.isEmpty() || map.filter(m -> m.entries().isEmpty()).isPresent()) {
      Position at = node.map(YamlNode::at).orElse(experiment.at());
      scope.problem(at, "experiment needs 'models' with at least one model");
    }
    map.ifPresent(
        m -> m.entries().forEach((label, entry) -> read(label, entry).ifPresent(models::add)));
    return models;
  }

  private Optional<ModelConfig> read(String label, YamlNode.Entry entry) {
    String name = "models." + label;
    scope.checkLabel(label, entry.keyAt(), "the model name");
    String twin = labels.putIfAbsent(label.toLowerCase(Locale.ROOT), label);
    if (twin != null) {
      scope.problem(
          entry.keyAt(), "the models '%s' and '%s' differ only in case; rename one", twin, label);
    }
    Optional<YamlNode.Mapping> map = scope.map(entry.value(), name);
    Optional<Plugin<Recommender>> plugin = map.flatMap(m -> plugin(label, entry.keyAt(), m, name));
    return plugin.flatMap(p -> read(label, entry.keyAt(), p, map.get(), name));
  }

  private Optional<Plugin<Recommender>> plugin(
      String label, Position at, YamlNode.Mapping map, String name) {
    PluginReader plugins = new PluginReader(scope);
    if (map.get("model").isPresent()) {
      return plugins.plugin(Recommender.class, map, "model", name);
    }
    String word = label.startsWith(EXTERNAL) ? label.substring(EXTERNAL.length()) : label;
    Optional<Plugin<Recommender>> plugin = scope.catalog().find(Recommender.class, word);
    if (!word.equals(label) && plugin.filter(scope.catalog()::isBuiltIn).isPresent()) {
      scope.note(
          at,
          "%s is the %s of this program: there is no other of this name, and '%s' is passed over; a model of your own is a plugin under a name of its own"
              .formatted(name, plugin.get().name(), EXTERNAL));
    }
    if (plugin.isEmpty()) {
      scope.problem(
          at,
          "%s: %s (a label of your own needs 'model: NAME')",
          name,
          scope.catalog().unknown(Recommender.class, word));
    }
    return plugin;
  }

  private Optional<ModelConfig> read(
      String label, Position at, Plugin<Recommender> plugin, YamlNode.Mapping map, String name) {
    int before = scope.problems().count();
    Optional<ModelMeta> meta = meta(map, name);
    Optional<EarlyStoppingConfig> stopping =
        map.get("early_stopping")
            .filter(node -> !node.isNull())
            .flatMap(node -> scope.map(node, name + ".early_stopping"))
            .flatMap(m -> stopping(m, meta, name + ".early_stopping"));
    meta.ifPresent(known -> noteUnusedMetric(known, map, name));
    int beforeParams = scope.problems().count();
    YamlNode.Mapping own = params(plugin, map, name);
    sayWhoHasTheKeys(plugin, own, name);
    SpaceReader.Result params =
        new SpaceReader(scope.bind().forInputs(), plugin.name())
            .read(plugin.params(), own, name, KEYS);
    if (scope.problems().count() == beforeParams) {
      new SearchChecks(scope)
          .check(new Choices(name, plugin.params(), params.fixed(), params.space()), meta, map);
    }
    if (meta.isEmpty() || scope.problems().count() > before) {
      return Optional.empty();
    }
    Places places = Places.of(label, at, map);
    ModelConfig model =
        new ModelConfig(
            label, places, plugin, params.fixed(), params.space(), meta.get(), stopping);
    if (!params.space().domains().isEmpty()) {
      return Optional.of(model);
    }
    Map<String, Object> all = model.parameters(Map.of());
    return Optional.of(
        new ModelConfig(label, places, plugin, all, params.space(), meta.get(), stopping));
  }

  private YamlNode.Mapping params(Plugin<Recommender> plugin, YamlNode.Mapping map, String name) {
    return ElliotKeys.strip(
        map.without(Set.copyOf(KEYS)), ElliotKeys.ofModel(plugin.params()), name, scope);
  }

  /** Of keys that are unknown here, few other models may have all: then one of them is meant. */
  private void sayWhoHasTheKeys(Plugin<Recommender> plugin, YamlNode.Mapping own, String name) {
    if (has(plugin, own.keys())) {
      return;
    }
    List<String> meant =
        scope.catalog().all(Recommender.class).stream()
            .filter(other -> has(other, own.keys()))
            .map(Plugin::name)
            .toList();
    if (!meant.isEmpty() && meant.size() <= MOST_MEANT) {
      scope.problem(
          own.at(),
          "%s: its keys are not all parameters of %s, but of %s; if that is the model you mean, set"
              + " 'model: %s'",
          name,
          plugin.name(),
          String.join(" and of ", meant),
          meant.get(0));
    }
  }

  private static boolean has(Plugin<Recommender> plugin, List<String> keys) {
    RecordSpec spec = RecordSpec.of(plugin.params());
    Set<String> unused = ElliotKeys.ofModel(plugin.params()).keySet();
    return keys.stream().allMatch(key -> spec.find(key).isPresent() || unused.contains(key));
  }

  private Optional<ModelMeta> meta(YamlNode.Mapping map, String name) {
    YamlNode node = map.get("meta").orElse(new YamlNode.Mapping(map.at(), Map.of()));
    String section = name + ".meta";
    return scope.map(node, section).flatMap(m -> bound(m, section));
  }

  /** Metric and folder are checked even where other keys are wrong, so that all is told at once. */
  private Optional<ModelMeta> bound(YamlNode.Mapping map, String section) {
    Optional<ModelMeta> keys = new RecordBinder(scope.bind()).bind(ModelMeta.class, map, section);
    Optional<String> metric = metric(map, "validation_metric", section);
    Optional<Restore> restore = restore(map, section);
    return keys.flatMap(meta -> metric.map(meta::withValidationMetric))
        .flatMap(meta -> restore.map(meta::withRestore));
  }

  private void noteUnusedMetric(ModelMeta meta, YamlNode.Mapping map, String name) {
    boolean stopsByIt =
        map.get("early_stopping").filter(node -> !node.isNull()).isPresent()
            && map.entry("early_stopping", MONITOR)
                .filter(monitor -> !monitor.value().isNull())
                .isEmpty();
    if (meta.optimizeInternalLoss() && !stopsByIt) {
      map.entry("meta", "validation_metric")
          .ifPresent(
              given ->
                  scope.note(
                      given.keyAt(),
                      name
                          + ".meta.validation_metric has no effect beside optimize_internal_loss:"
                          + " the training loss decides"));
    }
  }

  /** A run folder starts where other paths of the file do, and must be there. */
  private Optional<Restore> restore(YamlNode.Mapping meta, String section) {
    Optional<YamlNode.Scalar> given = word(meta, "restore");
    Optional<Restore> asked = given.flatMap(word -> parsed(word.text()));
    if (asked.flatMap(Restore::run).isEmpty()) {
      return asked.or(() -> Optional.of(Restore.NOTHING));
    }
    return scope
        .bind()
        .forInputs()
        .path(given.orElseThrow(), section + ".restore")
        .map(Restore::of);
  }

  /** What cannot be parsed is a problem of the binder. */
  private static Optional<Restore> parsed(String text) {
    try {
      return Optional.of(Restore.parse(text));
    } catch (InputException e) {
      return Optional.empty();
    }
  }

  private Optional<EarlyStoppingConfig> stopping(
      YamlNode.Mapping map, Optional<ModelMeta> meta, String section) {
    Optional<EarlyStoppingConfig> keys =
        new RecordBinder(scope.bind()).bind(EarlyStoppingConfig.class, map, section);
    Optional<String> watched =
        word(map, MONITOR).isPresent()
            ? monitor(map, section)
            : meta.map(ModelMeta::validationMetric);
    return keys.flatMap(stopping -> watched.map(stopping::withMonitor));
  }

  private Optional<String> monitor(YamlNode.Mapping map, String section) {
    boolean loss =
        word(map, MONITOR)
            .filter(w -> w.text().equalsIgnoreCase(EarlyStoppingConfig.LOSS))
            .isPresent();
    return loss ? Optional.of(EarlyStoppingConfig.LOSS) : metric(map, MONITOR, section);
  }

  /** The metric that a key names; by default the first one. */
  private Optional<String> metric(YamlNode.Mapping map, String key, String section) {
    Optional<YamlNode.Scalar> given = word(map, key);
    return given.isEmpty()
        ? monitors.first()
        : monitors.read(given.get().text(), given.get().at(), section + "." + key);
  }

  private static Optional<YamlNode.Scalar> word(YamlNode.Mapping map, String key) {
    return map.get(key)
        .filter(node -> node instanceof YamlNode.Scalar && !node.isNull())
        .map(YamlNode.Scalar.class::cast);
  }
}
