package org.trellisrec.io;

import java.nio.file.Path;
import java.util.List;
import org.trellisrec.input.Excerpt;
import org.trellisrec.spi.InputException;

/**
 * Finds columns by name or number.
 *
 * @param header whether the first line names the columns
 * @param first the cells of the first line
 * @param hint the end of a message about a column that is missing; may be empty
 */
record ColumnFinder(Path file, boolean header, List<String> first, String hint) {
  /**
   * The column that a key of the configuration means, from 0.
   *
   * @param column a name from the header, or a number counted from 1
   */
  int find(String key, String column) {
    int named = header ? first.indexOf(column) : -1;
    if (named >= 0) {
      if (first.lastIndexOf(column) > named) {
        throw new InputException(
            "%s:1: columns %d and %d are both called '%s', which %s asks for; give the number of one",
            file, named + 1, first.lastIndexOf(column) + 1, column, key);
      }
      return named;
    }
    if (!column.matches("[0-9]{1,9}")) {
      throw new InputException(
          header
              ? "%s:1: no column '%s' for %s; the header has %s%s"
              : "%s:1: no column '%s' for %s; without format.header columns are numbers, from 1 to"
                  + " %s%s",
          file,
          column,
          key,
          header ? Excerpt.of(String.join(", ", first)) : first.size(),
          hint);
    }
    int number = Integer.parseInt(column);
    if (number < 1 || number > first.size()) {
      throw new InputException(
          "%s:1: %s is column %d, but the file has columns 1 to %d; set it, or format.separator%s",
          file, key, number, first.size(), hint);
    }
    return number - 1;
  }
}
