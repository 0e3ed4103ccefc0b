package org.trellisrec.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.trellisrec.config.bind.BindScope;
import org.trellisrec.config.bind.ParamSpec;
import org.trellisrec.config.bind.RecordSpec;
import org.trellisrec.config.yaml.Problems;
import org.trellisrec.config.yaml.YamlNode;
import org.trellisrec.config.yaml.YamlReader;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.Metric;
import org.trellisrec.spi.Plugin;

/** Metrics chosen on the command line rather than in an experiment. */
public final class MetricSelection {
  private static final String ALL = "all";

  private MetricSelection() {}

  /**
   * The metrics chosen.
   *
   * @param byDefault those that only {@code all} stands for
   * @param asked those that are named or configured
   */
  public record Chosen(List<PluginConfig<Metric>> byDefault, List<PluginConfig<Metric>> asked) {
    /** Keeps its own copies. */
    public Chosen {
      byDefault = List.copyOf(byDefault);
      asked = List.copyOf(asked);
    }

    /** All of them, those of a file last. */
    public List<PluginConfig<Metric>> metrics() {
      return Stream.concat(byDefault.stream(), asked.stream()).toList();
    }
  }

  /**
   * The metrics that a text names, each with its default parameters.
   *
   * @param names names or aliases between commas, or {@code all}: every metric that needs no
   *     parameters
   * @throws InputException naming an unknown metric, one that needs parameters, or a repeated one
   */
  public static List<PluginConfig<Metric>> named(String names, PluginCatalog catalog) {
    return plugins(names, catalog).stream().map(MetricSelection::withDefaults).toList();
  }

  private static List<Plugin<Metric>> plugins(String names, PluginCatalog catalog) {
    if (isAll(names)) {
      return catalog.all(Metric.class).stream()
          .filter(plugin -> Params.haveDefaults(plugin.params()))
          .toList();
    }
    List<Plugin<Metric>> plugins = new ArrayList<>();
    for (String name : names.split(",", -1)) {
      Plugin<Metric> plugin = catalog.get(Metric.class, name.strip());
      if (plugins.contains(plugin)) {
        throw new InputException("the metric %s is named twice; name it once", plugin.name());
      }
      plugins.add(plugin);
    }
    return plugins;
  }

  /**
   * The metrics that a text names and those of a file, the latter last. {@code all} leaves out with
   * its defaults what the file configures; a named metric that needs parameters is the one that the
   * file configures.
   *
   * @param names as for {@link #named}
   * @param file as for {@link #file}, or null for none
   * @throws InputException as for both, or if a metric is named that needs no parameters and that
   *     the file configures as well
   */
  public static Chosen of(String names, Path file, PluginCatalog catalog) {
    MetricLabels labels = new MetricLabels(catalog);
    List<PluginConfig<Metric>> configured = file == null ? List.of() : file(file, catalog, labels);
    Set<String> known =
        configured.stream().map(PluginConfig::name).collect(Collectors.toCollection(TreeSet::new));
    List<PluginConfig<Metric>> metrics = new ArrayList<>();
    for (Plugin<Metric> plugin : plugins(names, catalog)) {
      if (!known.contains(plugin.name())) {
        metrics.add(withDefaults(plugin));
      } else if (!isAll(names) && Params.haveDefaults(plugin.params())) {
        throw new InputException(
            "the metric %s is named and configured in %s as well; keep one of them",
            plugin.name(), file);
      }
    }
    for (PluginConfig<Metric> metric : metrics) {
      labels
          .add(metric)
          .ifPresent(
              clash -> {
                throw new InputException("the metric %s %s", metric.name(), clash);
              });
    }
    if (isAll(names)) {
      return new Chosen(metrics, configured);
    }
    metrics.addAll(configured);
    return new Chosen(List.of(), metrics);
  }

  /**
   * The metrics that {@code all} leaves out because they need parameters.
   *
   * @param names as for {@link #named}
   * @param chosen what has been chosen, by name or by file
   */
  public static List<String> leftOut(String names, Chosen chosen, PluginCatalog catalog) {
    List<String> left = new ArrayList<>(isAll(names) ? catalog.names(Metric.class) : List.of());
    chosen.metrics().forEach(metric -> left.remove(metric.name()));
    return List.copyOf(left);
  }

  private static boolean isAll(String names) {
    return names.strip().equalsIgnoreCase(ALL);
  }

  private static PluginConfig<Metric> withDefaults(Plugin<Metric> plugin) {
    required(plugin)
        .ifPresent(
            param -> {
              throw new InputException(
                  "the metric %s needs '%s' (%s); give it in the file of --complex",
                  plugin.name(), param.key(), param.description());
            });
    try {
      return new PluginConfig<>(
          plugin.name(), plugin, Params.of(plugin.params(), Map.of(), plugin.name()));
    } catch (InputException e) {
      throw new InputException("%s; give the metric in the file of --complex", e.getMessage());
    }
  }

  private static Optional<ParamSpec> required(Plugin<Metric> plugin) {
    return RecordSpec.of(plugin.params()).params().stream()
        .filter(ParamSpec::isRequired)
        .findFirst();
  }

  /**
   * The metrics of a file: a list of maps, each with the metric's name under {@code metric} and its
   * parameters, as under {@code complex_metrics}. JSON or YAML; relative paths start at its folder.
   *
   * @throws InputException naming every problem by line and column, such as two metrics that result
   *     tables would call the same
   */
  public static List<PluginConfig<Metric>> file(Path file, PluginCatalog catalog) {
    return file(file, catalog, new MetricLabels(catalog));
  }

  private static List<PluginConfig<Metric>> file(
      Path file, PluginCatalog catalog, MetricLabels labels) {
    Problems problems = new Problems();
    LoadScope scope = new LoadScope(catalog, BindScope.of(problems, "{0}"), new ArrayList<>());
    PluginReader plugins = new PluginReader(scope);
    List<PluginConfig<Metric>> metrics = new ArrayList<>();
    Optional<YamlNode> tree =
        new YamlReader(problems, System::getenv).read(file, "file of metrics");
    List<YamlNode> items = tree.map(LoadScope::items).orElse(List.of());
    for (int i = 0; i < items.size(); i++) {
      String name = "[" + i + "]";
      YamlNode at = items.get(i);
      plugins
          .read(Metric.class, at, "metric", name)
          .filter(metric -> fits(metric, labels, scope, at, name))
          .ifPresent(metrics::add);
    }
    problems.throwIfAny();
    return metrics;
  }

  private static boolean fits(
      PluginConfig<Metric> metric, MetricLabels labels, LoadScope scope, YamlNode at, String name) {
    try {
      Optional<String> clash = labels.add(metric);
      clash.ifPresent(text -> scope.problem(at.at(), "%s %s", name, text));
      return clash.isEmpty();
    } catch (InputException e) {
      scope.problem(at.at(), "%s: %s", name, e.getMessage());
      return false;
    }
  }
}
