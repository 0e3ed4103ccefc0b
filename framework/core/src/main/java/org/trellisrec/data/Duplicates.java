package org.trellisrec.data;

import java.util.BitSet;

/** Entries of the same pair of row and column made one. */
public final class Duplicates {
  private Duplicates() {}

  /** Which of several entries of a pair stays. */
  public enum Keep {
    /** The earliest in time; without timestamps or at equal times the first in order. */
    FIRST,
    /** The latest in time; without timestamps or at equal times the last in order. */
    LAST,
    /** The latest, with the mean of all ratings. */
    MEAN
  }

  /**
   * What is left.
   *
   * @param removed number of entries dropped
   */
  public record Result(Interactions interactions, int removed) {}

  /** Leaves one entry per pair. */
  public static Result resolve(Interactions entries, Keep keep) {
    BitSet kept = new BitSet(entries.size());
    float[] means = keep == Keep.MEAN ? new float[entries.size()] : null;
    for (int row = 0; row < entries.rows(); row++) {
      int from = entries.start(row);
      while (from < entries.end(row)) {
        int to = groupEnd(entries, row, from);
        int chosen = choose(entries, from, to, keep);
        kept.set(chosen);
        if (means != null) {
          means[chosen] = mean(entries, from, to);
        }
        from = to;
      }
    }
    int removed = entries.size() - kept.cardinality();
    if (removed == 0) {
      return new Result(entries, 0);
    }
    Interactions rated = means == null ? entries : entries.withRatings(means);
    return new Result(rated.filter(kept::get), removed);
  }

  private static int groupEnd(Interactions entries, int row, int from) {
    int to = from + 1;
    while (to < entries.end(row) && entries.column(to) == entries.column(from)) {
      to++;
    }
    return to;
  }

  private static int choose(Interactions entries, int from, int to, Keep keep) {
    int chosen = from;
    for (int p = from + 1; p < to; p++) {
      long order =
          entries.hasTimestamps()
              ? Long.compare(entries.timestamp(p), entries.timestamp(chosen))
              : 0;
      boolean better = keep == Keep.FIRST ? order < 0 : order >= 0;
      chosen = better ? p : chosen;
    }
    return chosen;
  }

  private static float mean(Interactions entries, int from, int to) {
    double sum = 0;
    for (int p = from; p < to; p++) {
      sum += entries.rating(p);
    }
    return (float) (sum / (to - from));
  }
}
