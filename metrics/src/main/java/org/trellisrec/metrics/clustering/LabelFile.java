package org.trellisrec.metrics.clustering;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.trellisrec.data.Vocabulary;
import org.trellisrec.input.TextInput;
import org.trellisrec.spi.InputException;

/**
 * A file that gives labels to ids: per line an id and its labels, separated by tabs, no header.
 * Empty lines are passed over.
 */
final class LabelFile {
  private final Path file;
  private final int most;
  private final Map<String, List<String>> labels = new LinkedHashMap<>();

  private LabelFile(Path file, int most) {
    this.file = file;
    this.most = most;
  }

  /**
   * Reads a file.
   *
   * @throws InputException naming the file if it cannot be read or holds no row, and the line if it
   *     has no label or an id occurs twice
   */
  static LabelFile read(Path file) {
    return read(new LabelFile(file, Integer.MAX_VALUE));
  }

  /**
   * As {@link #read(Path)}, with exactly one label per id.
   *
   * @throws InputException as there, or if a line has more than one label
   */
  static LabelFile readSingle(Path file) {
    return read(new LabelFile(file, 1));
  }

  private static LabelFile read(LabelFile labels) {
    TextInput.forEachRow(labels.file, labels::add, note -> {});
    if (labels.labels.isEmpty()) {
      throw new InputException(
          "%s holds no row; expected an id and at least one label per line, separated by tabs",
          labels.file);
    }
    return labels;
  }

  /** The file. */
  Path path() {
    return file;
  }

  /**
   * The labels by id, in the order of the file.
   *
   * @param ids those of the data
   * @param side what they are, in the plural, for messages
   * @throws InputException if the file labels none of them
   */
  Map<String, List<String>> of(Vocabulary ids, String side) {
    if (labels.keySet().stream().allMatch(id -> ids.indexOf(id) < 0)) {
      throw new InputException(
          "%s: none of its %d ids is among the %s of the data, the first is '%s'; expected labels of"
              + " %s, in the ids of the data",
          file, labels.size(), side, labels.keySet().iterator().next(), side);
    }
    return labels;
  }

  /** As {@link #of}, the first label only. */
  Map<String, String> firstOf(Vocabulary ids, String side) {
    Map<String, String> first = new LinkedHashMap<>();
    of(ids, side).forEach((id, all) -> first.put(id, all.get(0)));
    return first;
  }

  private void add(int number, String line) {
    String[] columns = line.split("\t", -1);
    List<String> values =
        Arrays.stream(columns).skip(1).map(String::strip).filter(v -> !v.isEmpty()).toList();
    String id = columns[0].strip();
    if (values.isEmpty()) {
      throw new InputException(
          "%s:%d: found '%s', expected an id and at least one label, separated by tabs",
          file, number, line);
    }
    if (values.size() > most) {
      throw new InputException(
          "%s:%d: gives '%s' the %d labels %s; expected one cluster per id",
          file, number, id, values.size(), values);
    }
    if (labels.putIfAbsent(id, values) != null) {
      throw new InputException(
          "%s:%d: '%s' was given labels before; expected one line per id", file, number, id);
    }
  }
}
