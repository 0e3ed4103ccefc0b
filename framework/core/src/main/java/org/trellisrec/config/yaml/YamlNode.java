package org.trellisrec.config.yaml;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A value in configuration text, and where it was written. Immutable. */
public sealed interface YamlNode {
  /** Where the value starts. */
  Position at();

  /** What it is, as a message says it: {@code 'many'}, {@code a list}, {@code a map}. */
  String found();

  /** True if there is a key but no value: empty, {@code ~} or {@code null}. */
  default boolean isNull() {
    return false;
  }

  /**
   * A single value, uninterpreted: what it means depends on what is expected in its place.
   *
   * @param at where it starts
   * @param text the text without quotes
   * @param quoted true if it was quoted, so that {@code "null"} is a word
   */
  record Scalar(Position at, String text, boolean quoted) implements YamlNode {
    private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");

    @Override
    public boolean isNull() {
      return !quoted && NULLS.contains(text);
    }

    @Override
    public String found() {
      return isNull() ? "empty" : "'" + text + "'";
    }
  }

  /**
   * A list.
   *
   * @param at where it starts
   * @param items its elements
   */
  record Sequence(Position at, List<YamlNode> items) implements YamlNode {
    /** Keeps its own copy. */
    public Sequence {
      items = List.copyOf(items);
    }

    @Override
    public String found() {
      return "a list";
    }
  }

  /**
   * A key and its value.
   *
   * @param keyAt where the key starts
   * @param value the value
   */
  record Entry(Position keyAt, YamlNode value) {}

  /**
   * A map, in the order written.
   *
   * @param at where it starts
   * @param entries keys and values
   */
  record Mapping(Position at, Map<String, Entry> entries) implements YamlNode {
    /** Keeps its own copy. */
    public Mapping {
      entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    /** The value of this key. */
    public Optional<YamlNode> get(String key) {
      return Optional.ofNullable(entries.get(key)).map(Entry::value);
    }

    /** The entry that this key and then those inside lead to, if there are maps all the way. */
    public Optional<Entry> entry(String key, String... inside) {
      Optional<Entry> entry = Optional.ofNullable(entries.get(key));
      for (String next : inside) {
        entry =
            entry
                .map(Entry::value)
                .filter(Mapping.class::isInstance)
                .flatMap(map -> ((Mapping) map).entry(next));
      }
      return entry;
    }

    /** The keys in the order written. */
    public List<String> keys() {
      return new ArrayList<>(entries.keySet());
    }

    /** This map without some keys. */
    public Mapping without(Set<String> keys) {
      Map<String, Entry> kept = new LinkedHashMap<>(entries);
      kept.keySet().removeAll(keys);
      return new Mapping(at, kept);
    }

    @Override
    public String found() {
      return "a map";
    }
  }
}
