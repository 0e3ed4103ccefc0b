package org.trellisrec.config;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.trellisrec.config.yaml.YamlNode;
import org.trellisrec.spi.Analysis;

/** Reads {@code analyses}: names, or maps with a name and parameters. */
final class AnalysesReader {
  /** The key that names an analysis. */
  static final String KEY = "analysis";

  private final LoadScope scope;
  private final PluginReader plugins;

  AnalysesReader(LoadScope scope) {
    this.scope = scope;
    this.plugins = new PluginReader(scope);
  }

  List<PluginConfig<Analysis>> read(YamlNode.Mapping experiment) {
    String section = Section.ANALYSES.key();
    return experiment.get(section).map(list -> read(list, section)).orElse(List.of());
  }

  /** Those of a list, or of a single name or map. */
  List<PluginConfig<Analysis>> read(YamlNode list, String section) {
    List<YamlNode> nodes = LoadScope.items(list);
    List<PluginConfig<Analysis>> analyses = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (int i = 0; i < nodes.size(); i++) {
      YamlNode node = nodes.get(i);
      String name = "%s[%d]".formatted(section, i);
      Optional<PluginConfig<Analysis>> analysis = single(node, name);
      if (analysis.isPresent() && !names.add(analysis.get().name())) {
        scope.problem(
            node.at(),
            "%s: the analysis '%s' is listed twice, and would write its files twice; remove one",
            name,
            analysis.get().name());
      }
      analysis.ifPresent(analyses::add);
    }
    return analyses;
  }

  private Optional<PluginConfig<Analysis>> single(YamlNode node, String name) {
    if (node instanceof YamlNode.Scalar) {
      YamlNode.Mapping none = new YamlNode.Mapping(node.at(), Map.of());
      return plugins
          .lookUp(Analysis.class, node, name)
          .flatMap(plugin -> plugins.bind(plugin, none, name));
    }
    return plugins.read(Analysis.class, node, KEY, name);
  }
}
