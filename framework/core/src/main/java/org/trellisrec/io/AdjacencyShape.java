package org.trellisrec.io;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Watches whether lines of adjacency rather look like rows of user, item, rating and perhaps
 * timestamp: at least a few, all of the same 3 or 4 columns between tabs, the last a number.
 * Several threads may tell of their lines.
 */
final class AdjacencyShape {
  private static final int UNSEEN = 0;
  private static final int MIXED = -1;
  private static final int FEW_LINES = 3;

  private final AtomicInteger columns = new AtomicInteger(UNSEEN);
  private final AtomicInteger lines = new AtomicInteger();

  /** False once it is clear that the lines are no such rows. */
  boolean isOpen() {
    return columns.get() != MIXED;
  }

  /** A line that is not blank. */
  void line(byte[] data, int from, int to) {
    int found = 1;
    boolean tabs = true;
    int last = from;
    for (int i = from; i < to; i++) {
      tabs &= data[i] != ' ';
      if (data[i] == '\t') {
        found++;
        last = i + 1;
      }
    }
    boolean row = tabs && (found == 3 || found == 4) && isNumber(data, last, to);
    boolean same = row && (columns.compareAndSet(UNSEEN, found) || columns.get() == found);
    if (same) {
      lines.incrementAndGet();
    } else {
      columns.set(MIXED);
    }
  }

  /** What to tell the user, if anything. */
  Optional<String> suspicion() {
    return isOpen() && lines.get() >= FEW_LINES
        ? Optional.of(
            "every line has %d columns between tabs, the last a number, and was read as a user with"
                    .formatted(columns.get())
                + " %d items; if these are ratings, use strategy: dataset"
                    .formatted(columns.get() - 1))
        : Optional.empty();
  }

  private static boolean isNumber(byte[] data, int from, int to) {
    try {
      Numbers.number(data, from, to, "column");
      return true;
    } catch (MalformedRow e) {
      return false;
    }
  }
}
