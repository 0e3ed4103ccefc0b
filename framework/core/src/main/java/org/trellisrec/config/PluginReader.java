package org.trellisrec.config;

import java.util.Optional;
import java.util.Set;
import org.trellisrec.config.bind.RecordBinder;
import org.trellisrec.config.yaml.YamlNode;
import org.trellisrec.spi.Plugin;

/** Reads a map that names a plugin and gives its parameters. */
final class PluginReader {
  private final LoadScope scope;

  PluginReader(LoadScope scope) {
    this.scope = scope;
  }

  /**
   * The plugin with its parameters.
   *
   * @param key the key that names the plugin, for instance {@code strategy}
   * @param name what messages call the map
   * @return nothing if there was a problem
   */
  <T> Optional<PluginConfig<T>> read(Class<T> kind, YamlNode node, String key, String name) {
    Optional<YamlNode.Mapping> map = scope.map(node, name);
    return map.flatMap(m -> plugin(kind, m, key, name))
        .flatMap(plugin -> bind(plugin, map.get().without(Set.of(key)), name));
  }

  /** The plugin that a map names; none or an unknown one is a problem. */
  <T> Optional<Plugin<T>> plugin(Class<T> kind, YamlNode.Mapping map, String key, String name) {
    Optional<YamlNode> given = map.get(key).filter(value -> !value.isNull());
    if (given.isEmpty()) {
      scope.problem(
          map.at(),
          "%s needs '%s', one of %s",
          name,
          key,
          String.join(", ", scope.catalog().names(kind)));
      return Optional.empty();
    }
    return lookUp(kind, given.get(), name + "." + key);
  }

  /** The plugin that a value names; an unknown one is a problem. */
  <T> Optional<Plugin<T>> lookUp(Class<T> kind, YamlNode value, String name) {
    if (!(value instanceof YamlNode.Scalar scalar)) {
      scope.problem(value.at(), "%s is %s, but must be a name", name, value.found());
      return Optional.empty();
    }
    Optional<Plugin<T>> plugin = scope.catalog().find(kind, scalar.text());
    if (plugin.isEmpty()) {
      scope.problem(value.at(), "%s: %s", name, scope.catalog().unknown(kind, scalar.text()));
    }
    return plugin;
  }

  /** The plugin with the parameters of a map. The files that these name must exist. */
  <T> Optional<PluginConfig<T>> bind(Plugin<T> plugin, YamlNode.Mapping params, String name) {
    String owner = "the %s %s".formatted(PluginKind.of(plugin.kind()).word(), plugin.name());
    return new RecordBinder(scope.bind().forInputs(), owner)
        .bind(plugin.params(), params, name)
        .map(bound -> new PluginConfig<>(plugin.name(), plugin, bound));
  }
}
