package org.trellisrec.metrics.fairness;

import java.nio.file.Path;
import org.trellisrec.metrics.clustering.ClusterKeys;
import org.trellisrec.metrics.clustering.ClusterSource;
import org.trellisrec.spi.Param;

/**
 * Parameters of a metric over a clustering of the users and one of the items.
 *
 * @param userClusteringName its name in result tables; without a file, the categorical modality
 * @param userClusteringFile lines of user and cluster, separated by a tab
 * @param itemClusteringName its name in result tables; without a file, the categorical modality
 * @param itemClusteringFile lines of item and cluster, separated by a tab
 */
public record UserItemClusters(
    @Param(
            description =
                "Name of the users' clustering in tables; without a file, the modality that it is.",
            byDefault = Param.OPTIONAL)
        String userClusteringName,
    @Param(
            description = "File with a user and its cluster per line, separated by a tab.",
            byDefault = Param.OPTIONAL)
        Path userClusteringFile,
    @Param(
            description =
                "Name of the items' clustering in tables; without a file, the modality that it is.",
            byDefault = Param.OPTIONAL)
        String itemClusteringName,
    @Param(
            description = "File with an item and its cluster per line, separated by a tab.",
            byDefault = Param.OPTIONAL)
        Path itemClusteringFile) {

  private static final ClusterKeys USER_KEYS = ClusterKeys.of("user_clustering");
  private static final ClusterKeys ITEM_KEYS = ClusterKeys.of("item_clustering");

  /** Checks that there are both clusterings. */
  public UserItemClusters {
    ClusterSource.requireOne(USER_KEYS, userClusteringName, userClusteringFile);
    ClusterSource.requireOne(ITEM_KEYS, itemClusteringName, itemClusteringFile);
  }

  /** Both clusterings. */
  ClusterPair pair() {
    return new ClusterPair(
        ClusterSource.of(USER_KEYS, userClusteringName, userClusteringFile),
        ClusterSource.of(ITEM_KEYS, itemClusteringName, itemClusteringFile));
  }
}
