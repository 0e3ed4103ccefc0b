package org.trellisrec.config.bind;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trellisrec.config.yaml.Origin;
import org.trellisrec.config.yaml.Problems;
import org.trellisrec.config.yaml.Suggestions;
import org.trellisrec.config.yaml.YamlNode;
import org.trellisrec.config.yaml.YamlReader;
import org.trellisrec.spi.InputException;

/**
 * Binds a map to a params record: defaults filled in, aliases resolved, types and ranges checked,
 * unknown keys reported with the key that was probably meant.
 *
 * <p>If a record has a {@link Path} named {@code root}, the other relative paths of that record
 * start there.
 */
public final class RecordBinder {
  private final BindScope scope;
  private final String owner;

  /** A binder that reports to this scope. */
  public RecordBinder(BindScope scope) {
    this(scope, "");
  }

  /**
   * A binder that reports to this scope.
   *
   * @param owner whose parameters the keys of a map are, as messages say it; empty for the last
   *     part of the map's name
   */
  public RecordBinder(BindScope scope, String owner) {
    this.scope = scope;
    this.owner = owner;
  }

  /**
   * The record that a map describes.
   *
   * @param name what messages call the map, for instance {@code models.CoBraR}
   * @return the record, or nothing if there was a problem
   */
  public <R extends Record> Optional<R> bind(Class<R> type, YamlNode.Mapping map, String name) {
    return bind(type, map, name, List.of());
  }

  /**
   * The record that a map describes.
   *
   * @param name what messages call the map
   * @param further keys that were also possible here, for suggestions
   * @return the record, or nothing if there was a problem
   */
  public <R extends Record> Optional<R> bind(
      Class<R> type, YamlNode.Mapping map, String name, List<String> further) {
    RecordSpec spec = RecordSpec.of(type);
    int before = scope.problems().count();
    Map<String, YamlNode> values = match(spec, map, name, further);
    Optional<Object[]> bound = values(spec, values, map, name);
    if (bound.isEmpty() || scope.problems().count() > before) {
      return Optional.empty();
    }
    return create(spec, bound.get(), map, name).map(type::cast);
  }

  /**
   * The values of a map by the keys of a record, aliases resolved. Unknown keys and parameters
   * given twice are problems.
   *
   * @param further keys that were also possible here, for suggestions
   */
  public Map<String, YamlNode> match(
      RecordSpec spec, YamlNode.Mapping map, String name, List<String> further) {
    Map<String, YamlNode.Entry> matched = new LinkedHashMap<>();
    Map<String, String> written = new LinkedHashMap<>();
    map.entries()
        .forEach(
            (key, entry) -> {
              Optional<ParamSpec> param = spec.find(key);
              if (param.isEmpty()) {
                unknown(spec, entry, name, key, further);
              } else if (wins(param.get(), entry, matched, written, name, key)) {
                matched.put(param.get().key(), entry);
                written.put(param.get().key(), key);
              }
            });
    Map<String, YamlNode> values = new LinkedHashMap<>();
    matched.forEach((key, entry) -> values.put(key, entry.value()));
    return values;
  }

  /** The spelling of a parameter that gave this value: its key or one of its aliases. */
  public static String written(
      RecordSpec spec, ParamSpec param, YamlNode.Mapping map, YamlNode value) {
    return map.entries().entrySet().stream()
        .filter(entry -> entry.getValue().value() == value)
        .map(Map.Entry::getKey)
        .filter(key -> spec.find(key).filter(param::equals).isPresent())
        .findFirst()
        .orElse(param.key());
  }

  private void unknown(
      RecordSpec spec, YamlNode.Entry entry, String name, String key, List<String> further) {
    List<String> known = new ArrayList<>(spec.keys());
    known.addAll(further);
    String whose = owner.isEmpty() ? name.substring(name.lastIndexOf('.') + 1) : owner;
    String end = known.isEmpty() ? ", which has none" : Suggestions.endOfMessage(key, known);
    scope.problems().add(entry.keyAt(), "%s.%s is not a parameter of %s%s", name, key, whose, end);
  }

  /** Of two spellings of one parameter, one from the command line replaces one from the file. */
  private boolean wins(
      ParamSpec param,
      YamlNode.Entry entry,
      Map<String, YamlNode.Entry> matched,
      Map<String, String> written,
      String name,
      String key) {
    YamlNode.Entry other = matched.get(param.key());
    if (other == null) {
      return true;
    }
    boolean fromFile = entry.keyAt().origin().numbered();
    if (fromFile == other.keyAt().origin().numbered()) {
      scope
          .problems()
          .add(
              entry.keyAt(),
              "%s.%s and %s.%s are the same parameter; keep one of them",
              name,
              written.get(param.key()),
              name,
              key);
    }
    return !fromFile;
  }

  private Optional<Object[]> values(
      RecordSpec spec, Map<String, YamlNode> given, YamlNode.Mapping map, String name) {
    Object[] values = new Object[spec.params().size()];
    BindScope paths = scopeFor(spec, given, name);
    boolean complete = true;
    for (int i = 0; i < values.length; i++) {
      ParamSpec param = spec.params().get(i);
      YamlNode node = given.get(param.key());
      if (node == null && param.isRequired()) {
        missing(param, map, name);
        complete = false;
      } else if (node != null || !param.isOptional()) {
        Optional<Object> value =
            value(param, node, paths, name + "." + written(spec, param, map, node));
        complete &= value.isPresent() || (param.isOptional() && node.isNull());
        values[i] = value.orElse(null);
      }
    }
    return complete ? Optional.of(values) : Optional.empty();
  }

  /** Reports a parameter that has no default and was not given. */
  public void missing(ParamSpec param, YamlNode.Mapping map, String name) {
    String range = param.range().words();
    scope
        .problems()
        .add(
            map.at(),
            "%s needs '%s', %s%s: %s",
            name,
            param.key(),
            param.type().expected(),
            range.isEmpty() ? "" : ", " + range,
            param.description());
  }

  /** The scope for the values of this map: with its {@code root}, if it has one. */
  public BindScope scopeFor(RecordSpec spec, Map<String, YamlNode> given, String name) {
    boolean rooted =
        given.get("root") instanceof YamlNode.Scalar
            && spec.find("root").filter(p -> p.type() instanceof ParamType.FilePath).isPresent();
    if (!rooted) {
      return scope;
    }
    YamlNode.Scalar root = (YamlNode.Scalar) given.get("root");
    return scope.path(root, name + ".root").map(scope::withRoot).orElseGet(scope::withoutInputs);
  }

  /**
   * The value of a parameter, its default if {@code node} is null; nothing if it was left out or
   * there was a problem.
   *
   * @param name the parameter as messages call it
   */
  public Optional<Object> value(ParamSpec param, YamlNode node, BindScope paths, String name) {
    if (node == null) {
      return Optional.of(defaultOf(param));
    }
    if (param.isOptional() && node.isNull()) {
      return Optional.empty();
    }
    BindScope own = param.key().equals("root") ? scope : paths;
    return new ValueBinder(own).bind(param.type(), param.range(), node, name);
  }

  /** The default of a parameter that has one. */
  public static Object defaultOf(ParamSpec param) {
    Problems problems = new Problems();
    BindScope scope = BindScope.of(problems, "{0}");
    Optional<Object> value =
        param.type() instanceof ParamType.Text
            ? Optional.of(param.byDefault())
            : new YamlReader(problems, name -> null)
                .read(param.byDefault(), Origin.program())
                .flatMap(
                    node ->
                        new ValueBinder(scope)
                            .bind(param.type(), param.range(), node, param.key()));
    return value.orElseThrow(
        () -> new IllegalStateException(param.where() + " has a bad default: " + problems));
  }

  /**
   * Makes sure that every default can be bound.
   *
   * @throws IllegalStateException if the author of the record gave one that its own parameter
   *     refuses
   */
  public static void requireDefaults(RecordSpec spec) {
    for (ParamSpec param : spec.params()) {
      if (!param.isRequired() && !param.isOptional()) {
        Object unused = defaultOf(param);
      }
    }
  }

  private Optional<Record> create(
      RecordSpec spec, Object[] values, YamlNode.Mapping map, String name) {
    try {
      return Optional.of(spec.create(values));
    } catch (InputException e) {
      scope.problems().add(map.at(), "%s: %s", name, e.getMessage());
      return Optional.empty();
    }
  }
}
