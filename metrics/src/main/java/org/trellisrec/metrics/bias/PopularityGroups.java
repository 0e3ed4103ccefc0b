package org.trellisrec.metrics.bias;

import org.trellisrec.data.ItemSet;
import org.trellisrec.spi.Convention;
import org.trellisrec.spi.RankedList;
import org.trellisrec.spi.TaskContext;

/** Short head and long tail of the items. */
final class PopularityGroups {
  /** The customary share: of the interactions in the short head, or of the items in the tail. */
  static final double SHARE = 0.8;

  private PopularityGroups() {}

  /** All items outside the short head; without those unknown to training in Elliot's convention. */
  static ItemSet tail(TaskContext task, ShortHead rule, double share) {
    ItemSet head = rule.of(task.popularity(), share);
    boolean trainedOnly = task.convention() == Convention.ELLIOT;
    return ItemSet.where(
        head.catalogue(),
        item -> !head.contains(item) && (!trainedOnly || task.popularity().count(item) > 0));
  }

  /** Number of items of a list that are in a group. */
  static int countIn(ItemSet group, RankedList list) {
    int count = 0;
    for (int rank = 0; rank < list.size(); rank++) {
      count += group.contains(list.item(rank)) ? 1 : 0;
    }
    return count;
  }

  /** Group of every item: 0 for the short head, 1 for the tail, -1 for neither. */
  static int[] groups(TaskContext task, ShortHead rule, double share) {
    ItemSet head = rule.of(task.popularity(), share);
    ItemSet tail = tail(task, rule, share);
    int[] groups = new int[head.catalogue()];
    for (int item = 0; item < groups.length; item++) {
      groups[item] = head.contains(item) ? 0 : tail.contains(item) ? 1 : -1;
    }
    return groups;
  }
}
