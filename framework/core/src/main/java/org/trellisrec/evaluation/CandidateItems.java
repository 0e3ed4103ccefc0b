package org.trellisrec.evaluation;

import org.trellisrec.data.Candidates;
import org.trellisrec.data.Interactions;

/** The candidates of one user after another, as an ascending array of distinct items. */
final class CandidateItems {
  private final Interactions perUser;
  private int[] items;
  private int count;

  CandidateItems(Candidates candidates) {
    if (candidates instanceof Candidates.Shared shared) {
      this.perUser = null;
      this.items = shared.items().toArray();
      this.count = items.length;
    } else {
      this.perUser = ((Candidates.PerUser) candidates).items();
      this.items = new int[0];
    }
  }

  private CandidateItems(Interactions perUser, int[] items, int count) {
    this.perUser = perUser;
    this.items = items;
    this.count = count;
  }

  /** The same for another thread. */
  CandidateItems copy() {
    return new CandidateItems(perUser, items, count);
  }

  /** Moves to {@code user}. */
  void load(int user) {
    if (perUser == null) {
      return;
    }
    if (items.length < perUser.count(user)) {
      items = new int[perUser.count(user)];
    }
    count = 0;
    for (int p = perUser.start(user); p < perUser.end(user); p++) {
      if (count == 0 || items[count - 1] != perUser.column(p)) {
        items[count++] = perUser.column(p);
      }
    }
  }

  /** The items; only the first {@link #count()} are valid. Not to be changed. */
  int[] items() {
    return items;
  }

  int count() {
    return count;
  }
}
