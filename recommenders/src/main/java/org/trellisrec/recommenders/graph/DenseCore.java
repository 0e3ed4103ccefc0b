package org.trellisrec.recommenders.graph;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.trellisrec.data.Interactions;
import org.trellisrec.tensorflow.graph.Precision;

/**
 * The most active users and the most popular items, so many of each that a dense product of their
 * interactions saves the most against a sparse one, among the numbers that are tried; none of
 * either if it saves too little to be worth gathering their vectors.
 *
 * @param users indices
 * @param items indices
 */
record DenseCore(int[] users, int[] items) {
  /** The share of a sparse product of all interactions that a core has to save. */
  private static final double LEAST_SHARE = 0.05;

  /** Cells at most, 64 MB. */
  private static final long MOST_CELLS = 1 << 24;

  /** Numbers of users, and of items, that are tried. */
  private static final int STEPS = 64;

  /**
   * The core of these interactions.
   *
   * @param train users x items
   * @param precision of dense products
   */
  static DenseCore of(Interactions train, Precision precision) {
    int cellsPerEntry = cellsPerEntry(precision);
    int[] userCounts = IntStream.range(0, train.rows()).map(train::count).toArray();
    int[] users = byCount(userCounts);
    int[] items = byCount(train.columnCounts());
    long[][] entries = cumulated(train, steps(users), steps(items));
    long best = (long) (LEAST_SHARE * cellsPerEntry * train.size());
    int bestUsers = 0;
    int bestItems = 0;
    for (int u = 1; u <= STEPS; u++) {
      for (int i = 1; i <= STEPS; i++) {
        long cells = (long) end(u, users.length) * end(i, items.length);
        long saved = cellsPerEntry * entries[u][i] - cells;
        if (saved > best && cells <= MOST_CELLS) {
          best = saved;
          bestUsers = end(u, users.length);
          bestItems = end(i, items.length);
        }
      }
    }
    return new DenseCore(Arrays.copyOf(users, bestUsers), Arrays.copyOf(items, bestItems));
  }

  /**
   * Cells of a dense product in the time of one entry of a sparse one; measured on CPUs, for
   * bfloat16 on one with instructions for it. Inference has the core of the training.
   */
  private static int cellsPerEntry(Precision precision) {
    return switch (precision) {
      case FLOAT32 -> 6;
      case BFLOAT16 -> 8;
    };
  }

  /** Indices, the largest count first. */
  private static int[] byCount(int[] counts) {
    return IntStream.range(0, counts.length)
        .boxed()
        .sorted(Comparator.comparingInt((Integer entity) -> -counts[entity]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** How many of {@code size} the first {@code step} steps have. */
  private static int end(int step, int size) {
    return (int) ((long) size * step / STEPS);
  }

  /** The first step that has each entity. */
  private static int[] steps(int[] order) {
    int[] steps = new int[order.length];
    int step = 1;
    for (int rank = 0; rank < order.length; rank++) {
      while (end(step, order.length) <= rank) {
        step++;
      }
      steps[order[rank]] = step;
    }
    return steps;
  }

  /** Number of interactions between the users and the items of the first steps. */
  private static long[][] cumulated(Interactions train, int[] ofUsers, int[] ofItems) {
    long[][] counts = new long[STEPS + 1][STEPS + 1];
    for (int user = 0; user < train.rows(); user++) {
      for (int p = train.start(user); p < train.end(user); p++) {
        counts[ofUsers[user]][ofItems[train.column(p)]]++;
      }
    }
    for (int u = 1; u <= STEPS; u++) {
      for (int i = 1; i <= STEPS; i++) {
        counts[u][i] += counts[u - 1][i] + counts[u][i - 1] - counts[u - 1][i - 1];
      }
    }
    return counts;
  }

  boolean isEmpty() {
    return cells() == 0;
  }

  /** Number of cells of the dense matrix. */
  int cells() {
    return users.length * items.length;
  }
}
