package org.trellisrec.recommenders.files;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.trellisrec.data.Vocabulary;
import org.trellisrec.input.TripleRows;
import org.trellisrec.input.TripleRows.Third;
import org.trellisrec.spi.InputException;

/** The lists of a file of recommendations, in the ids of a data set. */
final class ListFile {
  private final Path path;
  private final Vocabulary users;
  private final Vocabulary items;
  private final List<RankedItems> lists;
  private final Unknown unknownUsers = new Unknown("user");
  private final Unknown unknownItems = new Unknown("item");

  private ListFile(Path path, Vocabulary users, Vocabulary items) {
    this.path = path;
    this.users = users;
    this.items = items;
    this.lists = new ArrayList<>();
    for (int user = 0; user < users.size(); user++) {
      lists.add(null);
    }
  }

  /**
   * The list of every user, null for users without one.
   *
   * @param note is told of what was left out or repaired, and why
   * @throws InputException if the file cannot be read or a row is malformed
   */
  static List<RankedItems> read(
      Path path, Vocabulary users, Vocabulary items, Consumer<String> note) {
    ListFile file = new ListFile(path, users, items);
    file.finish(TripleRows.read(path, Third.SCORE, file::add, note), note);
    return file.lists;
  }

  /**
   * Reads the file for its faults only.
   *
   * @throws InputException if it cannot be read or a row is malformed
   */
  static void check(Path path) {
    TripleRows.read(path, Third.SCORE, (user, item, score, line) -> {}, note -> {});
  }

  private void add(String userId, String itemId, double score, int line) {
    int user = users.indexOf(userId);
    int item = items.indexOf(itemId);
    unknownUsers.count(user, userId, line);
    unknownItems.count(item, itemId, line);
    if (user >= 0 && item >= 0) {
      if (lists.get(user) == null) {
        lists.set(user, new RankedItems());
      }
      lists.get(user).add(item, score);
    }
  }

  private void finish(int lines, Consumer<String> note) {
    int repeated = 0;
    for (RankedItems list : lists) {
      repeated += list == null ? 0 : list.rank();
    }
    unknownUsers.report(path, lines, note);
    unknownItems.report(path, lines, note);
    if (repeated > 0) {
      note.accept(
          "%s: %d of %d rows repeat an item of the same user; the better ranked one was kept"
              .formatted(path, repeated, lines));
    }
  }

  /** Counts ids that the data set does not have. */
  private static final class Unknown {
    private final String kind;
    private String example;
    private int count;

    Unknown(String kind) {
      this.kind = kind;
    }

    void count(int index, String id, int line) {
      if (index < 0) {
        example = count++ == 0 ? "'%s' in line %d".formatted(id, line) : example;
      }
    }

    void report(Path path, int lines, Consumer<String> note) {
      if (count > 0) {
        note.accept(
            "%s: %d of %d rows name a%s %s that the data set does not have, first %s; they were left"
                    .formatted(path, count, lines, kind.startsWith("i") ? "n" : "", kind, example)
                + " out");
      }
    }
  }
}
