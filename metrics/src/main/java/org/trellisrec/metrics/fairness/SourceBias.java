package org.trellisrec.metrics.fairness;

import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Supplier;
import org.trellisrec.spi.Convention;
import org.trellisrec.spi.Summary;
import org.trellisrec.spi.SystemMetric;
import org.trellisrec.spi.TaskContext;

/**
 * How much clusters of users prefer clusters of items in training.
 *
 * <pre>BS(g, c) = (share of c in the training interactions of g) / (share of c in the items)</pre>
 *
 * for every cluster g of users and c of items, reported as {@code
 * BiasDisparityBS_users:<name>-<g>_items:<name>-<c>}. Range [0, infinity), 1 if the cluster is met
 * as often as its size suggests. NaN if g has no interaction or c no item. Users and items without
 * a cluster are left out. Every user counts, relevant items or not. The single value, which tuning
 * lowers, is the largest distance of a cell from 1.
 *
 * <p>Conventions: {@code standard} takes the size of c from the items in the data, {@code elliot}
 * from all items that were given a cluster. RecBole does not define it and follows the standard.
 *
 * <p>Source: Tsintzou, Pitoura and Tsaparas, Bias disparity in recommendation systems, RMSE
 * workshop at RecSys 2019, doi:10.48550/arXiv.1811.01461.
 */
@Summary(
    value = "How much clusters of users prefer clusters of items in training.",
    source = "Tsintzou et al., RMSE at RecSys 2019, doi:10.48550/arXiv.1811.01461")
public final class SourceBias implements SystemMetric<BiasTable> {
  private final ClusterPair clusters;

  /** Reads the files of clusters, if they are given. */
  @Inject
  public SourceBias(UserItemClusters params) {
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
  public List<String> notes(List<TaskContext> tasks) {
    return clusters.notes(tasks.get(0).dataset());
  }

  @Override
  public Supplier<BiasTable> bind(TaskContext task) {
    return BiasTable.of(task, clusters, (source, lists) -> source, 1);
  }
}
