package org.trellisrec.evaluation;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Consumer;
import org.trellisrec.data.Vocabulary;
import org.trellisrec.input.TripleRows;
import org.trellisrec.spi.InputException;

/**
 * Recommendation files: rows of user, item and score between tabs, without header. Rank order is
 * descending score; equal scores keep the order of the file.
 */
public final class RecommendationFile {
  private RecommendationFile() {}

  /**
   * Reads lists.
   *
   * @param users ids of the users that count; rows of others are passed over and noted
   * @param items ids of the items that count, likewise
   * @param notes takes what was passed over or repaired
   * @throws InputException naming file and line if a row is malformed, or if a user is recommended
   *     an item twice
   */
  public static Recommendations read(
      Path file, Vocabulary users, Vocabulary items, Consumer<String> notes) {
    IdCodes userIds = new IdCodes();
    IdCodes itemIds = new IdCodes();
    TripleFile rows = TripleFile.read(file, TripleRows.Third.SCORE, userIds, itemIds, notes);
    int[] user = userIds.indices(users);
    int[] item = itemIds.indices(items);
    RowFilter known = row -> user[rows.user(row)] >= 0 && item[rows.item(row)] >= 0;
    Kept kept = lists(rows, user, item, known);
    if (kept.passedOver() > 0) {
      notes.accept(
          "%s: passed over rows of unknown users or items: %d, the first is %s"
              .formatted(file, kept.passedOver(), rows.place(kept.firstPassedOver())));
    }
    return kept.lists();
  }

  /** Decides which rows stay. */
  @FunctionalInterface
  interface RowFilter {
    boolean keeps(int row);
  }

  /** Lists made of the rows that a filter kept, and what it did not keep. */
  record Kept(Recommendations lists, int passedOver, int firstPassedOver) {}

  /** Lists from rows whose codes stand for these indices. */
  static Kept lists(TripleFile rows, int[] userOf, int[] itemOf, RowFilter filter) {
    RecommendationsBuilder builder = new RecommendationsBuilder();
    int[] rowOf = new int[rows.size()];
    int first = -1;
    for (int row = 0; row < rows.size(); row++) {
      if (filter.keeps(row)) {
        rowOf[builder.size()] = row;
        builder.add(userOf[rows.user(row)], itemOf[rows.item(row)], rows.value(row));
      } else if (first < 0) {
        first = row;
      }
    }
    try {
      return new Kept(builder.build(), rows.size() - builder.size(), first);
    } catch (RepeatedItemException e) {
      throw new InputException(
          "%s: recommends an item that %s recommends to the same user already; remove one of them",
          rows.place(rowOf[e.secondRow()]), rows.place(rowOf[e.firstRow()]));
    }
  }

  /** Writes lists, users by index; the file appears at its place once it is complete. */
  public static void write(Path file, Recommendations lists, Vocabulary users, Vocabulary items)
      throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
    String[] itemIds = new String[items.size()];
    try (BufferedWriter out = Files.newBufferedWriter(temporary)) {
      for (int user : lists.users()) {
        writeList(out, user, lists, users.id(user), items, itemIds);
      }
    }
    Files.move(
        temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static void writeList(
      Writer out, int user, Recommendations lists, String id, Vocabulary items, String[] itemIds)
      throws IOException {
    for (int rank = 0; rank < lists.size(user); rank++) {
      int item = lists.item(user, rank);
      if (itemIds[item] == null) {
        itemIds[item] = items.id(item);
      }
      out.write(id);
      out.write('\t');
      out.write(itemIds[item]);
      out.write('\t');
      out.write(lists.scoreText(user, rank));
      out.write('\n');
    }
  }
}
