package org.trellisrec.config.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trellisrec.config.bind.BindScope;
import org.trellisrec.config.bind.ParamSpec;
import org.trellisrec.config.bind.ParamType;
import org.trellisrec.config.bind.Plain;
import org.trellisrec.config.bind.Tuples;
import org.trellisrec.config.bind.ValueBinder;
import org.trellisrec.config.yaml.Suggestions;
import org.trellisrec.config.yaml.YamlNode;

/**
 * Recognises search domains. A list on a parameter that takes one value is a grid, a list of lists
 * is the grid of a parameter that takes a list, and a map with one key names a distribution.
 * Elliot's spellings, such as {@code [loguniform, -10, -1]} with natural logarithms as bounds and
 * tuples such as {@code [(64,32), (32,16)]}, are read too.
 */
public final class DomainReader {
  private final BindScope scope;

  /** A reader that reports to this scope. */
  public DomainReader(BindScope scope) {
    this.scope = scope;
  }

  /** The keys of the map form. */
  public static List<String> keys() {
    return Family.keys();
  }

  /** True if the value describes what to search, not what to take. */
  public static boolean isDomain(ParamSpec param, YamlNode node) {
    ParamType type = param.type();
    if (type instanceof ParamType.Nested || type instanceof ParamType.MapOf) {
      return false;
    }
    if (node instanceof YamlNode.Mapping map) {
      return map.entries().size() == 1 && Family.ofKey(map.keys().get(0)).isPresent();
    }
    if (node instanceof YamlNode.Sequence list) {
      return type.isSingle() || depth(list) > depth(type) || !Tuples.tuples(list).isEmpty();
    }
    return false;
  }

  /** The key of the map form that was probably meant by a map that is not one. */
  static Optional<String> meant(ParamSpec param, YamlNode.Mapping map) {
    boolean searchable =
        !(param.type() instanceof ParamType.Nested || param.type() instanceof ParamType.MapOf);
    return searchable && map.entries().size() == 1
        ? Suggestions.nearest(map.keys().get(0), keys())
        : Optional.empty();
  }

  /** Elements that open a list count, so that a list with one list in it is a list of lists. */
  private static int depth(YamlNode node) {
    return node instanceof YamlNode.Sequence list
        ? 1 + list.items().stream().mapToInt(DomainReader::depth).max().orElse(0)
        : 0;
  }

  private static int depth(ParamType type) {
    return type instanceof ParamType.ListOf list ? 1 + depth(list.element()) : 0;
  }

  /**
   * The domain that a value describes.
   *
   * @param name the parameter as messages call it
   * @return the domain, or nothing if there was a problem
   */
  public Optional<Domain> read(ParamSpec param, YamlNode node, String name) {
    if (node instanceof YamlNode.Mapping map) {
      String key = map.keys().get(0);
      return ofFamily(
          param, Family.ofKey(key).orElseThrow(), map.get(key).orElseThrow(), name + "." + key);
    }
    YamlNode.Sequence list = (YamlNode.Sequence) node;
    Optional<Family> elliot = elliotFamily(param.type(), list);
    if (elliot.isPresent()) {
      List<YamlNode> rest = list.items().subList(1, list.items().size());
      return ofFamily(param, elliot.get(), new YamlNode.Sequence(list.at(), rest), name);
    }
    return grid(param, list, name);
  }

  private static Optional<Family> elliotFamily(ParamType type, YamlNode.Sequence list) {
    boolean words = type instanceof ParamType.Text || type instanceof ParamType.FilePath;
    return !words
            && !list.items().isEmpty()
            && list.items().get(0) instanceof YamlNode.Scalar first
            && !first.quoted()
        ? Family.ofElliot(first.text())
        : Optional.empty();
  }

  private Optional<Domain> ofFamily(ParamSpec param, Family family, YamlNode given, String name) {
    if (!(given instanceof YamlNode.Sequence list)) {
      scope.problems().add(given.at(), "%s is %s, but must be a list", name, given.found());
      return Optional.empty();
    }
    return family == Family.CHOICE
        ? grid(param, list, name)
        : new NumbersReader(scope).read(param, family, list, name);
  }

  private Optional<Domain> grid(ParamSpec param, YamlNode.Sequence list, String name) {
    List<YamlNode> tuples = Tuples.tuples(list);
    List<YamlNode> items =
        param.type() instanceof ParamType.ListOf && !tuples.isEmpty() ? tuples : list.items();
    if (items.isEmpty()) {
      scope.problems().add(list.at(), "%s is an empty list: there is nothing to search", name);
      return Optional.empty();
    }
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      String element = name + "[" + i + "]";
      new ValueBinder(scope)
          .bind(param.type(), param.range(), items.get(i), element)
          .map(Plain::of)
          .ifPresent(value -> addOnce(value, values, items, element));
    }
    return values.size() == items.size() ? Optional.of(new Domain.Grid(values)) : Optional.empty();
  }

  private void addOnce(Object value, List<Object> values, List<YamlNode> items, String element) {
    if (values.contains(value)) {
      int index = values.size();
      scope.problems().add(items.get(index).at(), "%s repeats the value %s", element, value);
    }
    values.add(value);
  }
}
