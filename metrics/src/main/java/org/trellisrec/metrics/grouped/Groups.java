package org.trellisrec.metrics.grouped;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.trellisrec.data.Modality;
import org.trellisrec.metrics.clustering.Clustering;

/**
 * Groups of users or of items; one of them may be in several groups, or in none.
 *
 * @param labels names of the groups
 * @param of indices into {@code labels}, ascending, by user or item
 */
record Groups(List<String> labels, int[][] of) {
  private static final int[] NONE = {};

  /** A group per cluster. */
  static Groups of(Clustering clusters) {
    int[][] alone =
        IntStream.range(0, clusters.size()).mapToObj(g -> new int[] {g}).toArray(int[][]::new);
    int[][] of =
        Arrays.stream(clusters.of())
            .mapToObj(cluster -> cluster < 0 ? NONE : alone[cluster])
            .toArray(int[][]::new);
    return new Groups(clusters.labels(), of);
  }

  /** A group per label, of all that have it. */
  static Groups of(Modality.MultiHot modality) {
    return new Groups(modality.labels(), modality.codes());
  }

  /** True if a user or item is in a group. */
  boolean contains(int group, int entity) {
    for (int own : of[entity]) {
      if (own == group) {
        return true;
      }
    }
    return false;
  }

  /** Number of groups. */
  int size() {
    return labels.size();
  }
}
