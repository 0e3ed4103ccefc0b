package org.trellisrec.config.yaml;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Makes our tree of SnakeYAML's nodes: merge keys applied, duplicate keys and odd tags refused. */
final class TreeBuilder {
  private static final int NODE_LIMIT = 200_000;
  private static final Set<String> TAGS =
      Set.of("str", "int", "float", "bool", "null", "seq", "map", "timestamp", "merge");
  private static final String PYTHON_TUPLE = Tag.PREFIX + "python/tuple";

  private final Origin origin;
  private final Problems problems;
  private final Variables variables;
  private final Set<Node> open = Collections.newSetFromMap(new IdentityHashMap<>());
  private int nodes;

  TreeBuilder(Origin origin, Problems problems, Variables variables) {
    this.origin = origin;
    this.problems = problems;
    this.variables = variables;
  }

  /** A value that is YAML, but cannot be read. */
  static final class Refused extends MarkedYAMLException {
    private static final long serialVersionUID = 1L;

    Refused(String problem, Node node) {
      super(null, null, problem, node.getStartMark());
    }
  }

  YamlNode build(Node node) {
    if (++nodes > NODE_LIMIT) {
      throw new YAMLException("its aliases expand to more than " + NODE_LIMIT + " values");
    }
    checkTag(node);
    if (!open.add(node)) {
      throw new Refused("an alias refers to the value that contains it", node);
    }
    try {
      return switchOn(node);
    } finally {
      open.remove(node);
    }
  }

  private YamlNode switchOn(Node node) {
    if (node instanceof MappingNode mapping) {
      return new YamlNode.Mapping(at(node), entries(mapping));
    }
    if (node instanceof SequenceNode sequence) {
      List<YamlNode> items = new ArrayList<>();
      sequence.getValue().forEach(item -> items.add(build(item)));
      return new YamlNode.Sequence(at(node), items);
    }
    ScalarNode scalar = (ScalarNode) node;
    boolean quoted = scalar.getScalarStyle() != ScalarStyle.PLAIN;
    return new YamlNode.Scalar(at(node), variables.substitute(scalar.getValue(), at(node)), quoted);
  }

  private Map<String, YamlNode.Entry> entries(MappingNode mapping) {
    Map<String, YamlNode.Entry> own = new LinkedHashMap<>();
    Map<String, YamlNode.Entry> merged = new LinkedHashMap<>();
    int merges = 0;
    for (NodeTuple tuple : mapping.getValue()) {
      Node key = tuple.getKeyNode();
      if (key.getTag().equals(Tag.MERGE)) {
        if (merges++ > 0) {
          problems.add(at(key), "'<<' is given twice; give it once, with a list: '<<: [*a, *b]'");
        }
        merge(tuple.getValueNode(), merged);
      } else if (key instanceof ScalarNode scalar) {
        put(scalar, tuple.getValueNode(), own);
      } else {
        problems.add(at(key), "a key must be a single word, not a list or map");
      }
    }
    merged.forEach(own::putIfAbsent);
    return own;
  }

  private void put(ScalarNode key, Node value, Map<String, YamlNode.Entry> own) {
    YamlNode.Entry earlier = own.get(key.getValue());
    if (earlier != null) {
      problems.add(
          at(key),
          "the key '%s' is given twice; the first is in line %d",
          key.getValue(),
          earlier.keyAt().line());
      return;
    }
    own.put(key.getValue(), new YamlNode.Entry(at(key), build(value)));
  }

  private void merge(Node value, Map<String, YamlNode.Entry> merged) {
    if (value instanceof MappingNode mapping) {
      YamlNode.Mapping source = (YamlNode.Mapping) build(mapping);
      source.entries().forEach(merged::putIfAbsent);
    } else if (value instanceof SequenceNode sequence) {
      sequence.getValue().forEach(element -> merge(element, merged));
    } else {
      problems.add(at(value), "'<<' needs a map or a list of maps");
    }
  }

  private void checkTag(Node node) {
    String tag = node.getTag().getValue();
    boolean known = tag.startsWith(Tag.PREFIX) && TAGS.contains(tag.substring(Tag.PREFIX.length()));
    if (!known && !tag.equals(PYTHON_TUPLE)) {
      problems.add(at(node), "the tag '%s' is not read here; leave it out", tag);
    }
  }

  private Position at(Node node) {
    Mark mark = node.getStartMark();
    return new Position(origin, mark.getLine() + 1, mark.getColumn() + 1);
  }
}
