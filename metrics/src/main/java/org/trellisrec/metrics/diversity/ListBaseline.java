package org.trellisrec.metrics.diversity;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.trellisrec.data.Vocabulary;
import org.trellisrec.input.ListFile;
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
