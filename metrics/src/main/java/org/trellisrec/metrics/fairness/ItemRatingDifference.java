package org.trellisrec.metrics.fairness;

import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Supplier;
import org.trellisrec.metrics.clustering.ClusterSource;
import org.trellisrec.metrics.clustering.Clustering;
import org.trellisrec.spi.Convention;
import org.trellisrec.spi.RankedList;
import org.trellisrec.spi.Summary;
import org.trellisrec.spi.SystemMetric;
import org.trellisrec.spi.TaskContext;

/**
 * Mean absolute deviation (ItemMADrating): how far clusters of items differ in the scores with
 * which relevant items are recommended.
 *
 * <pre>mean over pairs of clusters of |m_a - m_b|</pre>
 *
 * with m_c the mean over the recommended items of c of the mean score over the users an item is
 * shown to, where a score counts as 0 if the item is not relevant. Range [0, infinity): 0 if all
 * clusters have the same mean; lower is better. NaN with fewer than two clusters. Users without
 * relevant items are left out.
 *
 * <p>Conventions: in {@code elliot} there is no value if a cluster is without recommended items,
 * which is left out otherwise. RecBole does not define it and follows the standard.
 *
 * <p>Source: Deldjoo, Anelli, Zamani, Bellogín and Di Noia, A flexible framework for evaluating
 * user and item fairness in recommender systems, User Modeling and User-Adapted Interaction 31,
 * 2021, doi:10.1007/s11257-020-09285-1.
 */
@Summary(
    value =
        "How far clusters of items differ in the scores with which relevant items are recommended.",
    source = "Deldjoo et al., UMUAI 31, 2021, doi:10.1007/s11257-020-09285-1")
public final class ItemRatingDifference implements SystemMetric<ItemGroupMeans> {
  private final ClusterSource clusters;

  /** Reads the file of clusters, if one is given. */
  @Inject
  public ItemRatingDifference(ClusterParams params) {
    this.clusters = params.source();
  }

  @Override
  public String label(String name) {
    return name + "_" + clusters.name();
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
  public Supplier<ItemGroupMeans> bind(TaskContext task) {
    Clustering items = clusters.items(task);
    return () -> new ItemGroupMeans(RankedList::score, items, task.convention());
  }
}
