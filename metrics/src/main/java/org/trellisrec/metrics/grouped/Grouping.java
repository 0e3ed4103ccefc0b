package org.trellisrec.metrics.grouped;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.trellisrec.metrics.Labels;
import org.trellisrec.metrics.clustering.ClusterKeys;
import org.trellisrec.metrics.clustering.ClusterSource;
import org.trellisrec.metrics.clustering.Clustering;
import org.trellisrec.metrics.clustering.Quantiles;
import org.trellisrec.metrics.clustering.Warmth;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.Metric;
import org.trellisrec.spi.TaskContext;
import org.trellisrec.spi.UserMetric;

/**
 * How lists are grouped.
 *
 * @param metricName the metric as it was named
 * @param name of the grouping
 * @param options what labels tell of it beside its name
 * @param source makes the groups of a task
 * @param ofItems true for groups of items
 * @param keepsItems true if only the items of a group stay
 */
record Grouping(
    String metricName,
    String name,
    String options,
    GroupSource source,
    boolean ofItems,
    boolean keepsItems) {

  static final int CUSTOMARY_GROUPS = 4;
  private static final ClusterKeys USER_KEYS = new ClusterKeys("users", "users_file");
  private static final ClusterKeys ITEM_KEYS = new ClusterKeys("items", "items_file");

  static Grouping of(Grouped.Params params, Metric metric) {
    boolean ofItems = params.items() != null || params.itemsFile() != null;
    boolean customary = ofItems && !(metric instanceof UserMetric);
    boolean keepsItems = params.keep() == null ? customary : params.keep() == Grouped.Keep.ITEMS;
    if (keepsItems && metric.requires().contains(Metric.Requirement.FULL_RANKING)) {
      throw new InputException(
          "%s ranks all candidates, which keep: items cannot cut down to a group; use keep:"
              + " relevance",
          params.of());
    }
    Path file = ofItems ? params.itemsFile() : params.usersFile();
    String name = ofItems ? params.items() : params.users();
    String kept = keepsItems == customary ? "" : Labels.with("", "keep", params.keep(), null);
    Optional<Function<TaskContext, Clustering>> counted =
        file == null ? counted(name, ofItems, params.groups()) : Optional.empty();
    String options =
        file != null || isWarmth(name)
            ? kept
            : Labels.with(kept, "groups", params.groups(), CUSTOMARY_GROUPS);
    if (counted.isPresent()) {
      GroupSource source = new GroupSource.Counted(name, ofItems, counted.get());
      return new Grouping(params.of(), name, options, source, ofItems, keepsItems);
    }
    ClusterSource labels = ClusterSource.of(ofItems ? ITEM_KEYS : USER_KEYS, name, file);
    GroupSource source =
        file == null
            ? new GroupSource.OfModality(name, labels, ofItems, params.groups())
            : new GroupSource.Listed(labels, ofItems);
    return new Grouping(params.of(), labels.name(), options, source, ofItems, keepsItems);
  }

  private static boolean isWarmth(String name) {
    return name.equalsIgnoreCase("warmth");
  }

  /** Groups by interactions, if that is what the name means. */
  private static Optional<Function<TaskContext, Clustering>> counted(
      String name, boolean ofItems, int quantiles) {
    return switch (name == null ? "" : name.toLowerCase(Locale.ROOT)) {
      case "warmth" -> Optional.of(ofItems ? Warmth::ofItems : Warmth::ofUsers);
      case "activity" ->
          ofItems ? Optional.empty() : Optional.of(task -> Quantiles.ofUsers(task, quantiles));
      case "popularity" ->
          ofItems ? Optional.of(task -> Quantiles.ofItems(task, quantiles)) : Optional.empty();
      default -> Optional.empty();
    };
  }

  /** What follows the metric in labels. */
  String suffix() {
    return options + (ofItems ? "_items:" : "_users:") + name;
  }

  Router router(TaskContext task, Groups groups) {
    return ofItems
        ? new Router.ByItem(groups, keepsItems, task.train().columns())
        : new Router.ByUser(groups);
  }
}
