package org.trellisrec.metrics.fairness;

import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Supplier;
import org.trellisrec.spi.Convention;
import org.trellisrec.spi.Summary;
import org.trellisrec.spi.SystemMetric;
import org.trellisrec.spi.TaskContext;

/**
 * How much lists change the preferences of clusters of users for clusters of items.
 *
 * <pre>BD(g, c) = (BR(g, c) - BS(g, c)) / BS(g, c)</pre>
 *
 * for every cluster g of users and c of items, reported as {@code
 * BiasDisparityBD_users:<name>-<g>_items:<name>-<c>}. BS is the preference in training, BR that in
 * the lists. Range [-1, infinity), 0 if the lists keep the preference. NaN where BR or BS is;
 * infinite where BS is 0 and BR is not. Users and items without a cluster are left out. Every user
 * counts, relevant items or not. The single value, which tuning lowers, is the largest distance of
 * a cell from 0.
 *
 * <p>Conventions: {@code standard} takes the size of c from the items in the data, {@code elliot}
 * from all items that were given a cluster. RecBole does not define it and follows the standard.
 *
 * <p>Source: Tsintzou, Pitoura and Tsaparas, Bias disparity in recommendation systems, RMSE
 * workshop at RecSys 2019, doi:10.48550/arXiv.1811.01461.
 */
@Summary(
    value = "How much lists change the preferences of clusters of users for clusters of items.",
    source = "Tsintzou et al., RMSE at RecSys 2019, doi:10.48550/arXiv.1811.01461")
public final class BiasDisparity implements SystemMetric<BiasTable> {
  private final ClusterPair clusters;

  /** Reads the files of clusters, if they are given. */
  @Inject
  public BiasDisparity(UserItemClusters params) {
    this.clusters = params.pair();
  }

  @Override
  public String label(String name) {
    return name + clusters.suffix();
  }

  @Override
  public boolean higherIsBetter(Convention convention) {
    return false;
  }

  @Override
  public boolean mayBeInfinite() {
    return true;
  }

  @Override
  public List<String> notes(List<TaskContext> tasks) {
    return clusters.notes(tasks.get(0).dataset());
  }

  @Override
  public Supplier<BiasTable> bind(TaskContext task) {
    return BiasTable.of(task, clusters, (source, lists) -> (lists - source) / source, 0);
  }
}
