package org.trellisrec.tensorflow.batch;

import java.util.Arrays;

/** Gives the entities of a batch consecutive numbers in the order of their first appearance. */
final class Distinct {
  private final int[] slotOf;
  private final int[] found;
  private int count;

  /**
   * @param entities number of entities there are
   * @param most number of entities one batch can hold
   */
  Distinct(int entities, int most) {
    slotOf = new int[entities];
    found = new int[Math.min(entities, most)];
    Arrays.fill(slotOf, -1);
  }

  /** The number of this entity. */
  int slot(int entity) {
    if (slotOf[entity] < 0) {
      slotOf[entity] = count;
      found[count++] = entity;
    }
    return slotOf[entity];
  }

  /** The entities seen since the last call, by number; forgets them. */
  int[] take() {
    int[] taken = Arrays.copyOf(found, count);
    for (int entity : taken) {
      slotOf[entity] = -1;
    }
    count = 0;
    return taken;
  }
}
