package org.trellisrec.metrics.fairness;

import jakarta.inject.Inject;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Supplier;
import org.trellisrec.metrics.accuracy.Gain;
import org.trellisrec.metrics.clustering.ClusterSource;
import org.trellisrec.metrics.clustering.Clustering;
import org.trellisrec.spi.Convention;
import org.trellisrec.spi.Summary;
import org.trellisrec.spi.SystemMetric;
import org.trellisrec.spi.TaskContext;

/**
 * Mean absolute deviation (ItemMADranking): how far clusters of items differ in the relevance to
 * those whom they are shown to.
 *
 * <pre>mean over pairs of clusters of |m_a - m_b|</pre>
 *
 * with m_c the mean over the recommended items of c of the mean gain over the users an item is
 * shown to, 0 if the item is not relevant. Range [0, infinity): 0 if all clusters have the same
 * mean; lower is better. NaN with fewer than two clusters. Users without relevant items are left
 * out.
 *
 * <p>Conventions: the gain of rating r is {@code 2^r - 1} in {@code standard} and {@code 2^(r -
 * threshold + 1) - 1} in {@code elliot}, where there is no value if a cluster is without
 * recommended items, which is left out otherwise. RecBole does not define it and follows the
 * standard.
 *
 * <p>Source: Deldjoo, Anelli, Zamani, Bellogín and Di Noia, A flexible framework for evaluating
 * user and item fairness in recommender systems, User Modeling and User-Adapted Interaction 31,
 * 2021, doi:10.1007/s11257-020-09285-1.
 */
@Summary(
    value = "How far clusters of items differ in the relevance to those whom they are shown to.",
    source = "Deldjoo et al., UMUAI 31, 2021, doi:10.1007/s11257-020-09285-1")
public final class ItemRankingDifference implements SystemMetric<ItemGroupMeans> {
  private final ClusterSource clusters;

  /** Reads the file of clusters, if one is given. */
  @Inject
  public ItemRankingDifference(ClusterParams params) {
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

  /**
   * {@inheritDoc}
   *
   * @throws org.trellisrec.spi.InputException if gains are too large to be added up
   */
  @Override
  public Supplier<ItemGroupMeans> bind(TaskContext task) {
    Clustering items = clusters.items(task);
    DoubleUnaryOperator gain = Gain.EXPONENTIAL.in(task, "leave this metric out");
    return () ->
        new ItemGroupMeans(
            (list, rank) -> gain.applyAsDouble(list.rating(rank)), items, task.convention());
  }
}
