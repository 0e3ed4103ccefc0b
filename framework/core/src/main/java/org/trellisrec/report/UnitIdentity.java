package org.trellisrec.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * What all that a unit leaves depends on, beside its key. A unit of one run is that of another if
 * key and identity are equal; other models of the runs have no part in it.
 *
 * @param hashes SHA-256 of what is no key of the configuration, by what it is
 * @param experiment what the configuration says to all models, by key, as YAML
 * @param model its entry for the model, by key, as YAML
 */
public record UnitIdentity(
    Map<String, String> hashes, Map<String, String> experiment, Map<String, String> model) {
  /** The program and its plugins. */
  public static final String CODE = "code";

  /** The data after prefiltering. */
  public static final String DATA = "data";

  /** The splits that come with the data. */
  public static final String SPLITS = "splits";

  /** The files that are read beside the data. */
  public static final String FILES = "files";

  /** The points that are tried of a search space. */
  public static final String SEARCH = "search";

  private static final Map<String, String> OTHERS =
      Map.of(
          CODE, "another version of the program or of its plugins",
          DATA, "other data",
          SPLITS, "other splits that come with the data",
          FILES, "other files that are read, or other content of them",
          SEARCH, "other points of its search");

  /** The most of a value that is shown where it differs, in characters. */
  private static final int SHOWN = 30;

  /** Keeps its own copies, sorted by key; no key and no value is null. */
  public UnitIdentity {
    hashes = sorted(hashes);
    experiment = sorted(experiment);
    model = sorted(model);
  }

  private static Map<String, String> sorted(Map<String, String> part) {
    return Collections.unmodifiableMap(new TreeMap<>(Map.copyOf(part)));
  }

  /** SHA-256 of all of it, in hexadecimal. */
  public String hash() {
    StringBuilder text = new StringBuilder();
    for (Map<String, String> part : List.of(hashes, experiment, model)) {
      text.append(part.size()).append('\n');
      part.forEach( // lengths, as keys and values may hold anything
          (key, value) ->
              text.append(key.length() + " " + value.length() + " " + key + value + "\n"));
    }
    return Sha256.of(text.toString());
  }

  /** In words, what tells it from another one; empty if they are equal. */
  public List<String> differences(UnitIdentity other) {
    List<String> words = new ArrayList<>();
    differing(hashes, other.hashes).forEach(key -> words.add(OTHERS.getOrDefault(key, key)));
    words.addAll(differences(experiment, other.experiment));
    words.addAll(differences(model, other.model));
    return words;
  }

  private static SortedSet<String> differing(Map<String, String> own, Map<String, String> other) {
    SortedSet<String> keys = new TreeSet<>(own.keySet());
    keys.addAll(other.keySet());
    keys.removeIf(key -> Objects.equals(own.get(key), other.get(key)));
    return keys;
  }

  /** In words, for every key that differs: for its keys in turn where its value has such. */
  private static List<String> differences(Map<String, String> own, Map<String, String> others) {
    List<String> words = new ArrayList<>();
    for (String key : differing(own, others)) {
      if (!own.containsKey(key) || !others.containsKey(key)) {
        words.add(difference(key, own, others));
        continue;
      }
      Map<String, String> here = values(key, own.get(key));
      Map<String, String> there = values(key, others.get(key));
      SortedSet<String> inner = differing(here, there);
      if (inner.isEmpty()) { // their order differs, or a map is empty
        words.add(key + " differs");
      }
      inner.forEach(k -> words.add(difference(k, here, there)));
    }
    return words;
  }

  private static String difference(
      String key, Map<String, String> own, Map<String, String> others) {
    String here = own.get(key);
    String there = others.get(key);
    return here == null || there == null
        ? "%s is %s".formatted(key, here == null ? "missing" : "new")
        : "%s differs (%s instead of %s)".formatted(key, shown(here, there), shown(there, here));
  }

  /** A value as it is shown beside another one: a long one from where it differs. */
  private static String shown(String value, String other) {
    if (value.length() <= SHOWN && other.length() <= SHOWN) {
      return value;
    }
    int start = 0;
    while (start < Math.min(value.length(), other.length())
        && value.charAt(start) == other.charAt(start)) {
      start++;
    }
    int name = value.lastIndexOf('/', start - 1) + 1; // of a path, whole names
    if (start - name < SHOWN / 2) {
      start = name;
    }
    int end = Math.min(value.length(), start + SHOWN);
    return (start > 0 ? "..." : "")
        + value.substring(start, end)
        + (end < value.length() ? "..." : "");
  }

  /** The values of a key by the paths of keys to them; itself if it is no map. */
  private static Map<String, String> values(String key, String text) {
    Map<String, String> values = new TreeMap<>();
    try {
      Object value = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
      if (value instanceof Map<?, ?> map) {
        map.forEach((k, inner) -> put(values, key + "." + k, inner));
        return values;
      }
    } catch (YAMLException e) {
      return Map.of(key, text); // it is compared as text all the same
    }
    return Map.of(key, text);
  }

  private static void put(Map<String, String> values, String key, Object value) {
    if (value instanceof Map<?, ?> map) {
      map.forEach((k, inner) -> put(values, key + "." + k, inner));
    } else {
      values.put(key, String.valueOf(value));
    }
  }
}
