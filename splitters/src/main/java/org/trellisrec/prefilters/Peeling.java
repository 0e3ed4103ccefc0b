package org.trellisrec.prefilters;

import java.util.Arrays;
import java.util.BitSet;
import org.trellisrec.data.Interactions;

/**
 * Peels a bipartite graph down to its k-core with a queue: every entity that falls below the core
 * is dropped once, and every interaction is looked at no more than twice.
 *
 * <p>Entities are numbered users first, then items. Source: V. Batagelj and M. Zaversnik, An O(m)
 * Algorithm for Cores Decomposition of Networks, 2003, arXiv:cs/0310049.
 */
final class Peeling {
  private final Interactions all;
  private final int core;
  private final int[] degree;
  private final BitSet dropped;
  private final int[] queue;
  private int queued;

  Peeling(Interactions all, int core) {
    this.all = all;
    this.core = core;
    int entities = all.rows() + all.columns();
    degree = Arrays.copyOf(counts(all), entities);
    System.arraycopy(all.columnCounts(), 0, degree, all.rows(), all.columns());
    dropped = new BitSet(entities);
    queue = new int[entities];
  }

  private static int[] counts(Interactions all) {
    int[] counts = new int[all.rows()];
    Arrays.setAll(counts, all::count);
    return counts;
  }

  /** The interactions of the core. */
  Interactions core() {
    for (int entity = 0; entity < degree.length; entity++) {
      if (degree[entity] < core) {
        drop(entity);
      }
    }
    if (dropped.isEmpty()) {
      return all;
    }
    peel(UsersOfItems.of(all));
    BitSet kept = Select.positions(all, user -> !dropped.get(user));
    return all.filter(p -> kept.get(p) && !dropped.get(all.rows() + all.column(p)));
  }

  private void peel(UsersOfItems usersOf) {
    for (int next = 0; next < queued; next++) {
      int entity = queue[next];
      if (entity < all.rows()) {
        for (int p = all.start(entity); p < all.end(entity); p++) {
          lose(all.rows() + all.column(p));
        }
      } else {
        int item = entity - all.rows();
        for (int i = usersOf.starts()[item]; i < usersOf.starts()[item + 1]; i++) {
          lose(usersOf.users()[i]);
        }
      }
    }
  }

  private void lose(int entity) {
    if (--degree[entity] < core && !dropped.get(entity)) {
      drop(entity);
    }
  }

  private void drop(int entity) {
    dropped.set(entity);
    queue[queued++] = entity;
  }

  /** The users of each item, one per interaction: the transpose without ratings and times. */
  private record UsersOfItems(int[] starts, int[] users) {
    static UsersOfItems of(Interactions all) {
      int[] starts = new int[all.columns() + 1];
      int[] counts = all.columnCounts();
      for (int item = 0; item < counts.length; item++) {
        starts[item + 1] = starts[item] + counts[item];
      }
      int[] next = starts.clone();
      int[] users = new int[all.size()];
      for (int user = 0; user < all.rows(); user++) {
        for (int p = all.start(user); p < all.end(user); p++) {
          users[next[all.column(p)]++] = user;
        }
      }
      return new UsersOfItems(starts, users);
    }
  }
}
