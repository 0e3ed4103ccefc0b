package org.trellisrec.prefilters;

import java.util.BitSet;
import java.util.function.IntPredicate;
import org.trellisrec.data.Interactions;

/** Selections of whole users and items. */
final class Select {
  private Select() {}

  /** The interactions of the users that pass. */
  static Interactions users(Interactions all, IntPredicate keep) {
    return all.filter(positions(all, keep)::get);
  }

  /** The interactions with the items that pass. */
  static Interactions items(Interactions all, IntPredicate keep) {
    return all.filter(p -> keep.test(all.column(p)));
  }

  /** The positions of the users that pass. */
  static BitSet positions(Interactions all, IntPredicate keep) {
    BitSet kept = new BitSet(all.size());
    for (int user = 0; user < all.rows(); user++) {
      if (keep.test(user)) {
        kept.set(all.start(user), all.end(user));
      }
    }
    return kept;
  }

  /** The users with at least {@code core} interactions. */
  static Interactions userCore(Interactions all, int core) {
    return users(all, user -> all.count(user) >= core);
  }

  /** The items with at least {@code core} interactions. */
  static Interactions itemCore(Interactions all, int core) {
    int[] counts = all.columnCounts();
    return items(all, item -> counts[item] >= core);
  }
}
