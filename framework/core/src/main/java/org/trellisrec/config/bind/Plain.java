package org.trellisrec.config.bind;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.trellisrec.config.yaml.Position;
import org.trellisrec.config.yaml.YamlNode;
import org.trellisrec.data.EnumWord;

/**
 * Parameter values as plain objects, as YAML and JSON have them: whole numbers, doubles, booleans,
 * strings, lists, and maps from strings.
 */
public final class Plain {
  private Plain() {}

  /** The plain form of a bound value. */
  public static Object of(Object value) {
    return of(value, Path::toString);
  }

  private static Object of(Object value, Function<Path, String> paths) {
    if (value instanceof Record params && !isParsed(params)) {
      return mapOf(params, paths);
    }
    if (value instanceof List<?> list) {
      return list.stream().map(inner -> of(inner, paths)).toList();
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> plain = new LinkedHashMap<>();
      map.forEach((key, inner) -> plain.put(key.toString(), of(inner, paths)));
      return Collections.unmodifiableMap(plain);
    }
    if (value instanceof Path path) {
      return paths.apply(path);
    }
    if (value instanceof Enum<?> constant) {
      return EnumWord.of(constant);
    }
    return value instanceof Number || value instanceof Boolean ? value : value.toString();
  }

  private static boolean isParsed(Record value) {
    return ParamTypes.of(value.getClass(), value.getClass().getName()) instanceof ParamType.Parsed;
  }

  /** The parameters of a record by key; those that are null are left out. */
  public static Map<String, Object> mapOf(Record params) {
    return mapOf(params, Path::toString);
  }

  /**
   * The parameters of a record by key; those that are null are left out.
   *
   * @param paths what stands for a path
   */
  public static Map<String, Object> mapOf(Record params, Function<Path, String> paths) {
    Map<String, Object> plain = new LinkedHashMap<>();
    for (ParamSpec param : RecordSpec.of(params.getClass()).params()) {
      Object value = param.valueIn(params);
      if (value != null) {
        plain.put(param.key(), of(value, paths));
      }
    }
    return Collections.unmodifiableMap(plain);
  }

  /** The tree of a plain value, as if it were written at {@code at}. */
  public static YamlNode node(Object value, Position at) {
    Object plain = of(value);
    if (plain instanceof List<?> list) {
      List<YamlNode> items = new ArrayList<>();
      list.forEach(item -> items.add(node(item, at)));
      return new YamlNode.Sequence(at, items);
    }
    if (plain instanceof Map<?, ?> map) {
      return mapping(map, at);
    }
    return new YamlNode.Scalar(at, plain.toString(), true);
  }

  /** The tree of a map of plain values; null values are left out. */
  public static YamlNode.Mapping mapping(Map<?, ?> map, Position at) {
    Map<String, YamlNode.Entry> entries = new LinkedHashMap<>();
    map.forEach(
        (key, value) -> {
          if (value != null) {
            entries.put(key.toString(), new YamlNode.Entry(at, node(value, at)));
          }
        });
    return new YamlNode.Mapping(at, entries);
  }
}
