package org.trellisrec.config.docs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.trellisrec.config.EarlyStoppingConfig;
import org.trellisrec.config.ElliotKeys;
import org.trellisrec.config.ModelMeta;
import org.trellisrec.config.PluginCatalog;
import org.trellisrec.config.PluginKind;
import org.trellisrec.config.Section;
import org.trellisrec.spi.Plugin;
import org.trellisrec.spi.Summary;

/** JSON Schema of maps that name a plugin and give its parameters. */
final class PluginSchema {
  private static final Map<String, Object> NO_EFFECT =
      Map.of("description", "Read for Elliot's sake; no effect.");

  private static final Map<String, Object> ELLIOT_LOADERS =
      Map.of("description", "Elliot's loaders; ItemAttributes is read as a source of items.");

  private final PluginCatalog catalog;

  PluginSchema(PluginCatalog catalog) {
    this.catalog = catalog;
  }

  /** The name and the aliases of every plugin of a kind. */
  List<String> names(PluginKind kind) {
    List<String> names = new ArrayList<>();
    catalog.all(kind.type()).forEach(plugin -> names.addAll(names(plugin)));
    return names;
  }

  private static List<String> names(Plugin<?> plugin) {
    List<String> names = new ArrayList<>(List.of(plugin.name()));
    names.addAll(plugin.aliases());
    return names;
  }

  /** One schema per plugin of a kind, by name. */
  Map<String, Object> definitions(PluginKind kind, String key) {
    Map<String, Object> definitions = new LinkedHashMap<>();
    for (Plugin<?> plugin : catalog.all(kind.type())) {
      definitions.put(plugin.name(), definition(kind, key, plugin));
    }
    return definitions;
  }

  private static Map<String, Object> definition(PluginKind kind, String key, Plugin<?> plugin) {
    boolean model = kind == PluginKind.RECOMMENDER;
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put(key, true);
    if (model) {
      properties.put("meta", TypeSchema.closed(TypeSchema.properties(ModelMeta.class, false)));
      properties.put(
          "early_stopping",
          TypeSchema.closed(TypeSchema.properties(EarlyStoppingConfig.class, false)));
      ElliotKeys.ofModel(plugin.params()).keySet().forEach(k -> properties.put(k, NO_EFFECT));
    }
    if (kind == PluginKind.READER) {
      properties.put(Section.SIDE_INFORMATION.key(), ELLIOT_LOADERS);
      ElliotKeys.ofDataConfig(plugin.params()).keySet().forEach(k -> properties.put(k, NO_EFFECT));
    }
    properties.putAll(TypeSchema.properties(plugin.params(), model));
    if (kind == PluginKind.SPLITTER) {
      properties.replaceAll((name, schema) -> TypeSchema.oneOrSeveral(schema));
    }
    Map<String, Object> schema = new LinkedHashMap<>(TypeSchema.closed(properties));
    if (model) {
      schema.put(TypeSchema.TYPE, List.of(TypeSchema.OBJECT, "null"));
    }
    Summary summary = plugin.type().getAnnotation(Summary.class);
    if (summary != null) {
      schema.put("description", summary.value());
    }
    return schema;
  }

  /** A map whose {@code key} names a plugin; the plugin decides which other keys there are. */
  Map<String, Object> named(PluginKind kind, String key) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put(TypeSchema.TYPE, TypeSchema.OBJECT);
    schema.put("required", List.of(key));
    schema.put("properties", Map.of(key, Map.of("enum", names(kind))));
    schema.put(
        "allOf",
        catalog.all(kind.type()).stream().map(plugin -> branch(kind, key, plugin)).toList());
    return schema;
  }

  private static Map<String, Object> branch(PluginKind kind, String key, Plugin<?> plugin) {
    Map<String, Object> branch = new LinkedHashMap<>();
    Map<String, Object> condition = new LinkedHashMap<>();
    condition.put("required", List.of(key));
    condition.put("properties", Map.of(key, Map.of("enum", names(plugin))));
    branch.put("if", condition);
    branch.put("then", reference(kind, plugin));
    return branch;
  }

  /** The schema of {@code models}: plugins by name, and labels of the user's own. */
  Map<String, Object> models() {
    Map<String, Object> properties = new LinkedHashMap<>();
    for (Plugin<?> plugin : catalog.all(PluginKind.RECOMMENDER.type())) {
      names(plugin)
          .forEach(name -> properties.put(name, reference(PluginKind.RECOMMENDER, plugin)));
    }
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put(TypeSchema.TYPE, TypeSchema.OBJECT);
    schema.put("minProperties", 1);
    schema.put("properties", properties);
    schema.put("patternProperties", Map.of("^external\\.", true));
    schema.put("additionalProperties", Map.of("$ref", "#/$defs/own_model"));
    return schema;
  }

  private static Map<String, Object> reference(PluginKind kind, Plugin<?> plugin) {
    return Map.of("$ref", "#/$defs/" + kind.plural() + "/" + plugin.name());
  }
}
