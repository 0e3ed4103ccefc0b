package org.trellisrec.data;

import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;

/**
 * What users are never shown, candidates or not.
 *
 * @param parts matrices, users x items; a pair may stand in several of them, or repeatedly in one
 */
public record Hidden(List<Interactions> parts) {
  /** Keeps its own list. */
  public Hidden {
    parts = List.copyOf(parts);
  }

  /** True if {@code user} is never shown {@code item}. */
  public boolean contains(int user, int item) {
    return isInFirst(parts.size(), user, item);
  }

  /** Takes every item that {@code user} is never shown, once. */
  public void forEach(int user, IntConsumer action) {
    for (int i = 0; i < parts.size(); i++) {
      Interactions part = parts.get(i);
      for (int p = part.start(user); p < part.end(user); p++) {
        int item = part.column(p);
        boolean repeated = p > part.start(user) && part.column(p - 1) == item;
        if (!repeated && !isInFirst(i, user, item)) {
          action.accept(item);
        }
      }
    }
  }

  /** Number of items that {@code user} is never shown and that pass a test. */
  public int count(int user, IntPredicate test) {
    int[] count = {0};
    forEach(user, item -> count[0] += test.test(item) ? 1 : 0);
    return count[0];
  }

  private boolean isInFirst(int count, int user, int item) {
    for (int i = 0; i < count; i++) {
      if (parts.get(i).contains(user, item)) {
        return true;
      }
    }
    return false;
  }
}
