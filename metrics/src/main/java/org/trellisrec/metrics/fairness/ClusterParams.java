package org.trellisrec.metrics.fairness;

import java.nio.file.Path;
import org.trellisrec.metrics.clustering.ClusterKeys;
import org.trellisrec.metrics.clustering.ClusterSource;
import org.trellisrec.spi.Param;

/**
 * Parameters of a metric over one clustering.
 *
 * @param clusteringName its name in result tables; without a file, the categorical modality to take
 * @param clusteringFile lines of id and cluster, separated by a tab
 */
public record ClusterParams(
    @Param(
            description =
                "Name of the clustering in tables; without a file, the modality that it is.",
            byDefault = Param.OPTIONAL)
        String clusteringName,
    @Param(
            description = "File with an id and its cluster per line, separated by a tab.",
            byDefault = Param.OPTIONAL)
        Path clusteringFile) {

  private static final ClusterKeys KEYS = ClusterKeys.of("clustering");

  /** Checks that there is a clustering. */
  public ClusterParams {
    ClusterSource.requireOne(KEYS, clusteringName, clusteringFile);
  }

  /** The clusters. */
  ClusterSource source() {
    return ClusterSource.of(KEYS, clusteringName, clusteringFile);
  }
}
