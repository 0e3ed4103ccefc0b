package org.trellisrec.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.trellisrec.config.yaml.Position;
import org.trellisrec.config.yaml.YamlNode;

/**
 * Where the keys of a model stand, for messages about what shows only after the file was read.
 *
 * @param name the label of the model, which may stand for several, each with another name
 * @param model where the model is configured
 * @param keys where its keys are that have a value, by dotted path, such as {@code meta.restore}
 */
public record Places(String name, Position model, Map<String, Position> keys) {
  /** Keeps its own copy. */
  public Places {
    keys = Collections.unmodifiableMap(new LinkedHashMap<>(keys));
  }

  static Places of(String name, Position model, YamlNode.Mapping map) {
    Map<String, Position> keys = new LinkedHashMap<>();
    collect(map, "", keys);
    return new Places(name, model, keys);
  }

  private static void collect(YamlNode.Mapping map, String prefix, Map<String, Position> into) {
    map.entries()
        .forEach(
            (key, entry) -> {
              if (!entry.value().isNull()) {
                into.put(prefix + key, entry.keyAt());
              }
              if (entry.value() instanceof YamlNode.Mapping inner) {
                collect(inner, prefix + key + ".", into);
              }
            });
  }

  /** Where this key is, or the model if it has no such key. */
  public Position of(String path) {
    return keys.getOrDefault(path, model);
  }
}
