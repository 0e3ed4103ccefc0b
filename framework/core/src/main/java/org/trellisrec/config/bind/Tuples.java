package org.trellisrec.config.bind;

import java.util.ArrayList;
import java.util.List;
import org.trellisrec.config.yaml.YamlNode;

/**
 * Elliot's way of writing lists inside of lists: {@code (64,32)} is a list of two numbers, and
 * {@code [(64,32), (128,64)]}, which YAML cuts at every comma, is a list of two lists.
 */
public final class Tuples {
  private Tuples() {}

  /** The elements of a list, of a tuple, or the value itself as the only element. */
  public static List<YamlNode> elements(YamlNode node) {
    if (node instanceof YamlNode.Sequence sequence) {
      return sequence.items();
    }
    if (node instanceof YamlNode.Scalar scalar
        && scalar.text().startsWith("(")
        && scalar.text().endsWith(")")) {
      return split(scalar);
    }
    return List.of(node);
  }

  /**
   * The tuples in a list that YAML cut at every comma.
   *
   * @return one list per tuple, or nothing if the elements are no tuples
   */
  public static List<YamlNode> tuples(YamlNode.Sequence list) {
    List<YamlNode> tuples = new ArrayList<>();
    StringBuilder open = new StringBuilder();
    for (YamlNode item : list.items()) {
      if (!(item instanceof YamlNode.Scalar scalar)
          || (open.isEmpty() && !scalar.text().startsWith("("))) {
        return List.of();
      }
      open.append(open.isEmpty() ? "" : ",").append(scalar.text());
      if (scalar.text().endsWith(")")) {
        YamlNode.Scalar tuple = new YamlNode.Scalar(scalar.at(), open.toString(), true);
        tuples.add(new YamlNode.Sequence(scalar.at(), split(tuple)));
        open.setLength(0);
      }
    }
    return open.isEmpty() ? tuples : List.of();
  }

  private static List<YamlNode> split(YamlNode.Scalar tuple) {
    List<YamlNode> parts = new ArrayList<>();
    for (String part : tuple.text().substring(1, tuple.text().length() - 1).split(",", -1)) {
      if (!part.isBlank()) {
        parts.add(new YamlNode.Scalar(tuple.at(), part.strip(), false));
      }
    }
    return parts;
  }
}
