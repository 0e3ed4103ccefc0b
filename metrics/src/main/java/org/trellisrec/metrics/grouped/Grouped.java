package org.trellisrec.metrics.grouped;

import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.trellisrec.spi.Convention;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.Metric;
import org.trellisrec.spi.MetricCatalog;
import org.trellisrec.spi.Param;
import org.trellisrec.spi.Summary;
import org.trellisrec.spi.SystemMetric;
import org.trellisrec.spi.TaskContext;

/**
 * Another metric for every group of users, or for every group of items.
 *
 * <p>By users, the metric sees the lists of one group only; each value is reported as {@code
 * <metric>_users:<name>-<group>}. By items ({@code <metric>_items:<name>-<group>}) there are two
 * ways. {@code keep: relevance} leaves the lists whole, but only items of the group are relevant:
 * how well is this group found? It is the default for metrics with a value per user. {@code keep:
 * items} removes all other items from lists, truth and candidates: how evenly is this group
 * covered? It is the default for metrics over all lists together. Another way than the default and
 * another number of groups stand before the grouping: {@code
 * Gini_keep:relevance_groups:2_items:...}.
 *
 * <p>Groups are quantiles: of users by the length of their visible history, which is their training
 * interactions and what else is revealed of them ({@code activity}), or of items by number of
 * training interactions ({@code popularity}; 1 has the fewest, ties by index, sizes differ by at
 * most 1), {@code warmth} ({@code warm} with at least one training interaction, {@code cold} with
 * none), a modality, or a file. Of a modality, entities with the same label are a group; one with
 * several labels is in the group of each; numbers make quantiles, of the users of the task or of
 * the candidates, as interactions do. Range, direction and missing values are those of the metric;
 * a group without a value is NaN. The single value, without a group in its name, is that of the
 * worst group, so that tuning by it helps the group that is served worst. The number of users
 * behind a value is that of its group. The conventions are those of the metric.
 *
 * <p>Source: Ekstrand et al., All the cool kids, how do they fit in? Popularity and demographic
 * biases in recommender evaluation and effectiveness, FAT* 2018, PMLR 81.
 */
@Summary(
    value = "Another metric for every group of users or of items.",
    source = "Ekstrand et al., FAT* 2018, PMLR 81")
public final class Grouped implements SystemMetric<GroupValues> {
  private final Metric metric;
  private final Grouping grouping;

  /** What stays of the lists for a group of items. */
  public enum Keep {
    /** Everything, but other items do not count as relevant. */
    RELEVANCE,
    /** The items of the group only. */
    ITEMS
  }

  /**
   * Parameters.
   *
   * @param of name of the metric
   * @param params parameters of the metric by key; others have their defaults
   * @param users {@code activity}, {@code warmth}, a modality of users with labels or numbers, or
   *     what to call the file
   * @param usersFile lines of user and group, separated by a tab
   * @param items {@code popularity}, {@code warmth}, a modality of items with labels or numbers, or
   *     what to call the file
   * @param itemsFile lines of item and group, separated by a tab
   * @param groups number of quantiles
   * @param keep what stays of the lists for a group of items; null for the metric's own way
   */
  public record Params(
      @Param(description = "The metric.") String of,
      @Param(description = "Parameters of the metric, by key.", byDefault = "{}")
          Map<String, String> params,
      @Param(
              description =
                  "Groups of users: activity, warmth, a modality, or a name for the file.",
              byDefault = Param.OPTIONAL)
          String users,
      @Param(
              description = "File with a user and its group per line, separated by a tab.",
              byDefault = Param.OPTIONAL)
          Path usersFile,
      @Param(
              description =
                  "Groups of items: popularity, warmth, a modality, or a name for the file.",
              byDefault = Param.OPTIONAL)
          String items,
      @Param(
              description = "File with an item and its group per line, separated by a tab.",
              byDefault = Param.OPTIONAL)
          Path itemsFile,
      @Param(
              description =
                  "Number of quantiles by activity, popularity, or numbers of a modality.",
              byDefault = "4",
              min = 2)
          int groups,
      @Param(
              description = "What stays for a group of items: its relevance, or its items.",
              byDefault = Param.OPTIONAL)
          Keep keep) {

    /** Checks that there is one grouping. */
    public Params {
      params = Map.copyOf(params);
      boolean byUsers = users != null || usersFile != null;
      boolean byItems = items != null || itemsFile != null;
      if (byUsers == byItems) {
        throw new InputException("Grouped needs either users or items to group by");
      }
      if (byUsers && keep != null) {
        throw new InputException("keep is for groups of items, but the groups are of users");
      }
    }
  }

  /** Looks the metric up and reads the file, if one is given. */
  @Inject
  public Grouped(Params params, MetricCatalog metrics) {
    this.metric = metrics.metric(params.of(), params.params());
    this.grouping = Grouping.of(params, metric);
  }

  @Override
  public String label(String name) {
    return metric.label(grouping.metricName()) + grouping.suffix();
  }

  @Override
  public Set<Requirement> requires() {
    return metric.requires();
  }

  @Override
  public boolean higherIsBetter(Convention convention) {
    return metric.higherIsBetter(convention);
  }

  @Override
  public boolean mayBeInfinite() {
    return metric instanceof SystemMetric<?> ofAllLists && ofAllLists.mayBeInfinite();
  }

  @Override
  public List<String> notes(List<TaskContext> tasks) {
    List<String> notes = new ArrayList<>(grouping.source().notes(tasks.get(0).dataset()));
    notes.addAll(metric.notes(tasks));
    return notes;
  }

  @Override
  public Supplier<GroupValues> bind(TaskContext task) {
    Groups groups = grouping.source().groups(task);
    boolean higherIsBetter = higherIsBetter(task.convention());
    Router router = grouping.router(task, groups);
    Supplier<Slots> slots = Slots.of(metric, router.contexts(task));
    return () -> new GroupValues(groups.labels(), router, slots.get(), higherIsBetter);
  }
}
