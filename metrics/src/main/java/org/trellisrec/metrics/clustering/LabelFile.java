package org.trellisrec.metrics.clustering;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.trellisrec.data.Vocabulary;
import org.trellisrec.input.TextInput;
import org.trellisrec.metrics.FileMatch;
import org.trellisrec.spi.InputException;

/**
 * A file that gives labels to ids: per line an id and its labels, separated by tabs, no header.
 * Empty lines are passed over.
 */
final class LabelFile {
  private final Path file;
  private final int most;
  private final Map<String, List<String>> labels = new LinkedHashMap<>();
  private int firstLine;

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

  /**
   * What the file and the data do not have in common, and whether it seems to begin with a header.
   *
   * @param ids those of the data
   * @param side what they are, in the plural, for messages
   * @param effect what becomes of those that the file leaves out
   */
  List<String> notes(Vocabulary ids, String side, String effect) {
    List<String> described = new ArrayList<>(labels.keySet());
    List<String> notes = new ArrayList<>();
    if (seemsToHaveHeader(ids)) {
      String name = described.remove(0);
      notes.add(
          "%s:%d: the id '%s' is not among the %s of the data, and no other line has its label '%s';"
                  .formatted(file, firstLine, name, side, labels.get(name).get(0))
              + " this seems to be a header: remove it if it is one");
    }
    notes.addAll(new FileMatch(file, described, ids, side).notes(effect));
    return notes;
  }

  /** Names of columns are no ids, and label nothing else, while most other ids are known. */
  private boolean seemsToHaveHeader(Vocabulary ids) {
    List<String> described = List.copyOf(labels.keySet());
    List<String> others = described.subList(1, described.size());
    Set<String> names = Set.copyOf(labels.get(described.get(0)));
    long known = others.stream().filter(id -> ids.indexOf(id) >= 0).count();
    return ids.indexOf(described.get(0)) < 0
        && 2 * known > others.size()
        && others.stream().allMatch(id -> Collections.disjoint(names, labels.get(id)));
  }

  private void add(int number, String line) {
    firstLine = labels.isEmpty() ? number : firstLine;
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
