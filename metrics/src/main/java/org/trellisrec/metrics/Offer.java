package org.trellisrec.metrics;

import org.trellisrec.data.Candidates;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.ItemSet;
import org.trellisrec.spi.TaskContext;

/** The items that a user could be shown: the candidates of the task without the user's history. */
public sealed interface Offer {
  /** Number of items that {@code user} could be shown. */
  int size(int user);

  /** True if {@code user} could be shown {@code item}. */
  boolean contains(int user, int item);

  /** The offer of a task. */
  static Offer of(TaskContext task) {
    Interactions history = task.task().history();
    Candidates candidates = task.task().candidates();
    return candidates instanceof Candidates.Shared shared
        ? Common.of(shared.items(), history)
        : new Own(((Candidates.PerUser) candidates).items(), history);
  }

  /**
   * The same candidates for everyone.
   *
   * @param sizes of the offers, by user
   */
  record Common(ItemSet items, int[] sizes, Interactions history) implements Offer {
    private static Common of(ItemSet items, Interactions history) {
      int[] sizes = new int[history.rows()];
      int all = items.size();
      for (int user = 0; user < sizes.length; user++) {
        int size = all;
        for (int p = history.start(user); p < history.end(user); p++) {
          size -= isRepeated(history, user, p) || !items.contains(history.column(p)) ? 0 : 1;
        }
        sizes[user] = size;
      }
      return new Common(items, sizes, history);
    }

    @Override
    public int size(int user) {
      return sizes[user];
    }

    @Override
    public boolean contains(int user, int item) {
      return items.contains(item) && !history.contains(user, item);
    }
  }

  /** Candidates of each user's own. */
  record Own(Interactions items, Interactions history) implements Offer {
    @Override
    public int size(int user) {
      int size = 0;
      for (int p = items.start(user); p < items.end(user); p++) {
        size += history.contains(user, items.column(p)) ? 0 : 1;
      }
      return size;
    }

    @Override
    public boolean contains(int user, int item) {
      return items.contains(user, item) && !history.contains(user, item);
    }
  }

  private static boolean isRepeated(Interactions rows, int user, int position) {
    return position > rows.start(user) && rows.column(position) == rows.column(position - 1);
  }
}
