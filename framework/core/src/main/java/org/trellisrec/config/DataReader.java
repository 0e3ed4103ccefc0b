package org.trellisrec.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.trellisrec.config.yaml.YamlNode;
import org.trellisrec.spi.DatasetReader;
import org.trellisrec.spi.Plugin;
import org.trellisrec.spi.Prefilter;

/** Reads {@code data_config} and {@code prefiltering}. */
final class DataReader {
  private static final String STRATEGY = "strategy";

  private final LoadScope scope;

  DataReader(LoadScope scope) {
    this.scope = scope;
  }

  Optional<PluginConfig<DatasetReader>> reader(YamlNode.Mapping experiment) {
    Optional<YamlNode> node = experiment.get("data_config");
    if (node.isEmpty()) {
      scope.problem(experiment.at(), "experiment needs 'data_config': it says where the data are");
      return Optional.empty();
    }
    PluginReader plugins = new PluginReader(scope);
    Optional<YamlNode.Mapping> map = scope.map(node.get(), "data_config");
    Optional<Plugin<DatasetReader>> plugin =
        map.flatMap(m -> plugins.plugin(DatasetReader.class, m, STRATEGY, "data_config"));
    return plugin.flatMap(p -> plugins.bind(p, params(p, map.get()), "data_config"));
  }

  private YamlNode.Mapping params(Plugin<DatasetReader> plugin, YamlNode.Mapping map) {
    return ElliotKeys.strip(
        map.without(Set.of(STRATEGY, Section.SIDE_INFORMATION.key())),
        ElliotKeys.ofDataConfig(plugin.params()),
        "data_config",
        scope);
  }

  List<PluginConfig<Prefilter>> prefilters(YamlNode.Mapping experiment) {
    List<PluginConfig<Prefilter>> prefilters = new ArrayList<>();
    Optional<YamlNode> node = experiment.get("prefiltering");
    List<YamlNode> items = node.map(LoadScope::items).orElse(List.of());
    for (int i = 0; i < items.size(); i++) {
      String name = node.get() instanceof YamlNode.Sequence ? "[" + i + "]" : "";
      new PluginReader(scope)
          .read(Prefilter.class, items.get(i), STRATEGY, "prefiltering" + name)
          .ifPresent(prefilters::add);
    }
    return prefilters;
  }
}
