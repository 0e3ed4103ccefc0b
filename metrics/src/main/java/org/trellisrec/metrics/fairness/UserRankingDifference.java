package org.trellisrec.metrics.fairness;

import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.trellisrec.metrics.Labels;
import org.trellisrec.metrics.clustering.ClusterKeys;
import org.trellisrec.metrics.clustering.ClusterSource;
import org.trellisrec.metrics.clustering.Clustering;
import org.trellisrec.spi.Convention;
import org.trellisrec.spi.MetricCatalog;
import org.trellisrec.spi.Param;
import org.trellisrec.spi.Summary;
import org.trellisrec.spi.SystemMetric;
import org.trellisrec.spi.TaskContext;
import org.trellisrec.spi.UserMetric;

/**
 * Mean absolute deviation (UserMADranking): how far clusters of users differ in the quality of
 * their lists.
 *
 * <pre>mean over pairs of clusters of |m_a - m_b|</pre>
 *
 * with m_c the mean over the users of c of nDCG, or of another metric, which may weigh users as
 * GAUC does in {@code recbole}. Range [0, 1] for metrics in [0, 1]: 0 if all clusters have the same
 * mean; lower is better. NaN with fewer than two clusters. Users without a value under the metric
 * are left out.
 *
 * <p>Conventions: those of the metric; in {@code elliot} there is no value if a cluster is without
 * users, which is left out otherwise. RecBole does not define it and follows the standard.
 *
 * <p>Source: Deldjoo, Anelli, Zamani, Bellogín and Di Noia, A flexible framework for evaluating
 * user and item fairness in recommender systems, User Modeling and User-Adapted Interaction 31,
 * 2021, doi:10.1007/s11257-020-09285-1.
 */
@Summary(
    value = "How far clusters of users differ in the quality of their lists.",
    source = "Deldjoo et al., UMUAI 31, 2021, doi:10.1007/s11257-020-09285-1")
public final class UserRankingDifference implements SystemMetric<UserGroupMeans> {
  private static final ClusterKeys KEYS = ClusterKeys.of("clustering");

  private final ClusterSource clusters;
  private final UserMetric quality;
  private final String qualityName;

  /**
   * Parameters.
   *
   * @param clusteringName its name in result tables; without a file, the categorical modality
   * @param clusteringFile lines of user and cluster, separated by a tab
   * @param quality the metric of the lists
   */
  public record Params(
      @Param(
              description =
                  "Name of the clustering in tables; without a file, the modality that it is.",
              byDefault = Param.OPTIONAL)
          String clusteringName,
      @Param(
              description = "File with a user and its cluster per line, separated by a tab.",
              byDefault = Param.OPTIONAL)
          Path clusteringFile,
      @Param(description = "The metric of the lists; one value per user.", byDefault = "nDCG")
          String quality) {

    /** Checks that there is a clustering. */
    public Params {
      ClusterSource.requireOne(KEYS, clusteringName, clusteringFile);
    }
  }

  /** Reads the file of clusters, if one is given. */
  @Inject
  public UserRankingDifference(Params params, MetricCatalog metrics) {
    this.clusters = ClusterSource.of(KEYS, params.clusteringName(), params.clusteringFile());
    this.quality = metrics.userMetric(params.quality());
    this.qualityName = params.quality();
  }

  @Override
  public String label(String name) {
    return Labels.with(name + "_" + clusters.name(), "quality", qualityName, "nDCG");
  }

  @Override
  public Set<Requirement> requires() {
    return quality.requires();
  }

  @Override
  public boolean higherIsBetter(Convention convention) {
    return false;
  }

  @Override
  public List<String> notes(List<TaskContext> tasks) {
    List<String> notes = new ArrayList<>(clusters.userNotes(tasks.get(0).dataset()));
    notes.addAll(quality.notes(tasks));
    return notes;
  }

  @Override
  public Supplier<UserGroupMeans> bind(TaskContext task) {
    Clustering users = clusters.users(task);
    UserMetric.PerUser bound = quality.bind(task);
    return () -> new UserGroupMeans(bound, users, task.convention());
  }
}
