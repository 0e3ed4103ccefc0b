package org.trellisrec.pipeline;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.Vocabulary;
import org.trellisrec.input.TextInput;
import org.trellisrec.spi.InputException;

/** Original ids, one per line. */
final class IdFile {
  private IdFile() {}

  static void write(Path file, Vocabulary ids, IntStream indices) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (int index : indices.toArray()) {
        out.append(ids.id(index)).append('\n');
      }
    }
  }

  static void writeAll(Path file, Vocabulary ids) throws IOException {
    write(file, ids, IntStream.range(0, ids.size()));
  }

  /**
   * Refuses data with an id that cannot stand in a line of fields.
   *
   * @param what the files that could not be read back, in the plural
   * @param orElse what else can be done than to change the id, to end the message with
   */
  static void requireWritable(Dataset data, String what, String orElse) {
    requireWritable("user", data.users(), what, orElse);
    requireWritable("item", data.items(), what, orElse);
  }

  private static void requireWritable(String kind, Vocabulary ids, String what, String orElse) {
    for (int i = 0; i < ids.size(); i++) {
      String id = ids.id(i);
      if (id.isEmpty() || id.chars().anyMatch(c -> c == '\t' || c == '\n' || c == '\r')) {
        throw new InputException(
            "the %s id '%s' is empty or holds a tab or line break, so %s cannot be written; change the id"
                + " in the data%s",
            kind, id.replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r"), what, orElse);
      }
    }
  }

  static Vocabulary readAll(Path file) {
    Set<String> ids = new LinkedHashSet<>();
    TextInput.forEachLine(
        file,
        (number, id) -> {
          if (!ids.add(id)) {
            throw new InputException("%s:%d: '%s' again", file, number, id);
          }
        });
    return Vocabulary.of(ids);
  }

  /** The ascending indices of the ids. */
  static int[] read(Path file, Vocabulary ids, String kind) {
    List<Integer> indices = new ArrayList<>();
    TextInput.forEachLine(
        file,
        (number, id) -> {
          int index = ids.indexOf(id);
          if (index < 0) {
            throw new InputException("%s:%d: %s '%s' is not in the data", file, number, kind, id);
          }
          indices.add(index);
        });
    return indices.stream().mapToInt(Integer::intValue).sorted().toArray();
  }
}
