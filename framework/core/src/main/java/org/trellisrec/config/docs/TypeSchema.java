package org.trellisrec.config.docs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.trellisrec.config.bind.ParamSpec;
import org.trellisrec.config.bind.ParamType;
import org.trellisrec.config.bind.Plain;
import org.trellisrec.config.bind.Range;
import org.trellisrec.config.bind.RecordBinder;
import org.trellisrec.config.bind.RecordSpec;

/** JSON Schema of parameters. */
final class TypeSchema {
  static final String TYPE = "type";
  static final String ANY_OF = "anyOf";
  static final String OBJECT = "object";
  static final Map<String, Object> VARIABLE = Map.of("$ref", "#/$defs/variable");
  static final Map<String, Object> DISTRIBUTION = Map.of("$ref", "#/$defs/distribution");

  private TypeSchema() {}

  /**
   * The properties of a map that is bound to a record, aliases included.
   *
   * @param searched true if every parameter may also be searched
   */
  static Map<String, Object> properties(Class<? extends Record> type, boolean searched) {
    Map<String, Object> properties = new LinkedHashMap<>();
    for (ParamSpec param : RecordSpec.of(type).params()) {
      properties.put(param.key(), property(param, searched));
      param.aliases().forEach(alias -> properties.put(alias, property(param, searched)));
    }
    return properties;
  }

  /** A map that has these properties and no others. */
  static Map<String, Object> closed(Map<String, Object> properties) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put(TYPE, OBJECT);
    schema.put("properties", properties);
    schema.put("additionalProperties", false);
    return schema;
  }

  /** A value of this schema, or a list of them. */
  static Map<String, Object> oneOrSeveral(Object schema) {
    return Map.of(ANY_OF, List.of(schema, Map.of(TYPE, "array", "minItems", 1)));
  }

  private static Map<String, Object> property(ParamSpec param, boolean searched) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("description", param.description());
    if (!param.isRequired() && !param.isOptional()) {
      schema.put("default", Plain.of(RecordBinder.defaultOf(param)));
    }
    List<Object> forms = new ArrayList<>(forms(param.type(), param.range(), searched));
    if (searched && param.type().isSingle()) {
      forms.add(Map.of(TYPE, "array", "minItems", 1));
      forms.add(DISTRIBUTION);
    }
    if (param.isOptional()) {
      forms.add(Map.of(TYPE, "null"));
    }
    schema.put(ANY_OF, forms);
    return schema;
  }

  private static List<Object> forms(ParamType type, Range range, boolean searched) {
    if (type instanceof ParamType.ListOf list) {
      return listForms(list, range, searched);
    }
    if (type instanceof ParamType.MapOf map) {
      Map<String, Object> value = Map.of(ANY_OF, forms(map.value(), range, false));
      return List.of(Map.of(TYPE, OBJECT, "additionalProperties", value));
    }
    if (type instanceof ParamType.Nested group) {
      return List.of(closed(properties(group.type(), searched)));
    }
    return scalarForms(type, range);
  }

  private static List<Object> listForms(ParamType.ListOf list, Range range, boolean searched) {
    List<Object> elements = forms(list.element(), range, false);
    Map<String, Object> array = new LinkedHashMap<>();
    array.put(TYPE, "array");
    if (!searched) {
      array.put("items", Map.of(ANY_OF, elements));
    }
    List<Object> forms = new ArrayList<>(List.of(array));
    forms.addAll(elements);
    if (searched) {
      forms.add(Map.of(TYPE, "string", "pattern", "^\\("));
      forms.add(DISTRIBUTION);
    }
    return forms;
  }

  private static List<Object> scalarForms(ParamType type, Range range) {
    if (type instanceof ParamType.Whole) {
      return List.of(number("integer", range), VARIABLE);
    }
    if (type instanceof ParamType.Real) {
      return List.of(number("number", range), VARIABLE);
    }
    if (type instanceof ParamType.Bool) {
      return List.of(Map.of(TYPE, "boolean"), VARIABLE);
    }
    if (type instanceof ParamType.Choice choice) {
      return List.of(Map.of("enum", choice.names()), VARIABLE);
    }
    return type instanceof ParamType.FilePath
        ? List.of(Map.of(TYPE, "string"))
        : List.of(Map.of(TYPE, List.of("string", "number", "boolean")));
  }

  private static Map<String, Object> number(String type, Range range) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put(TYPE, type);
    if (Double.isFinite(range.min())) {
      schema.put(range.aboveMin() ? "exclusiveMinimum" : "minimum", plain(range.min()));
    }
    if (Double.isFinite(range.max())) {
      schema.put(range.belowMax() ? "exclusiveMaximum" : "maximum", plain(range.max()));
    }
    return schema;
  }

  private static Number plain(double value) {
    if (value == Math.rint(value) && Math.abs(value) < 1e15) {
      return (long) value;
    }
    return value;
  }
}
