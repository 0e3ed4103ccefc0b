package org.trellisrec.config.docs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.trellisrec.config.ElliotKeys;
import org.trellisrec.config.PluginCatalog;
import org.trellisrec.config.PluginKind;
import org.trellisrec.config.Section;
import org.trellisrec.config.Settings;
import org.trellisrec.config.search.DomainReader;
import org.trellisrec.multiobjective.ObjectiveConfig;

/** The JSON Schema (draft 2020-12) of configuration files, for completion and checks in editors. */
final class JsonSchema {
  private static final String STRATEGY = "strategy";
  private static final String MODEL = "model";

  private final PluginSchema plugins;

  JsonSchema(PluginCatalog catalog) {
    this.plugins = new PluginSchema(catalog);
  }

  String text() {
    DefaultIndenter indent = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
    printer.indentObjectsWith(indent);
    try {
      return new ObjectMapper()
              .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
              .writer(printer)
              .writeValueAsString(schema())
          + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a schema of maps and lists cannot be written", e);
    }
  }

  private Map<String, Object> schema() {
    Map<String, Object> schema =
        new LinkedHashMap<>(TypeSchema.closed(Map.of("experiment", experiment())));
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("title", "TrellisRec experiment");
    schema.put("required", List.of("experiment"));
    schema.put("$defs", definitions());
    return schema;
  }

  private Map<String, Object> experiment() {
    Map<String, Object> properties = new LinkedHashMap<>();
    ElliotKeys.ofExperiment()
        .forEach((key, why) -> properties.put(key, Map.of("description", "No effect: " + why)));
    properties.put(ElliotKeys.GPU, Map.of("description", ElliotKeys.GPU_MEANING));
    properties.putAll(TypeSchema.properties(Settings.class, false));
    for (Section section : Section.values()) {
      Map<String, Object> described = new LinkedHashMap<>(section(section));
      described.put("description", section.description());
      properties.put(section.key(), described);
    }
    Map<String, Object> schema = new LinkedHashMap<>(TypeSchema.closed(properties));
    schema.put("required", List.of("dataset", "data_config", "evaluation", "models"));
    return schema;
  }

  private Map<String, Object> section(Section section) {
    Map<String, Object> plain = TypeSchema.properties(section.plainKeys(), false);
    return switch (section) {
      case DATA_CONFIG -> ref("reader");
      case SIDE_INFORMATION -> TypeSchema.closed(with(plain, sides()));
      case PREFILTERING -> anyOf(ref("prefilter"), listOf(ref("prefilter")));
      case SPLITTING -> TypeSchema.closed(with(plain, protocol()));
      case PROTOCOLS -> anyOf(mapOf(ref("protocol")), listOf(ref("protocol")));
      case NEGATIVE_SAMPLING -> TypeSchema.closed(plain);
      case EVALUATION -> TypeSchema.closed(with(plain, metrics()));
      case SIGNIFICANCE -> anyOf(TypeSchema.closed(plain), Map.of("type", "null"));
      case MULTI_OBJECTIVE -> anyOf(tradeOffs(plain), Map.of("type", "null"));
      case ANALYSES ->
          listOf(anyOf(Map.of("enum", plugins.names(PluginKind.ANALYSIS)), ref("analysis")));
      case MODELS -> plugins.models();
    };
  }

  /** An objective may also be the mere name of a metric. */
  private static Map<String, Object> tradeOffs(Map<String, Object> plain) {
    Map<String, Object> objective =
        anyOf(
            Map.of("type", "string"),
            TypeSchema.closed(TypeSchema.properties(ObjectiveConfig.class, false)));
    return TypeSchema.closed(with(plain, Map.of("objectives", listOf(objective))));
  }

  private static Map<String, Object> sides() {
    Map<String, Object> source = ref(PluginKind.SIDE_INFORMATION_READER.key());
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("users", anyOf(source, listOf(source)));
    properties.put("items", anyOf(source, listOf(source)));
    return properties;
  }

  private static Map<String, Object> protocol() {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("test_splitting", ref("splitter"));
    properties.put("validation_splitting", ref("splitter"));
    properties.put("draw", Map.of("type", "string"));
    return properties;
  }

  private Map<String, Object> metrics() {
    Map<String, Object> metric =
        anyOf(Map.of("enum", plugins.names(PluginKind.METRIC)), ref("metric"));
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("simple_metrics", anyOf(metric, listOf(metric)));
    properties.put("complex_metrics", anyOf(metric, listOf(metric)));
    return properties;
  }

  private Map<String, Object> definitions() {
    Map<String, Object> definitions = new LinkedHashMap<>();
    for (PluginKind kind : PluginKind.values()) {
      definitions.put(kind.plural(), plugins.definitions(kind, keyOf(kind)));
      String single = kind == PluginKind.RECOMMENDER ? "own_model" : kind.key();
      definitions.put(single, plugins.named(kind, keyOf(kind)));
    }
    definitions.put(
        "protocol", TypeSchema.closed(with(Map.of("name", Map.of("type", "string")), protocol())));
    definitions.put("variable", Map.of("type", "string", "pattern", "\\$\\{"));
    definitions.put("distribution", distribution());
    return definitions;
  }

  private static String keyOf(PluginKind kind) {
    return switch (kind) {
      case RECOMMENDER -> MODEL;
      case METRIC -> "metric";
      case ANALYSIS -> "analysis";
      case SPLITTER, PREFILTER, READER, SIDE_INFORMATION_READER -> STRATEGY;
    };
  }

  private static Map<String, Object> distribution() {
    Map<String, Object> properties = new LinkedHashMap<>();
    DomainReader.keys().forEach(key -> properties.put(key, Map.of("type", "array")));
    Map<String, Object> schema = new LinkedHashMap<>(TypeSchema.closed(properties));
    schema.put("minProperties", 1);
    schema.put("maxProperties", 1);
    return schema;
  }

  private static Map<String, Object> ref(String definition) {
    return Map.of("$ref", "#/$defs/" + definition);
  }

  private static Map<String, Object> anyOf(Object... schemas) {
    return Map.of(TypeSchema.ANY_OF, List.of(schemas));
  }

  private static Map<String, Object> listOf(Map<String, Object> items) {
    return Map.of("type", "array", "items", items);
  }

  private static Map<String, Object> mapOf(Map<String, Object> values) {
    return Map.of("type", "object", "additionalProperties", values);
  }

  private static Map<String, Object> with(Map<String, Object> some, Map<String, Object> more) {
    Map<String, Object> all = new LinkedHashMap<>(some);
    all.putAll(more);
    return all;
  }
}
