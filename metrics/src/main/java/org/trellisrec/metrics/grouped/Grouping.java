package org.trellisrec.metrics.grouped;

import org.trellisrec.metrics.clustering.ClusterSource;
import org.trellisrec.metrics.clustering.Clustering;
import org.trellisrec.metrics.clustering.Quantiles;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.Metric;
import org.trellisrec.spi.TaskContext;
import org.trellisrec.spi.UserMetric;

/**
 * How lists are grouped.
 *
 * @param metricName the metric as it was named
 * @param name of the grouping
 * @param source of the clusters, or null for quantiles
 * @param quantiles their number
 * @param ofItems true for groups of items
 * @param keepsItems true if only the items of a group stay
 */
record Grouping(
    String metricName,
    String name,
    ClusterSource source,
    int quantiles,
    boolean ofItems,
    boolean keepsItems) {

  static Grouping of(Grouped.Params params, Metric metric) {
    boolean ofItems = params.items() != null || params.itemsFile() != null;
    var file = ofItems ? params.itemsFile() : params.usersFile();
    String name = ofItems ? params.items() : params.users();
    boolean counted = file == null && (ofItems ? "popularity" : "activity").equalsIgnoreCase(name);
    ClusterSource source = counted ? null : ClusterSource.of(name, file);
    boolean keepsItems =
        ofItems
            && (params.keep() == null
                ? !(metric instanceof UserMetric)
                : params.keep() == Grouped.Keep.ITEMS);
    if (keepsItems && metric.requires().contains(Metric.Requirement.FULL_RANKING)) {
      throw new InputException(
          "%s ranks all candidates, which keep: items cannot cut down to a group; use keep:"
              + " relevance",
          params.of());
    }
    String shown = counted ? name : source.name();
    return new Grouping(params.of(), shown, source, params.groups(), ofItems, keepsItems);
  }

  /** What follows the metric in labels. */
  String suffix() {
    return (ofItems ? "_items:" : "_users:") + name;
  }

  Clustering clusters(TaskContext task) {
    if (source != null) {
      return ofItems ? source.items(task) : source.users(task);
    }
    return ofItems ? Quantiles.ofItems(task, quantiles) : Quantiles.ofUsers(task, quantiles);
  }

  Router router(TaskContext task, Clustering groups) {
    return ofItems
        ? new Router.ByItem(groups, keepsItems, task.train().columns())
        : new Router.ByUser(groups);
  }
}
