package org.trellisrec.metrics.fairness;

import org.trellisrec.data.Interactions;
import org.trellisrec.metrics.clustering.Clustering;

/**
 * How often each cluster of users meets each cluster of items, and from that how much it prefers
 * them: the share of the cluster of items in what the users meet, over its share of the items.
 */
final class Preferences {
  private final Clustering users;
  private final Clustering items;
  private final long[][] met;

  Preferences(Clustering users, Clustering items) {
    this.users = users;
    this.items = items;
    this.met = new long[users.size()][items.size()];
  }

  /** The preferences in training interactions. */
  static Preferences in(Interactions train, Clustering users, Clustering items) {
    Preferences preferences = new Preferences(users, items);
    for (int user = 0; user < train.rows(); user++) {
      for (int p = train.start(user); p < train.end(user); p++) {
        preferences.add(user, train.column(p));
      }
    }
    return preferences;
  }

  void add(int user, int item) {
    int userGroup = users.of()[user];
    int itemGroup = items.of()[item];
    if (userGroup >= 0 && itemGroup >= 0) {
      met[userGroup][itemGroup]++;
    }
  }

  void merge(Preferences other) {
    for (int u = 0; u < met.length; u++) {
      for (int i = 0; i < met[u].length; i++) {
        met[u][i] += other.met[u][i];
      }
    }
  }

  /**
   * The preference of cluster {@code u} of users for cluster {@code i} of items; 1 if it is met as
   * often as its size suggests, NaN if the users meet nothing or the cluster is empty.
   *
   * @param sizes number of items per cluster
   */
  double bias(int u, int i, long[] sizes) {
    long all = 0;
    long catalogue = 0;
    for (int other = 0; other < sizes.length; other++) {
      all += met[u][other];
      catalogue += sizes[other];
    }
    return (double) met[u][i] / all / ((double) sizes[i] / catalogue);
  }
}
