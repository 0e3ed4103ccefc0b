package org.trellisrec.metrics;

import java.util.Arrays;
import org.trellisrec.data.Candidates;
import org.trellisrec.data.Hidden;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.ItemSet;
import org.trellisrec.spi.TaskContext;

/**
 * The items that a user could be shown: the candidates of the task without what is kept out of the
 * user's lists.
 */
public sealed interface Offer {
  /** Number of items that {@code user} could be shown. */
  int size(int user);

  /** True if {@code user} could be shown {@code item}. */
  boolean contains(int user, int item);

  /** The offer of a task. */
  static Offer of(TaskContext task) {
    return task.task().candidates() instanceof Candidates.Shared shared
        ? Common.of(shared.items(), task.hidden(), task.train().rows())
        : new Own(((Candidates.PerUser) task.task().candidates()).items(), task.hidden());
  }

  /**
   * The same candidates for everyone.
   *
   * @param sizes of the offers, by user
   */
  record Common(ItemSet items, int[] sizes, Hidden hidden) implements Offer {
    private static Common of(ItemSet items, Hidden hidden, int users) {
      int[] sizes = new int[users];
      int all = items.size();
      Arrays.setAll(sizes, user -> all - hidden.count(user, items::contains));
      return new Common(items, sizes, hidden);
    }

    @Override
    public int size(int user) {
      return sizes[user];
    }

    @Override
    public boolean contains(int user, int item) {
      return items.contains(item) && !hidden.contains(user, item);
    }
  }

  /** Candidates of each user's own. */
  record Own(Interactions items, Hidden hidden) implements Offer {
    @Override
    public int size(int user) {
      int size = 0;
      for (int p = items.start(user); p < items.end(user); p++) {
        size += hidden.contains(user, items.column(p)) ? 0 : 1;
      }
      return size;
    }

    @Override
    public boolean contains(int user, int item) {
      return items.contains(user, item) && !hidden.contains(user, item);
    }
  }
}
