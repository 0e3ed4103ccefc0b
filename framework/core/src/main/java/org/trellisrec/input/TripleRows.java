package org.trellisrec.input;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.trellisrec.spi.InputException;

/**
 * The rows of a file that another tool wrote, without header: user, item and a number between tabs.
 * Blank lines are passed over.
 */
public final class TripleRows {
  private static final int LONGEST_EXCERPT = 80;

  private final Path file;
  private final Third third;
  private final Row row;
  private int line;

  /** What the third column holds. */
  public enum Third {
    /** A rating; 1 if the column is missing. A timestamp may follow. */
    RATING("rating", 2, 4),
    /** A score, which must be there. */
    SCORE("score", 3, 3);

    private final String word;
    private final int fewest;
    private final int most;

    Third(String word, int fewest, int most) {
      this.word = word;
      this.fewest = fewest;
      this.most = most;
    }
  }

  /** Takes a row. */
  @FunctionalInterface
  public interface Row {
    /**
     * Takes a row.
     *
     * @param value rating or score, finite in single precision
     * @param line its line, from 1
     */
    void take(String user, String item, double value, int line);
  }

  private TripleRows(Path file, Third third, Row row) {
    this.file = file;
    this.third = third;
    this.row = row;
  }

  /**
   * Passes the rows on in their order.
   *
   * @param notes is told of what was passed over or repaired, with counts
   * @return the number of lines
   * @throws InputException naming file and line if the file cannot be read or a row is malformed
   */
  public static int read(Path file, Third third, Row row, Consumer<String> notes) {
    return TextInput.forEachRow(file, new TripleRows(file, third, row)::take, notes);
  }

  private void take(int number, String text) {
    line = number;
    String[] columns = text.split("\t", -1);
    if (columns.length < third.fewest || columns.length > third.most) {
      throw new InputException(
          "%s:%d: expected user, item and %s between tabs, but found %d column%s: %s",
          file, line, third.word, columns.length, columns.length == 1 ? "" : "s", excerpt(text));
    }
    if (columns[0].isEmpty() || columns[1].isEmpty()) {
      throw new InputException(
          "%s:%d: the %s is empty", file, line, columns[0].isEmpty() ? "user" : "item");
    }
    row.take(columns[0], columns[1], columns.length == 2 ? 1 : number(columns[2]), line);
  }

  private double number(String text) {
    double value = parsed(text.strip());
    if (Float.isFinite((float) value)) {
      return value;
    }
    throw new InputException(
        "%s:%d: the %s is '%s', but must be a finite number%s",
        file, line, third.word, excerpt(text), line == 1 ? "; remove the header if it is one" : "");
  }

  /** NaN if the text is no number. */
  private static double parsed(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  private static String excerpt(String text) {
    String visible = text.replace("\t", "\\t");
    return visible.length() <= LONGEST_EXCERPT
        ? visible
        : visible.substring(0, LONGEST_EXCERPT) + "...";
  }
}
