package org.trellisrec.data;

/** Compares matrices of the same shape as sets of (user, item) pairs, in one linear pass. */
public final class PairSets {
  private PairSets() {}

  /**
   * Entries that were found, and the first of them.
   *
   * @param count number of entries
   * @param user row of the first, or -1 if there is none
   * @param item column of the first, or -1 if there is none
   */
  public record Found(int count, int user, int item) {
    /** No entry. */
    public static final Found NOTHING = new Found(0, -1, -1);

    /** True if there is an entry. */
    public boolean any() {
      return count > 0;
    }

    /** These entries and one more. */
    public Found and(int moreUser, int moreItem) {
      return any() ? new Found(count + 1, user, item) : new Found(1, moreUser, moreItem);
    }

    /** The first pair in original ids. */
    public String example(Vocabulary users, Vocabulary items) {
      return "user '%s', item '%s'".formatted(users.id(user), items.id(item));
    }
  }

  /** The entries of {@code left} whose pair occurs in {@code right}. */
  public static Found common(Interactions left, Interactions right) {
    return search(left, right, true);
  }

  /** The entries of {@code left} whose pair does not occur in {@code right}. */
  public static Found missing(Interactions left, Interactions right) {
    return search(left, right, false);
  }

  /** The entries whose pair is that of the entry before. */
  public static Found repeated(Interactions pairs) {
    Found found = Found.NOTHING;
    for (int row = 0; row < pairs.rows(); row++) {
      for (int p = pairs.start(row) + 1; p < pairs.end(row); p++) {
        if (pairs.column(p) == pairs.column(p - 1)) {
          found = found.and(row, pairs.column(p));
        }
      }
    }
    return found;
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
