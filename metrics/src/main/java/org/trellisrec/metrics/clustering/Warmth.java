package org.trellisrec.metrics.clustering;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.trellisrec.spi.TaskContext;

/** Two groups: {@code cold} without a training interaction, {@code warm} with at least one. */
public final class Warmth {
  private static final List<String> LABELS = List.of("cold", "warm");

  private Warmth() {}

  /** The users by their training interactions. */
  public static Clustering ofUsers(TaskContext task) {
    return of(task.train().rows(), user -> task.train().count(user) > 0);
  }

  /** The items by their training interactions. */
  public static Clustering ofItems(TaskContext task) {
    return of(task.train().columns(), item -> task.popularity().count(item) > 0);
  }

  private static Clustering of(int size, IntPredicate warm) {
    return Clustering.of(
        LABELS, IntStream.range(0, size).map(entity -> warm.test(entity) ? 1 : 0).toArray());
  }
}
