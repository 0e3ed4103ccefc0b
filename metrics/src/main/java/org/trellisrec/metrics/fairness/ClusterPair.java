package org.trellisrec.metrics.fairness;

import org.trellisrec.metrics.clustering.ClusterSource;

/**
 * A clustering of users and one of items.
 *
 * @param users of users
 * @param items of items
 */
record ClusterPair(ClusterSource users, ClusterSource items) {}
