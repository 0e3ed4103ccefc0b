package org.trellisrec.pipeline;

import org.trellisrec.data.Dataset;
import org.trellisrec.data.Interactions;

/** Compares matrices of the same shape as sets of (user, item) pairs, in one linear pass. */
final class PairSets {
  private PairSets() {}

  /**
   * Entries that were found, and the first of them.
   *
   * @param count number of entries
   * @param user row of the first, or -1 if there is none
   * @param item column of the first, or -1 if there is none
   */
  record Found(int count, int user, int item) {
    static final Found NOTHING = new Found(0, -1, -1);

    boolean any() {
      return count > 0;
    }

    Found and(int moreUser, int moreItem) {
      return any() ? new Found(count + 1, user, item) : new Found(1, moreUser, moreItem);
    }

    /** The first pair in original ids. */
    String example(Dataset data) {
      return "user '%s', item '%s'".formatted(data.users().id(user), data.items().id(item));
    }
  }

  /** The entries of {@code left} whose pair occurs in {@code right}. */
  static Found common(Interactions left, Interactions right) {
    return search(left, right, true);
  }

  /** The entries of {@code left} whose pair does not occur in {@code right}. */
  static Found missing(Interactions left, Interactions right) {
    return search(left, right, false);
  }

  private static Found search(Interactions left, Interactions right, boolean wanted) {
    Found found = Found.NOTHING;
    for (int row = 0; row < left.rows(); row++) {
      int q = right.start(row);
      int end = right.end(row);
      for (int p = left.start(row); p < left.end(row); p++) {
        int column = left.column(p);
        while (q < end && right.column(q) < column) {
          q++;
        }
        boolean present = q < end && right.column(q) == column;
        if (present == wanted) {
          found = found.and(row, column);
        }
      }
    }
    return found;
  }
}
