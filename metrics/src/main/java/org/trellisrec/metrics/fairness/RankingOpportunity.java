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
 * Ranking equal opportunity (REO): how far item clusters differ in their chance of being
 * recommended where they are relevant.
 *
 * <pre>std over clusters of q_c / mean over clusters of q_c,
 * q_c = sum_u |L_u ∩ R_u ∩ c| / sum_u |R_u ∩ c minus what is kept out of u's lists|</pre>
 *
 * with the standard deviation of the population. Range [0, sqrt(clusters - 1)]: 0 if all clusters
 * have the same chance. Lower is better. The q_c are reported too, as {@code
 * REO-ProbToBeRanked_items:<name>-<cluster>}. NaN if a cluster has no relevant item or nothing is
 * recommended. Only users with relevant items matter.
 *
 * <p>Conventions: they agree, except that {@code elliot} counts hits that are kept out of the lists
 * where they are listed all the same. RecBole does not define it.
 *
 * <p>Source: Zhu, Wang and Caverlee, Measuring and mitigating item under-recommendation bias in
 * personalized ranking systems, SIGIR 2020, doi:10.1145/3397271.3401177.
 */
@Summary(
    value =
        "How far item clusters differ in their chance of being recommended where they are relevant.",
    source = "Zhu et al., SIGIR 2020, doi:10.1145/3397271.3401177")
public final class RankingOpportunity implements SystemMetric<GroupParity> {
  private final ClusterSource clusters;
  private final String suffix;

  /** Reads the file of clusters, if one is given. */
  @Inject
  public RankingOpportunity(ClusterParams params) {
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
    return GroupParity.ofOpportunity(ItemGroups.of(task, items), items.labels(), suffix);
  }
}
