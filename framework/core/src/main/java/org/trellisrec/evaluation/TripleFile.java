package org.trellisrec.evaluation;

import com.carrotsearch.hppc.DoubleArrayList;
import com.carrotsearch.hppc.IntArrayList;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import org.trellisrec.io.TextInput;
import org.trellisrec.spi.InputException;

/** Rows of user, item and a number in file order, from a tab-separated file without header. */
final class TripleFile {
  /** What the third column holds. */
  enum Third {
    /** A rating; 1 if the column is missing. A timestamp may follow. */
    RATING("rating"),
    /** A score, which must be there. */
    SCORE("score");

    private final String word;

    Third(String word) {
      this.word = word;
    }
  }

  private final Path file;
  private final Third third;
  private final IntArrayList users = new IntArrayList();
  private final IntArrayList items = new IntArrayList();
  private final IntArrayList lines = new IntArrayList();
  private final DoubleArrayList values = new DoubleArrayList();

  private TripleFile(Path file, Third third) {
    this.file = file;
    this.third = third;
  }

  /**
   * Reads a file; blank lines are passed over.
   *
   * @throws InputException naming file and line if a row is malformed, or if there is none
   */
  static TripleFile read(Path file, Third third, IdCodes users, IdCodes items) {
    TripleFile rows = new TripleFile(file, third);
    try (BufferedReader reader = TextInput.open(file)) {
      int line = 0;
      for (String text = reader.readLine(); text != null; text = reader.readLine()) {
        line++;
        if (!text.isBlank()) {
          rows.add(line, text, users, items);
        }
      }
    } catch (IOException e) {
      throw TextInput.failure(file, e);
    }
    if (rows.size() == 0) {
      throw new InputException("%s holds no row", file);
    }
    return rows;
  }

  int size() {
    return users.size();
  }

  /** Code of the user of a row. */
  int user(int row) {
    return users.get(row);
  }

  int item(int row) {
    return items.get(row);
  }

  double value(int row) {
    return values.get(row);
  }

  /** Where a row stands, for messages. */
  String place(int row) {
    return file + ":" + lines.get(row);
  }

  private void add(int line, String text, IdCodes userIds, IdCodes itemIds) {
    String[] columns = text.split("\t", -1);
    boolean rating = third == Third.RATING;
    if (columns.length < (rating ? 2 : 3) || columns.length > (rating ? 4 : 3)) {
      throw new InputException(
          "%s:%d: expected user, item and %s between tabs, but found %d columns: %s",
          file, line, third.word, columns.length, shown(text));
    }
    if (columns[0].isEmpty() || columns[1].isEmpty()) {
      throw new InputException(
          "%s:%d: the %s is empty", file, line, columns[0].isEmpty() ? "user" : "item");
    }
    users.add(userIds.code(columns[0]));
    items.add(itemIds.code(columns[1]));
    values.add(columns.length == 2 ? 1 : number(line, columns[2]));
    lines.add(line);
  }

  private double number(int line, String text) {
    double value = parsed(text.strip());
    if (Double.isFinite(value)) {
      return value;
    }
    throw new InputException(
        "%s:%d: the %s is '%s', but must be a finite number%s",
        file, line, third.word, shown(text), line == 1 ? "; remove the header if it is one" : "");
  }

  /** NaN if the text is no number. */
  private static double parsed(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  private static String shown(String text) {
    String visible = text.replace("\t", "\\t");
    return visible.length() <= 80 ? visible : visible.substring(0, 80) + "...";
  }
}
