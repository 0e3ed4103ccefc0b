package org.trellisrec.evaluation;

import com.carrotsearch.hppc.DoubleArrayList;
import com.carrotsearch.hppc.IntArrayList;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.trellisrec.input.TripleRows;
import org.trellisrec.spi.InputException;

/** The rows of user, item and rating of a file, in its order, ids as codes. */
final class TripleFile {
  private final IntArrayList users = new IntArrayList();
  private final IntArrayList items = new IntArrayList();
  private final DoubleArrayList values = new DoubleArrayList();

  private TripleFile() {}

  /**
   * Reads a file.
   *
   * @param notes is told of what was passed over or repaired, with counts
   * @throws InputException naming file and line if a row is malformed, or if there is none
   */
  static TripleFile read(Path file, IdCodes users, IdCodes items, Consumer<String> notes) {
    TripleFile rows = new TripleFile();
    TripleRows.read(
        file,
        TripleRows.Third.RATING,
        (user, item, value, line) -> {
          rows.users.add(users.code(user));
          rows.items.add(items.code(item));
          rows.values.add(value);
        },
        notes);
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
}
