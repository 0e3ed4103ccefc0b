package org.trellisrec.config;

import com.google.errorprone.annotations.FormatMethod;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trellisrec.config.bind.BindScope;
import org.trellisrec.config.yaml.Position;
import org.trellisrec.config.yaml.Problems;
import org.trellisrec.config.yaml.YamlNode;

/**
 * What the readers of sections share.
 *
 * @param catalog the plugins
 * @param bind binds values whose paths need not exist
 * @param notes takes what the user should know
 */
record LoadScope(PluginCatalog catalog, BindScope bind, List<String> notes) {
  private static final String UNFIT_FOR_FILES = ".*[/\\\\:*?\"<>|\\p{Cntrl}].*|\\.+|\\s*";

  Problems problems() {
    return bind.problems();
  }

  @FormatMethod
  void problem(Position at, String format, Object... arguments) {
    problems().add(at, format, arguments);
  }

  void note(Position at, String text) {
    notes.add(at + ": " + text);
  }

  /** The map that a node is; an empty value is an empty map, anything else a problem. */
  Optional<YamlNode.Mapping> map(YamlNode node, String name) {
    if (node instanceof YamlNode.Mapping map) {
      return Optional.of(map);
    }
    if (node.isNull()) {
      return Optional.of(new YamlNode.Mapping(node.at(), Map.of()));
    }
    problem(node.at(), "%s is %s, but must be a map", name, node.found());
    return Optional.empty();
  }

  /** The elements of a list; a single value is a list of one, an empty value a list of none. */
  static List<YamlNode> items(YamlNode node) {
    if (node instanceof YamlNode.Sequence list) {
      return list.items();
    }
    return node.isNull() ? List.of() : List.of(node);
  }

  /** Checks a name that results are filed under. */
  void checkLabel(String label, Position at, String what) {
    if (label.matches(UNFIT_FOR_FILES)) {
      problem(
          at,
          "%s '%s' names files: give a name without / \\ : * ? \" < > | and not only of dots",
          what,
          label);
    }
  }
}
