package org.trellisrec.metrics.novelty;

import java.util.Arrays;
import org.trellisrec.spi.Popularity;
import org.trellisrec.spi.TaskContext;

/** How unknown every item is. */
final class ItemNovelty {
  private ItemNovelty() {}

  /** {@code 1 - pop(i) / |training users|}; 1 for an item unknown to training. */
  static double[] complement(TaskContext task) {
    double users = task.trainedUsers();
    double[] novelty = new double[task.train().columns()];
    Arrays.setAll(novelty, item -> 1 - task.popularity().count(item) / users);
    return novelty;
  }

  /**
   * {@code -log2(pop(i) / |training interactions|)}; an item unknown to training counts as the
   * rarest one that is known.
   */
  static double[] information(TaskContext task) {
    Popularity popularity = task.popularity();
    int rarest = popularity.trained().stream().map(popularity::count).min().orElse(1);
    double[] novelty = new double[task.train().columns()];
    Arrays.setAll(
        novelty,
        item -> {
          int count = popularity.count(item) > 0 ? popularity.count(item) : rarest;
          return Math.log((double) popularity.total() / count) / Math.log(2);
        });
    return novelty;
  }
}
