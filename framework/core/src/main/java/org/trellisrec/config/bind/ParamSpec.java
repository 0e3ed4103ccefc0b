package org.trellisrec.config.bind;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.trellisrec.spi.Param;

/**
 * One parameter of a params record, as declared by {@link Param}.
 *
 * @param key the YAML key: the component's name in snake case
 * @param type what it may hold
 * @param description one sentence
 * @param byDefault the default as in YAML, or {@link Param#REQUIRED} or {@link Param#OPTIONAL}
 * @param range the numbers allowed
 * @param aliases other keys read as this one
 * @param path reads the component: through the records that it is inlined from, outermost first
 */
public record ParamSpec(
    String key,
    ParamType type,
    String description,
    String byDefault,
    Range range,
    List<String> aliases,
    List<Method> path) {

  /** Keeps its own copies. */
  public ParamSpec {
    aliases = List.copyOf(aliases);
    path = List.copyOf(path);
  }

  static ParamSpec of(RecordComponent component) {
    String where = component.getDeclaringRecord().getName() + "." + component.getName();
    Param param = component.getAnnotation(Param.class);
    if (param == null) {
      throw new IllegalStateException(where + " is not annotated with @Param");
    }
    ParamSpec spec =
        new ParamSpec(
            snakeCase(component.getName()),
            ParamTypes.of(component.getGenericType(), where),
            param.description(),
            param.byDefault(),
            new Range(param.min(), param.max(), param.aboveMin(), param.belowMax()),
            List.of(param.aliases()),
            List.of(accessor(component)));
    if (spec.isOptional() && component.getType().isPrimitive()) {
      throw new IllegalStateException(where + " is optional but cannot be null");
    }
    return spec;
  }

  static Method accessor(RecordComponent component) {
    Method accessor = component.getAccessor();
    accessor.setAccessible(true);
    return accessor;
  }

  /** The same parameter with another default. */
  ParamSpec withDefault(String other) {
    return new ParamSpec(key, type, description, other, range, aliases, path);
  }

  /** The same parameter of a record that {@code outer} reads from an outer one. */
  ParamSpec within(Method outer) {
    List<Method> longer = new ArrayList<>(path);
    longer.add(0, outer);
    return new ParamSpec(key, type, description, byDefault, range, aliases, longer);
  }

  /** True if there is no default. */
  public boolean isRequired() {
    return byDefault.equals(Param.REQUIRED);
  }

  /** True if it may be left out and is then null. */
  public boolean isOptional() {
    return byDefault.equals(Param.OPTIONAL);
  }

  /** The value of this parameter in {@code params}. */
  public Object valueIn(Record params) {
    Object value = params;
    try {
      for (Method accessor : path) {
        value = accessor.invoke(value);
      }
      return value;
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("cannot read " + where(), e);
    }
  }

  /** The component in Java's words, for authors of params records. */
  String where() {
    String names = path.stream().map(Method::getName).collect(Collectors.joining("."));
    return path.get(0).getDeclaringClass().getName() + "." + names;
  }

  /** The YAML key of a component: {@code learningRate} becomes {@code learning_rate}. */
  static String snakeCase(String name) {
    return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2")
        .replaceAll("([A-Z]+)([A-Z][a-z])", "$1_$2")
        .toLowerCase(Locale.ROOT);
  }
}
