package org.trellisrec.metrics.diversity;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.trellisrec.spi.InputException;

/**
 * Lists that a model made: per line user, item and score between tabs, without header. A list is
 * ordered by score, descending, equal scores in the order of the file; of an item that is there
 * twice the better rank counts. Empty lines are passed over.
 *
 * @param path the file
 * @param lists items by user, best first
 */
record ListFile(Path path, Map<String, List<String>> lists) {
  private record Scored(String item, double score) {}

  /**
   * Reads a file.
   *
   * @throws InputException naming file and line if the file cannot be read, has no line, or a line
   *     is wrong
   */
  static ListFile read(Path path) {
    Map<String, List<Scored>> rows = new LinkedHashMap<>();
    Map<String, String> itemIds = new HashMap<>();
    try (BufferedReader reader = Files.newBufferedReader(path)) {
      int number = 0;
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        number++;
        if (!line.isBlank()) {
          add(rows, itemIds, line, path + ":" + number);
        }
      }
    } catch (IOException e) {
      throw new InputException("%s cannot be read: %s", path, e);
    }
    if (rows.isEmpty()) {
      throw new InputException("%s holds no row; expected user, item and score per line", path);
    }
    Map<String, List<String>> lists = new LinkedHashMap<>();
    rows.forEach((user, list) -> lists.put(user, ranked(list)));
    return new ListFile(path, lists);
  }

  private static void add(
      Map<String, List<Scored>> rows, Map<String, String> itemIds, String line, String at) {
    String[] columns = line.split("\t", -1);
    if (columns.length != 3) {
      throw new InputException(
          "%s: expected user, item and score separated by tabs, but found %d column(s): '%s'",
          at, columns.length, line);
    }
    String item = itemIds.computeIfAbsent(columns[1], id -> id);
    rows.computeIfAbsent(columns[0], user -> new ArrayList<>())
        .add(new Scored(item, score(columns[2], at)));
  }

  private static double score(String text, String at) {
    try {
      double score = Double.parseDouble(text.strip());
      if (Double.isFinite(score)) {
        return score;
      }
    } catch (NumberFormatException e) {
      throw notANumber(text, at);
    }
    throw notANumber(text, at);
  }

  private static InputException notANumber(String text, String at) {
    return new InputException(
        "%s: expected a finite number as score, but found '%s'; the file must not have a header",
        at, text);
  }

  private static List<String> ranked(List<Scored> list) {
    return list.stream()
        .sorted(Comparator.comparingDouble(row -> -row.score()))
        .map(Scored::item)
        .distinct()
        .toList();
  }
}
