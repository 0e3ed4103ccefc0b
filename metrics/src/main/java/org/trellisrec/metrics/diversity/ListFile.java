package org.trellisrec.metrics.diversity;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.trellisrec.input.TripleRows;
import org.trellisrec.input.TripleRows.Third;
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
    TripleRows.read(
        path,
        Third.SCORE,
        (user, item, score, line) ->
            rows.computeIfAbsent(user, id -> new ArrayList<>())
                .add(new Scored(itemIds.computeIfAbsent(item, id -> id), score)),
        note -> {});
    if (rows.isEmpty()) {
      throw new InputException("%s holds no row; expected user, item and score per line", path);
    }
    Map<String, List<String>> lists = new LinkedHashMap<>();
    rows.forEach((user, list) -> lists.put(user, ranked(list)));
    return new ListFile(path, lists);
  }

  private static List<String> ranked(List<Scored> list) {
    return list.stream()
        .sorted(Comparator.comparingDouble(row -> -row.score()))
        .map(Scored::item)
        .distinct()
        .toList();
  }
}
