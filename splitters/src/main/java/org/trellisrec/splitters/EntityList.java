package org.trellisrec.splitters;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.trellisrec.data.Vocabulary;
import org.trellisrec.input.TextInput;
import org.trellisrec.spi.InputException;

/** Reads a file with one original id per line (UTF-8). */
public final class EntityList {
  private EntityList() {}

  /**
   * The indices of the listed ids.
   *
   * @param kind what the ids are ids of, for messages
   * @param policy what to do about ids that are not in the data
   * @throws InputException if the file cannot be read, is empty, or lists an id twice, an empty id,
   *     or ids that are not in the data and may not be ignored
   */
  public static BitSet read(Path file, Vocabulary ids, String kind, UnknownIds policy) {
    List<String> lines = lines(file);
    BitSet listed = new BitSet(ids.size());
    int unknown = 0;
    String example = null;
    for (int i = 0; i < lines.size(); i++) {
      String id = lines.get(i);
      int index = ids.indexOf(id);
      if (id.isEmpty() || (index >= 0 && listed.get(index))) {
        throw new InputException(
            "%s:%d: %s; expected one %s id per line, each once",
            file, i + 1, id.isEmpty() ? "empty line" : "'" + id + "' again", kind);
      }
      if (index < 0) {
        example = example == null ? "'%s' in line %d".formatted(id, i + 1) : example;
        unknown++;
      } else {
        listed.set(index);
      }
    }
    if (unknown > 0 && policy == UnknownIds.ERROR) {
      throw new InputException(
          "%s: %d of %d %s ids are not in the data (after prefiltering), for example %s",
          file, unknown, lines.size(), kind, example);
    }
    return listed;
  }

  private static List<String> lines(Path file) {
    List<String> lines = new ArrayList<>();
    TextInput.forEachLine(file, (number, line) -> lines.add(line));
    if (lines.isEmpty()) {
      throw new InputException("%s is empty; expected one id per line", file);
    }
    return lines;
  }
}
