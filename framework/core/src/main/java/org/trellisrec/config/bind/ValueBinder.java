package org.trellisrec.config.bind;

import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import org.trellisrec.config.yaml.Suggestions;
import org.trellisrec.config.yaml.YamlNode;
import org.trellisrec.spi.InputException;

/** Binds one value of a tree to the type of a parameter; what does not fit is a problem. */
public final class ValueBinder {
  private static final Set<String> TRUE = Set.of("true", "yes", "on");
  private static final Set<String> FALSE = Set.of("false", "no", "off");

  private final BindScope scope;

  /** A binder that reports to this scope. */
  public ValueBinder(BindScope scope) {
    this.scope = scope;
  }

  /**
   * The value in Java.
   *
   * @param name the parameter as messages call it
   * @return the value, or nothing if there was a problem
   */
  public Optional<Object> bind(ParamType type, Range range, YamlNode node, String name) {
    if (type instanceof ParamType.ListOf list) {
      return list(list, range, node, name);
    }
    if (type instanceof ParamType.MapOf map) {
      return map(map, range, node, name);
    }
    if (type instanceof ParamType.Nested nested) {
      return nested(nested, range, node, name);
    }
    if (node instanceof YamlNode.Scalar scalar && !scalar.isNull()) {
      return scalar(type, range, scalar, name);
    }
    return wrong(type, range, node, name);
  }

  private Optional<Object> scalar(ParamType type, Range range, YamlNode.Scalar value, String name) {
    if (type instanceof ParamType.Whole whole) {
      return whole(whole, range, value, name);
    }
    if (type instanceof ParamType.Real) {
      OptionalDouble number = Numbers.real(value.text());
      return number.isPresent() && range.contains(number.getAsDouble())
          ? Optional.of(number.getAsDouble())
          : wrong(type, range, value, name);
    }
    if (type instanceof ParamType.Bool) {
      String word = value.text().toLowerCase(Locale.ROOT);
      return TRUE.contains(word) || FALSE.contains(word)
          ? Optional.of(TRUE.contains(word))
          : wrong(type, range, value, name);
    }
    if (type instanceof ParamType.Choice choice) {
      return choice(choice, value, name);
    }
    if (type instanceof ParamType.FilePath) {
      return scope.path(value, name).map(path -> path);
    }
    if (type instanceof ParamType.Parsed parsed) {
      return parsed(parsed, value, name);
    }
    return Optional.of(value.text());
  }

  private Optional<Object> whole(
      ParamType.Whole type, Range range, YamlNode.Scalar value, String name) {
    OptionalLong number = Numbers.whole(value.text());
    if (number.isEmpty()
        || number.getAsLong() < type.least()
        || number.getAsLong() > type.greatest()
        || !range.contains((double) number.getAsLong())) {
      return wrong(type, range, value, name);
    }
    long whole = number.getAsLong();
    return type.wide() ? Optional.of(whole) : Optional.of((int) whole);
  }

  private Optional<Object> choice(ParamType.Choice type, YamlNode.Scalar value, String name) {
    String wanted = value.text().replace('-', '_').replace(' ', '_');
    for (Enum<?> constant : type.type().getEnumConstants()) {
      if (constant.name().equalsIgnoreCase(wanted)) {
        return Optional.of(constant);
      }
    }
    String hint =
        Suggestions.nearest(value.text(), type.names())
            .map(near -> "; did you mean '" + near + "'?")
            .orElse("");
    scope
        .problems()
        .add(value.at(), "%s is %s, but must be %s%s", name, value.found(), type.expected(), hint);
    return Optional.empty();
  }

  private Optional<Object> parsed(ParamType.Parsed type, YamlNode.Scalar value, String name) {
    try {
      return Optional.of(type.parse().invoke(null, value.text()));
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof InputException wrong) {
        scope.problems().add(value.at(), "%s is %s: %s", name, value.found(), wrong.getMessage());
        return Optional.empty();
      }
      throw new IllegalStateException(type.parse() + " failed on " + value.found(), e.getCause());
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("cannot call " + type.parse(), e);
    }
  }

  private Optional<Object> list(ParamType.ListOf type, Range range, YamlNode node, String name) {
    if (node.isNull() || node instanceof YamlNode.Mapping) {
      return wrong(type, range, node, name);
    }
    List<Object> values = new ArrayList<>();
    List<YamlNode> items = Tuples.elements(node);
    for (int i = 0; i < items.size(); i++) {
      bind(type.element(), range, items.get(i), name + "[" + i + "]").ifPresent(values::add);
    }
    return values.size() == items.size() ? Optional.of(List.copyOf(values)) : Optional.empty();
  }

  private Optional<Object> map(ParamType.MapOf type, Range range, YamlNode node, String name) {
    if (!(node instanceof YamlNode.Mapping mapping)) {
      return wrong(type, range, node, name);
    }
    Map<String, Object> values = new LinkedHashMap<>();
    mapping
        .entries()
        .forEach(
            (key, entry) ->
                bind(type.value(), range, entry.value(), name + "." + key)
                    .ifPresent(value -> values.put(key, value)));
    return values.size() == mapping.entries().size()
        ? Optional.of(Collections.unmodifiableMap(values))
        : Optional.empty();
  }

  private Optional<Object> nested(ParamType.Nested type, Range range, YamlNode node, String name) {
    if (!(node instanceof YamlNode.Mapping mapping)) {
      return wrong(type, range, node, name);
    }
    return new RecordBinder(scope).bind(type.type(), mapping, name).map(bound -> bound);
  }

  private Optional<Object> wrong(ParamType type, Range range, YamlNode node, String name) {
    scope
        .problems()
        .add(
            node.at(), "%s is %s, but must be %s", name, node.found(), expected(type, range, node));
    return Optional.empty();
  }

  private static String expected(ParamType type, Range range, YamlNode node) {
    String text = node instanceof YamlNode.Scalar scalar ? scalar.text() : "";
    if (type instanceof ParamType.Whole whole) {
      boolean huge = Math.abs(Numbers.real(text).orElse(0)) >= Integer.MAX_VALUE;
      return within(
          type.expected(),
          huge ? range.within((double) whole.least(), (double) whole.greatest()) : range);
    }
    if (type instanceof ParamType.Real) {
      return within(Numbers.isNotFinite(text) ? "a finite number" : type.expected(), range);
    }
    return type.expected();
  }

  private static String within(String expected, Range range) {
    String limits = range.words();
    return limits.isEmpty() ? expected : expected + ", " + limits;
  }
}
