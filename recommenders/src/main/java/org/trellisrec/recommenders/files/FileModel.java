package org.trellisrec.recommenders.files;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.trellisrec.data.Vocabulary;
import org.trellisrec.input.ListFile;
import org.trellisrec.spi.ListModel;

/**
 * The lists of a file in the ids of a data set.
 *
 * @param items by user, best first; empty for a user without a list
 * @param scores likewise
 */
record FileModel(int[][] items, double[][] scores) implements ListModel {
  /**
   * The lists of a file; rows with ids that the data set does not have are left out.
   *
   * @param note is told of what was left out, and why
   */
  static FileModel of(ListFile file, Vocabulary users, Vocabulary items, Consumer<String> note) {
    int[] userOf = indices(file.users(), users);
    int[] itemOf = indices(file.items(), items);
    FileModel model = new FileModel(new int[users.size()][0], new double[users.size()][0]);
    Unknown unknownUsers = new Unknown("user");
    Unknown unknownItems = new Unknown("item");
    for (int i = 0; i < userOf.length; i++) {
      int list = i;
      for (int rank = 0; rank < file.size(list); rank++) {
        int item = file.item(list, rank);
        unknownUsers.count(userOf[list], file.users().get(list), file.line(list, rank));
        unknownItems.count(itemOf[item], file.items().get(item), file.line(list, rank));
      }
      if (userOf[list] >= 0) {
        int[] known =
            IntStream.range(0, file.size(list))
                .filter(rank -> itemOf[file.item(list, rank)] >= 0)
                .toArray();
        model.items[userOf[list]] =
            IntStream.of(known).map(rank -> itemOf[file.item(list, rank)]).toArray();
        model.scores[userOf[list]] =
            IntStream.of(known).mapToDouble(rank -> file.score(list, rank)).toArray();
      }
    }
    unknownUsers.report(file, note);
    unknownItems.report(file, note);
    return model;
  }

  private static int[] indices(List<String> ids, Vocabulary vocabulary) {
    return ids.stream().mapToInt(vocabulary::indexOf).toArray();
  }

  @Override
  public int size(int user) {
    return items[user].length;
  }

  @Override
  public int item(int user, int rank) {
    return items[user][rank];
  }

  @Override
  public double score(int user, int rank) {
    return scores[user][rank];
  }

  /** Counts ids that the data set does not have. */
  private static final class Unknown {
    private final String kind;
    private String example;
    private int line = Integer.MAX_VALUE;
    private int count;

    Unknown(String kind) {
      this.kind = kind;
    }

    void count(int index, String id, int ofLine) {
      if (index < 0) {
        count++;
        if (ofLine < line) {
          line = ofLine;
          example = id;
        }
      }
    }

    void report(ListFile file, Consumer<String> note) {
      if (count > 0) {
        note.accept(
            "%s: %d of %d rows name a%s %s that the data set does not have, first '%s' in line %d; they were left out"
                .formatted(
                    file.path(),
                    count,
                    file.rows(),
                    kind.startsWith("i") ? "n" : "",
                    kind,
                    example,
                    line));
      }
    }
  }
}
