package org.trellisrec.metrics.fairness;

import java.util.ArrayList;
import java.util.List;
import org.trellisrec.data.Dataset;
import org.trellisrec.metrics.clustering.ClusterSource;

/**
 * A clustering of users and one of items.
 *
 * @param users of users
 * @param items of items
 */
record ClusterPair(ClusterSource users, ClusterSource items) {
  /** What the user should know of how both go with the data. */
  List<String> notes(Dataset data) {
    List<String> notes = new ArrayList<>(users.userNotes(data));
    notes.addAll(items.itemNotes(data));
    return notes;
  }

  /** What labels of metrics over both end with. */
  String suffix() {
    return "_users:%s_items:%s".formatted(users.name(), items.name());
  }
}
