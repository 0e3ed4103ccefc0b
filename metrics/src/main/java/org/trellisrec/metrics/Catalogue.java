package org.trellisrec.metrics;

import org.trellisrec.data.Candidates;
import org.trellisrec.data.ItemSet;
import org.trellisrec.spi.TaskContext;

/** How many items there are to recommend, which is where frameworks differ. */
public final class Catalogue {
  private Catalogue() {}

  /**
   * The number of items that a metric over the catalogue refers to.
   *
   * @return {@code standard}: candidates of the task, for anyone; {@code elliot}: items with a
   *     training interaction; {@code recbole}: items with any interaction and one more, its padding
   *     item
   */
  public static int size(TaskContext task) {
    return switch (task.convention()) {
      case STANDARD -> candidates(task).size();
      case ELLIOT -> task.popularity().trained().size();
      case RECBOLE -> ItemSet.occurringIn(task.dataset().interactions()).size() + 1;
    };
  }

  /** Items that are a candidate for at least one user. */
  public static ItemSet candidates(TaskContext task) {
    return task.task().candidates() instanceof Candidates.Shared shared
        ? shared.items()
        : ItemSet.occurringIn(((Candidates.PerUser) task.task().candidates()).items());
  }
}
