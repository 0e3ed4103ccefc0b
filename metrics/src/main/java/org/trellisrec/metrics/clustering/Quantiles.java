package org.trellisrec.metrics.clustering;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.trellisrec.data.Modality;
import org.trellisrec.metrics.Catalogue;
import org.trellisrec.spi.TaskContext;

/**
 * Groups of equal size by number of training interactions, or by the numbers of a modality; group 1
 * has the fewest or the smallest.
 */
public final class Quantiles {
  private Quantiles() {}

  /** Quantiles of the users of the task by the length of their visible history. */
  public static Clustering ofUsers(TaskContext task, int groups) {
    return of(
        task.task().users(), task.task().history()::count, task.dataset().users().size(), groups);
  }

  /** Quantiles of the users of the task by their numbers; those without are in no group. */
  public static Clustering ofUsers(TaskContext task, Modality.Dense numbers, int groups) {
    return of(task.task().users(), numbers, groups);
  }

  /** Quantiles of the candidate items by their numbers; those without are in no group. */
  public static Clustering ofItems(TaskContext task, Modality.Dense numbers, int groups) {
    return of(Catalogue.candidates(task).toArray(), numbers, groups);
  }

  private static Clustering of(int[] members, Modality.Dense numbers, int groups) {
    int[] having = Arrays.stream(members).filter(numbers::has).toArray();
    return of(having, member -> ordered(numbers.vectors()[member][0]), numbers.size(), groups);
  }

  /** An integer in the order of the numbers, in which 0 and -0 are one. */
  private static int ordered(float number) {
    int bits = Float.floatToIntBits(number + 0f);
    return bits < 0 ? bits ^ Integer.MAX_VALUE : bits;
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
  private static Clustering of(int[] members, IntUnaryOperator key, int size, int groups) {
    long[] keys =
        Arrays.stream(members)
            .mapToLong(member -> ((long) key.applyAsInt(member) << Integer.SIZE) | member)
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
