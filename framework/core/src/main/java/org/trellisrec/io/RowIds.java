package org.trellisrec.io;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.trellisrec.input.Excerpt;
import org.trellisrec.numpy.NumpyFile;
import org.trellisrec.spi.InputException;

/**
 * The ids of the rows of a matrix, each of which stands for one row.
 *
 * @param source what messages call the place where they stand
 * @param names in order of the rows
 * @param lines the line of each in a file; null for those of an array
 */
record RowIds(String source, List<String> names, int[] lines) {
  /**
   * Reads a file with an id per line; blank lines are passed over.
   *
   * @throws InputException naming file and line if there are several columns, or an id is repeated
   */
  static RowIds ofLines(Path file) {
    List<String> names = new ArrayList<>();
    Map<String, Integer> lines = new LinkedHashMap<>();
    TableRows.forEach(
        file,
        TableFormat.RAW_TSV,
        Remedy.UTF_8,
        (line, cells) -> {
          if (cells.size() > 1) {
            throw new InputException(
                "%s:%d: expected one id, found %d columns separated by tabs; keep the column of the"
                    + " ids alone",
                file, line, cells.size());
          }
          String name = cells.get(0);
          requireNew("%s:%d".formatted(file, line), name, "line", lines.putIfAbsent(name, line));
          names.add(name);
        });
    int[] all = lines.values().stream().mapToInt(Integer::intValue).toArray();
    return new RowIds(file.toString(), List.copyOf(names), all);
  }

  /**
   * Takes an array of an archive.
   *
   * @throws InputException naming archive, array and place if an id is repeated
   */
  static RowIds ofArray(Path archive, String array) {
    String source = "the array '%s' of %s".formatted(array, archive);
    List<String> names = NumpyFile.ids(archive, array);
    Map<String, Integer> places = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      requireNew(atPlace(source, i + 1), name, "place", places.putIfAbsent(name, i + 1));
    }
    return new RowIds(source, names, null);
  }

  private static String atPlace(String source, int place) {
    return "%s, at place %d".formatted(source, place);
  }

  /** Where the id of a row stands, as messages say it; rows are counted from 1. */
  String place(int row) {
    return lines == null ? atPlace(source, row) : "%s:%d".formatted(source, lines[row - 1]);
  }

  private static void requireNew(String where, String name, String unit, Integer earlier) {
    if (earlier != null) {
      throw new InputException(
          "%s: '%s' is the id in %s %d already; expected one row per id, so leave out all but one"
              + " of these rows, here and in the matrix",
          where, Excerpt.of(name), unit, earlier);
    }
  }

  /**
   * Checks that there is one id per row.
   *
   * @throws InputException naming both places and both counts if there is not
   */
  void requireRows(Path matrix, int rows) {
    if (names.size() != rows) {
      throw new InputException(
          "%s has %d rows, but %s has %d ids; expected one id per row: %s",
          matrix, rows, source, names.size(), remedy(rows));
    }
  }

  private String remedy(int rows) {
    return lines != null && names.size() == rows + 1
        ? "if the first line, '%s', is a header, remove it, else give the ids that belong to the rows"
            .formatted(Excerpt.of(names.get(0)))
        : "give the ids that belong to the rows, in their order";
  }
}
