package org.trellisrec.metrics.clustering;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.trellisrec.metrics.Catalogue;
import org.trellisrec.spi.TaskContext;

/** Groups of equal size by number of training interactions; group 1 has the fewest. */
public final class Quantiles {
  private Quantiles() {}

  /** Quantiles of the users of the task by the length of their visible history. */
  public static Clustering ofUsers(TaskContext task, int groups) {
    return of(
        task.task().users(), task.task().history()::count, task.dataset().users().size(), groups);
  }

  /** Quantiles of the candidate items by popularity. */
  public static Clustering ofItems(TaskContext task, int groups) {
    return of(
        Catalogue.candidates(task).toArray(),
        task.popularity()::count,
        task.dataset().items().size(),
        groups);
  }

  /** Ties go by index, so that sizes differ by at most 1. */
  private static Clustering of(int[] members, IntUnaryOperator count, int size, int groups) {
    long[] keys =
        Arrays.stream(members)
            .mapToLong(member -> ((long) count.applyAsInt(member) << Integer.SIZE) | member)
            .sorted()
            .toArray();
    int[] of = new int[size];
    Arrays.fill(of, -1);
    for (int place = 0; place < keys.length; place++) {
      of[(int) keys[place]] = (int) ((long) place * groups / keys.length);
    }
    List<String> labels = IntStream.rangeClosed(1, groups).mapToObj(Integer::toString).toList();
    return Clustering.of(labels, of);
  }
}
