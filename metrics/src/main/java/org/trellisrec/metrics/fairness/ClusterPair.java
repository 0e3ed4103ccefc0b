package org.trellisrec.metrics.fairness;

import org.trellisrec.metrics.clustering.ClusterSource;

/**
 * A clustering of users and one of items.
 *
 * @param users of users
 * @param items of items
 */
record ClusterPair(ClusterSource users, ClusterSource items) {
  /** What labels of metrics over both end with. */
  String suffix() {
    return "_users:%s_items:%s".formatted(users.name(), items.name());
  }
}
