package org.trellisrec.metrics.bias;

import java.util.List;
import org.trellisrec.data.Candidates;
import org.trellisrec.data.Hidden;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.ItemSet;
import org.trellisrec.data.PairSets;
import org.trellisrec.metrics.clustering.Clustering;
import org.trellisrec.spi.Convention;
import org.trellisrec.spi.TaskContext;

/**
 * Which group an item is in, and how many items of each group a user could have been shown: the
 * candidates of the task without what is kept out of the user's lists; in Elliot's convention every
 * item of the group without the user's training items.
 */
public final class ItemGroups {
  private final int[] groupOf;
  private final boolean[] offered;
  private final long[] sizes;
  private final Hidden hidden;
  private final Interactions heldOut;
  private final Interactions perUser;
  private final boolean countsAllListed;

  /**
   * Prepares the groups for a task.
   *
   * @param groupOf group of every item, in {@code [0, count)}, or -1 for none
   */
  public ItemGroups(TaskContext task, int[] groupOf, int count) {
    boolean elliot = task.convention() == Convention.ELLIOT;
    Candidates candidates = task.task().candidates();
    this.groupOf = groupOf;
    this.countsAllListed = elliot;
    this.hidden = elliot ? new Hidden(List.of(task.train())) : task.hidden();
    this.heldOut = task.task().truth();
    this.perUser = !elliot && candidates instanceof Candidates.PerUser own ? own.items() : null;
    ItemSet limit = !elliot && candidates instanceof Candidates.Shared all ? all.items() : null;
    this.offered = new boolean[groupOf.length];
    this.sizes = new long[count];
    for (int item = 0; item < groupOf.length; item++) {
      offered[item] = groupOf[item] >= 0 && (limit == null || limit.contains(item));
      if (offered[item]) {
        sizes[groupOf[item]]++;
      }
    }
  }

  /**
   * The clusters of items as groups. In Elliot's convention items that are clustered but not in the
   * data could have been shown too.
   */
  public static ItemGroups of(TaskContext task, Clustering clusters) {
    ItemGroups groups = new ItemGroups(task, clusters.of(), clusters.size());
    if (task.convention() == Convention.ELLIOT) {
      System.arraycopy(clusters.declared(), 0, groups.sizes, 0, clusters.size());
    }
    return groups;
  }

  /**
   * True if some user could not be shown a held-out item of its own. Few splits have such items;
   * knowing that there are none saves looking each up.
   */
  boolean hidesHeldOut() {
    return hidden.parts().stream().anyMatch(part -> PairSets.common(heldOut, part).any());
  }

  /** True if {@code user} could not be shown {@code item}. */
  boolean isHidden(int user, int item) {
    return hidden.contains(user, item);
  }

  /**
   * True if {@code item} counts in the list of {@code user}, which it does where it could have been
   * shown. Elliot counts whatever is listed.
   */
  boolean countsListed(int user, int item) {
    return countsAllListed
        || (offered[item]
            && !hidden.contains(user, item)
            && (perUser == null || perUser.contains(user, item)));
  }

  /** Number of groups. */
  int count() {
    return sizes.length;
  }

  /** The group of {@code item}, or -1. */
  int of(int item) {
    return groupOf[item];
  }

  /** Adds the number of items per group that {@code user} could have been shown. */
  void addAvailable(int user, long[] available) {
    if (perUser != null) {
      addOwn(user, available);
      return;
    }
    for (int group = 0; group < sizes.length; group++) {
      available[group] += sizes[group];
    }
    hidden.forEach(
        user,
        item -> {
          if (offered[item]) {
            available[groupOf[item]]--;
          }
        });
  }

  private void addOwn(int user, long[] available) {
    for (int p = perUser.start(user); p < perUser.end(user); p++) {
      int item = perUser.column(p);
      if (offered[item] && !hidden.contains(user, item)) {
        available[groupOf[item]]++;
      }
    }
  }
}
