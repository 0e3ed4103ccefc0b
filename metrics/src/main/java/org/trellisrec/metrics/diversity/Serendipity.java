package org.trellisrec.metrics.diversity;

import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import org.trellisrec.input.ListFile;
import org.trellisrec.metrics.Labels;
import org.trellisrec.spi.Param;
import org.trellisrec.spi.RankedList;
import org.trellisrec.spi.Summary;
import org.trellisrec.spi.TaskContext;
import org.trellisrec.spi.UserMetric;

/**
 * Serendipity: the share of recommended items that are relevant and that a baseline model would not
 * have recommended.
 *
 * <pre>|(L_u without B_u) ∩ R_u| / k</pre>
 *
 * with B_u the k most popular candidates that {@code evaluation.mask} does not keep out of the
 * lists, such as the history (ties: lower index first), or, with {@code baseline}, the first k
 * items of the user's list in that file which are such candidates; a user without a list there
 * expects nothing. The divisor is k for shorter lists too. Range [0, 1], higher is better. A user
 * without relevant items has no value; an empty list scores 0. The conventions agree; neither
 * Elliot nor RecBole defines it.
 *
 * <p>Source: Ge, Delgado-Battenfeld and Jannach, Beyond accuracy: evaluating recommender systems by
 * coverage and serendipity, RecSys 2010, doi:10.1145/1864708.1864761.
 */
@Summary(
    value = "The share of items that are relevant and unexpected: not those of a baseline model.",
    source = "Ge et al., RecSys 2010, doi:10.1145/1864708.1864761")
public final class Serendipity implements UserMetric {
  private final ListFile lists;

  /**
   * Parameters.
   *
   * @param baseline lines of user, item and score, separated by tabs; null for popularity
   */
  public record Params(
      @Param(
              description =
                  "File of the baseline's lists, with user, item and score per line, separated by"
                      + " tabs; left out, the baseline is popularity.",
              byDefault = Param.OPTIONAL)
          Path baseline) {}

  /** Reads the lists of the baseline, if a file is given. */
  @Inject
  public Serendipity(Params params) {
    this.lists = params.baseline() == null ? null : ListFile.read(params.baseline(), note -> {});
  }

  @Override
  public String label(String name) {
    return Labels.with(name, "baseline", lists == null ? null : lists.path(), null);
  }

  @Override
  public List<String> notes(List<TaskContext> tasks) {
    return lists == null ? List.of() : ListBaseline.notes(lists, tasks);
  }

  /**
   * {@inheritDoc}
   *
   * @throws org.trellisrec.spi.InputException if the baseline has no list for any user of the task
   */
  @Override
  public PerUser bind(TaskContext task) {
    Baseline baseline = lists == null ? PopularityBaseline.of(task) : ListBaseline.of(lists, task);
    return list -> list.truth().size() == 0 ? Double.NaN : value(list, baseline);
  }

  private static double value(RankedList list, Baseline baseline) {
    int unexpected = 0;
    for (int rank = 0; rank < list.size(); rank++) {
      if (list.isRelevant(rank)
          && !baseline.recommends(list.user(), list.item(rank), list.cutoff())) {
        unexpected++;
      }
    }
    return (double) unexpected / list.cutoff();
  }
}
