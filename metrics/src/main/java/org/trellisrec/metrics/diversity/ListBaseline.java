package org.trellisrec.metrics.diversity;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.Vocabulary;
import org.trellisrec.input.ListFile;
import org.trellisrec.metrics.FileMatch;
import org.trellisrec.metrics.Offer;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.TaskContext;

/**
 * A model whose lists are given. What a user could not be shown is passed over before a list is
 * cut.
 *
 * @param lists items by user, best first; null for a user without a list
 * @param offer what each user could be shown
 */
record ListBaseline(int[][] lists, Offer offer) implements Baseline {
  /**
   * The lists of a file in the ids of a task; items that the data set does not have cannot be
   * recommended by anyone and are passed over.
   *
   * @throws InputException if no user with a held-out item has a list
   */
  static ListBaseline of(ListFile file, TaskContext task) {
    Vocabulary users = task.dataset().users();
    Vocabulary items = task.dataset().items();
    int[][] lists = new int[users.size()][];
    int[] itemOf = file.items().stream().mapToInt(items::indexOf).toArray();
    for (int i = 0; i < file.users().size(); i++) {
      int list = i;
      int user = users.indexOf(file.users().get(list));
      if (user >= 0) {
        lists[user] =
            IntStream.range(0, file.size(list))
                .map(rank -> itemOf[file.item(list, rank)])
                .filter(item -> item >= 0)
                .toArray();
      }
    }
    int[] heldOut =
        IntStream.range(0, lists.length).filter(u -> task.task().truth().count(u) > 0).toArray();
    if (Arrays.stream(heldOut).allMatch(user -> lists[user] == null)) {
      throw new InputException(
          "%s has no list for any of the %d users of task '%s'; expected their ids in the first"
              + " column",
          file.path(), heldOut.length, task.task().name());
    }
    return new ListBaseline(lists, Offer.of(task));
  }

  /** What the user should know of how the lists of a file go with the data. */
  static List<String> notes(ListFile file, List<TaskContext> tasks) {
    Dataset data = tasks.get(0).dataset();
    Path path = file.path();
    List<String> notes = new ArrayList<>();
    notes.addAll(new FileMatch(path, file.users(), data.users(), "users").unknown());
    notes.addAll(new FileMatch(path, file.items(), data.items(), "items").unknown());
    notes.addAll(withoutList(file, tasks, data.users()));
    return notes;
  }

  private static List<String> withoutList(
      ListFile file, List<TaskContext> tasks, Vocabulary users) {
    BitSet measured = new BitSet();
    tasks.forEach(task -> Arrays.stream(task.task().users()).forEach(measured::set));
    BitSet left = (BitSet) measured.clone();
    file.users().stream().mapToInt(users::indexOf).filter(user -> user >= 0).forEach(left::clear);
    return left.isEmpty()
        ? List.of()
        : List.of(
            "%s: users to be evaluated for whom it has no list: %d of %d (first: '%s'); whatever they"
                    .formatted(
                        file.path(),
                        left.cardinality(),
                        measured.cardinality(),
                        users.id(left.nextSetBit(0)))
                + " find counts as unexpected");
  }

  @Override
  public boolean recommends(int user, int item, int k) {
    int[] list = lists[user] == null ? new int[0] : lists[user];
    int shown = 0;
    for (int i = 0; i < list.length && shown < k; i++) {
      if (offer.contains(user, list[i])) {
        if (list[i] == item) {
          return true;
        }
        shown++;
      }
    }
    return false;
  }
}
