package org.trellisrec.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

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

  /** The longest value that is shown where it differs, in characters. */
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
              text.append("%d %d %s%s\n".formatted(key.length(), value.length(), key, value)));
    }
    return Sha256.of(text.toString());
  }

  /** In words, what tells it from another one; empty if they are equal. */
  public List<String> differences(UnitIdentity other) {
    List<String> words = new ArrayList<>();
    differing(hashes, other.hashes).forEach(key -> words.add(OTHERS.getOrDefault(key, key)));
    differing(experiment, other.experiment)
        .forEach(key -> words.add(difference(key, experiment, other.experiment)));
    differing(model, other.model).forEach(key -> words.add(difference(key, model, other.model)));
    return words;
  }

  private static SortedSet<String> differing(Map<String, String> own, Map<String, String> other) {
    SortedSet<String> keys = new TreeSet<>(own.keySet());
    keys.addAll(other.keySet());
    keys.removeIf(key -> Objects.equals(own.get(key), other.get(key)));
    return keys;
  }

  private static String difference(
      String key, Map<String, String> own, Map<String, String> others) {
    String here = own.get(key);
    String there = others.get(key);
    if (here == null || there == null) {
      return "%s is %s".formatted(key, here == null ? "missing" : "new");
    }
    boolean shown = here.length() <= SHOWN && there.length() <= SHOWN;
    return shown ? "%s differs (%s instead of %s)".formatted(key, here, there) : key + " differs";
  }
}
