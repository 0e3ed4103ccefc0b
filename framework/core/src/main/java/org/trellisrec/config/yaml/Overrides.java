package org.trellisrec.config.yaml;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Changes of a tree from the command line, such as {@code experiment.top_k=20}: a dotted path, an
 * equals sign, and a value in YAML. Keys that do not exist are created; a number selects an element
 * of a list; a key that contains a dot stands in double quotes.
 */
public final class Overrides {
  private static final Pattern STEP = Pattern.compile("\\G(?:\"([^\"]+)\"|([^.\"]+))(\\.|$)");

  private final Problems problems;
  private final UnaryOperator<String> environment;
  private final Path workingDirectory;

  /**
   * Overrides whose relative paths start at this folder.
   *
   * @param environment the value of an environment variable, or null if it is not set
   */
  public Overrides(Problems problems, UnaryOperator<String> environment, Path workingDirectory) {
    this.problems = problems;
    this.environment = environment;
    this.workingDirectory = workingDirectory;
  }

  /** The tree with these changes, applied in order. */
  public YamlNode apply(YamlNode tree, List<String> overrides) {
    YamlNode changed = tree;
    for (String override : overrides) {
      changed = apply(changed, override);
    }
    return changed;
  }

  private YamlNode apply(YamlNode tree, String override) {
    Origin origin = Origin.option("--set " + override, workingDirectory);
    Position at = Position.startOf(origin);
    int equals = override.indexOf('=');
    if (equals < 1) {
      problems.add(at, "write the option as --set path=value");
      return tree;
    }
    List<String> path = steps(override.substring(0, equals).strip());
    if (path.isEmpty()) {
      problems.add(at, "'%s' is not a path of keys joined by dots", override.substring(0, equals));
      return tree;
    }
    if (!path.get(0).equals("experiment")) {
      problems.add(
          at, "the path must start with 'experiment'; did you mean 'experiment.%s'?", override);
      return tree;
    }
    String text = override.substring(equals + 1);
    YamlNode value =
        text.isBlank()
            ? new YamlNode.Scalar(at, "", false)
            : new YamlReader(problems, environment).read(text, origin).orElse(null);
    return value == null ? tree : with(tree, path, value, at);
  }

  private static List<String> steps(String path) {
    List<String> steps = new ArrayList<>();
    Matcher matcher = STEP.matcher(path);
    int end = 0;
    boolean open = true;
    while (open && matcher.find()) {
      steps.add(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
      end = matcher.end();
      open = !matcher.group(3).isEmpty();
    }
    return end == path.length() && !open ? steps : List.of();
  }

  private YamlNode with(YamlNode node, List<String> path, YamlNode value, Position at) {
    if (path.isEmpty()) {
      return value;
    }
    List<String> rest = path.subList(1, path.size());
    if (node instanceof YamlNode.Sequence sequence) {
      return withElement(sequence, path.get(0), rest, value, at);
    }
    Map<String, YamlNode.Entry> entries =
        node instanceof YamlNode.Mapping mapping
            ? new LinkedHashMap<>(mapping.entries())
            : new LinkedHashMap<>();
    if (!(node instanceof YamlNode.Mapping) && !node.isNull()) {
      problems.add(
          at, "'%s' cannot be set inside of %s (%s)", path.get(0), node.found(), node.at());
      return node;
    }
    YamlNode.Entry old = entries.get(path.get(0));
    YamlNode inner = old == null ? new YamlNode.Scalar(at, "", false) : old.value();
    entries.put(path.get(0), new YamlNode.Entry(at, with(inner, rest, value, at)));
    return new YamlNode.Mapping(node.at(), entries);
  }

  private YamlNode withElement(
      YamlNode.Sequence list, String step, List<String> rest, YamlNode value, Position at) {
    List<YamlNode> items = new ArrayList<>(list.items());
    boolean isIndex = step.matches("\\d{1,6}") && Integer.parseInt(step) < items.size();
    if (!isIndex) {
      problems.add(
          at,
          "'%s' is not an element of this list: its elements are 0 to %d",
          step,
          items.size() - 1);
      return list;
    }
    int index = Integer.parseInt(step);
    items.set(index, with(items.get(index), rest, value, at));
    return new YamlNode.Sequence(list.at(), items);
  }
}
