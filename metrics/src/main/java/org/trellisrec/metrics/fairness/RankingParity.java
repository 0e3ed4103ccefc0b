package org.trellisrec.metrics.fairness;

import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Supplier;
import org.trellisrec.metrics.bias.GroupParity;
import org.trellisrec.metrics.bias.ItemGroups;
import org.trellisrec.metrics.clustering.ClusterSource;
import org.trellisrec.metrics.clustering.Clustering;
import org.trellisrec.spi.Convention;
import org.trellisrec.spi.Summary;
import org.trellisrec.spi.SystemMetric;
import org.trellisrec.spi.TaskContext;

/**
 * Ranking statistical parity (RSP): how far item clusters differ in their chance of being
 * recommended.
 *
 * <pre>std over clusters of q_c / mean over clusters of q_c,
 * q_c = sum_u |L_u ∩ c| / sum_u |c minus what is kept out of u's lists|</pre>
 *
 * with the standard deviation of the population. Range [0, sqrt(clusters - 1)]: 0 if all clusters
 * have the same chance. Lower is better. The q_c are reported too, as {@code
 * RSP-ProbToBeRanked_items:<name>-<cluster>}. NaN if a cluster has no candidate or nothing is
 * recommended. Every user counts, relevant items or not, and in {@code standard} also with an empty
 * list: something could have been shown.
 *
 * <p>Conventions: {@code standard} counts the candidates of the task in each cluster; {@code
 * elliot} every item of the cluster, and what is listed although it could not be shown. RecBole
 * does not define it and follows the standard.
 *
 * <p>Source: Zhu, Wang and Caverlee, Measuring and mitigating item under-recommendation bias in
 * personalized ranking systems, SIGIR 2020, doi:10.1145/3397271.3401177.
 */
@Summary(
    value = "How far item clusters differ in their chance of being recommended.",
    source = "Zhu et al., SIGIR 2020, doi:10.1145/3397271.3401177")
public final class RankingParity implements SystemMetric<GroupParity> {
  private final ClusterSource clusters;
  private final String suffix;

  /** Reads the file of clusters, if one is given. */
  @Inject
  public RankingParity(ClusterParams params) {
    this.clusters = params.source();
    this.suffix = "_items:" + clusters.name();
  }

  @Override
  public String label(String name) {
    return name + suffix;
  }

  @Override
  public boolean higherIsBetter(Convention convention) {
    return false;
  }

  @Override
  public List<String> notes(List<TaskContext> tasks) {
    return clusters.itemNotes(tasks.get(0).dataset());
  }

  @Override
  public Supplier<GroupParity> bind(TaskContext task) {
    Clustering items = clusters.items(task);
    return GroupParity.ofExposure(ItemGroups.of(task, items), items.labels(), suffix);
  }
}
