package org.trellisrec.evaluation;

import java.util.Objects;
import org.trellisrec.spi.RankedList;
import org.trellisrec.spi.TaskContext;
import org.trellisrec.spi.Truth;

/**
 * The list of one user after another, at one cutoff after another. The hits are looked up once per
 * user, up to the largest cutoff. Reused: nothing is allocated per user.
 */
final class ListView implements RankedList {
  private final int[] users;
  private final Recommendations lists;
  private final TruthView truth;
  private final int[] hitAt;
  private final int[] hitsUpTo;
  private int user;
  private int listRow;
  private int start;
  private int length;
  private int firstHit;
  private int cutoff;
  private int size;

  ListView(TaskContext context, Recommendations lists, int largestCutoff) {
    this.users = context.task().users();
    this.lists = lists;
    this.truth = new TruthView(context, lists);
    this.hitAt = new int[Math.min(largestCutoff, longest(lists))];
    this.hitsUpTo = new int[hitAt.length + 1];
  }

  private static int longest(Recommendations lists) {
    int longest = 0;
    for (int row = 0; row < lists.userCount(); row++) {
      longest = Math.max(longest, lists.sizeOf(row));
    }
    return longest;
  }

  /** Moves to the user in a row of the task. */
  void load(int taskRow) {
    user = users[taskRow];
    listRow = lists.row(user);
    truth.load(taskRow, listRow);
    start = lists.startOf(listRow);
    length = Math.min(hitAt.length, lists.sizeOf(listRow));
    firstHit = -1;
    for (int rank = 0; rank < length; rank++) {
      int found = truth.find(lists.itemAt(start + rank));
      hitAt[rank] = found;
      hitsUpTo[rank + 1] = hitsUpTo[rank] + (found >= 0 ? 1 : 0);
      if (found >= 0 && firstHit < 0) {
        firstHit = rank;
      }
    }
  }

  /** Cuts the list of the current user. */
  void cut(int nextCutoff) {
    cutoff = nextCutoff;
    size = Math.min(cutoff, length);
  }

  /** Length of the current user's list before it is cut. */
  int uncutSize() {
    return lists.sizeOf(listRow);
  }

  @Override
  public int user() {
    return user;
  }

  @Override
  public int cutoff() {
    return cutoff;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public int item(int rank) {
    return lists.itemAt(start + Objects.checkIndex(rank, size));
  }

  @Override
  public double score(int rank) {
    return lists.scoreAt(start + Objects.checkIndex(rank, size));
  }

  @Override
  public boolean isRelevant(int rank) {
    return hitAt[Objects.checkIndex(rank, size)] >= 0;
  }

  @Override
  public float rating(int rank) {
    int found = hitAt[Objects.checkIndex(rank, size)];
    return found < 0 ? Float.NaN : truth.rating(found);
  }

  @Override
  public int hits() {
    return hitsUpTo[size];
  }

  @Override
  public int firstHit() {
    return firstHit < size ? firstHit : -1;
  }

  @Override
  public Truth truth() {
    return truth;
  }
}
