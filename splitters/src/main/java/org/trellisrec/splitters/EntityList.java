package org.trellisrec.splitters;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import org.trellisrec.data.Vocabulary;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.IoReason;

/** Reads a file with one original id per line (UTF-8). */
public final class EntityList {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

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
      String id = i == 0 ? withoutMark(lines.get(i)) : lines.get(i);
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
    try {
      List<String> lines = Files.readAllLines(file);
      if (lines.isEmpty()) {
        throw new InputException("%s is empty; expected one id per line", file);
      }
      return lines;
    } catch (NoSuchFileException e) {
      throw new InputException("%s does not exist", file);
    } catch (MalformedInputException e) {
      throw new InputException("%s is not UTF-8 text", file);
    } catch (IOException e) {
      throw new InputException("%s cannot be read: %s", file, IoReason.of(e));
    }
  }

  private static String withoutMark(String line) {
    return line.startsWith(BYTE_ORDER_MARK) ? line.substring(1) : line;
  }
}
