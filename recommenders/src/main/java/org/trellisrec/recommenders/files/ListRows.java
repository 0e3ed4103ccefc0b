package org.trellisrec.recommenders.files;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.IoReason;

/** The rows of a file with one recommendation per line: user, item, score, separated by tabs. */
final class ListRows {
  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final int LONGEST_EXCERPT = 80;

  private final Path path;
  private final Row row;
  private int lines;

  /** Takes a row; lines count from 1. */
  @FunctionalInterface
  interface Row {
    void take(String user, String item, double score, int line);
  }

  private ListRows(Path path, Row row) {
    this.path = path;
    this.row = row;
  }

  /**
   * Passes the rows on in their order; blank lines are passed over.
   *
   * @return the number of lines
   * @throws InputException if the file cannot be read or a row is malformed
   */
  static int read(Path path, Row row) {
    ListRows rows = new ListRows(path, row);
    rows.read();
    return rows.lines;
  }

  private void read() {
    try (BufferedReader reader = Files.newBufferedReader(path)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        lines++;
        boolean marked = lines == 1 && line.startsWith(BYTE_ORDER_MARK);
        String text = marked ? line.substring(1) : line;
        if (!text.isBlank()) {
          take(text);
        }
      }
    } catch (NoSuchFileException e) {
      throw new InputException("%s: there is no such file of recommendations", path);
    } catch (CharacterCodingException e) {
      throw new InputException("%s: line %d or one soon after it is not UTF-8", path, lines + 1);
    } catch (IOException e) {
      throw new InputException("%s: cannot be read: %s", path, IoReason.of(e));
    }
  }

  private void take(String line) {
    String[] fields = line.split("\t", -1);
    if (fields.length != 3) {
      throw new InputException(
          "%s:%d: expected user, item and score separated by tabs, but found %d column(s): '%s'",
          path, lines, fields.length, excerpt(line));
    }
    row.take(fields[0], fields[1], score(fields[2]), lines);
  }

  private static String excerpt(String line) {
    return line.length() > LONGEST_EXCERPT ? line.substring(0, LONGEST_EXCERPT) + "..." : line;
  }

  private double score(String field) {
    try {
      double score = Double.parseDouble(field.strip());
      if (Float.isFinite((float) score)) {
        return score;
      }
    } catch (NumberFormatException e) {
      throw notANumber(field);
    }
    throw notANumber(field);
  }

  private InputException notANumber(String field) {
    return new InputException(
        "%s:%d: expected a finite number as score, but found '%s'%s",
        path, lines, field, lines == 1 ? "; the file must not have a header" : "");
  }
}
