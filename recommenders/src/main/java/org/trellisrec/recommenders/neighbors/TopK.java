package org.trellisrec.recommenders.neighbors;

import java.util.Arrays;

/**
 * Keeps the k largest of the similarities offered; among equal ones, those offered first. A binary
 * heap with the smallest on top.
 */
final class TopK {
  private final int[] ids;
  private final double[] values;
  private int size;

  TopK(int k) {
    this.ids = new int[k];
    this.values = new double[k];
  }

  /** Offers the next candidate; ids must come in ascending order. */
  void offer(int id, double value) {
    if (size < ids.length) {
      rise(size++, id, value);
    } else if (value > values[0]) {
      sink(id, value);
    }
  }

  /** The ids kept, ascending, in an array of their own. */
  int[] sortedIds() {
    int[] sorted = Arrays.copyOf(ids, size);
    Arrays.sort(sorted);
    return sorted;
  }

  /** The values of these sorted ids. */
  float[] valuesOf(int[] sorted) {
    float[] result = new float[size];
    for (int slot = 0; slot < size; slot++) {
      result[Arrays.binarySearch(sorted, ids[slot])] = (float) values[slot];
    }
    return result;
  }

  /** Forgets everything. */
  void clear() {
    size = 0;
  }

  private void rise(int from, int id, double value) {
    int slot = from;
    while (slot > 0) {
      int parent = (slot - 1) >>> 1;
      if (!before(value, id, parent)) {
        break;
      }
      move(parent, slot);
      slot = parent;
    }
    put(slot, id, value);
  }

  private void sink(int id, double value) {
    int slot = 0;
    for (int child = 1; child < size; child = 2 * slot + 1) {
      if (child + 1 < size && before(values[child + 1], ids[child + 1], child)) {
        child++;
      }
      if (before(value, id, child)) {
        break;
      }
      move(child, slot);
      slot = child;
    }
    put(slot, id, value);
  }

  /** True if (value, id) leaves the heap before the entry of {@code slot}. */
  private boolean before(double value, int id, int slot) {
    return value < values[slot] || (value == values[slot] && id > ids[slot]);
  }

  private void move(int from, int to) {
    put(to, ids[from], values[from]);
  }

  private void put(int slot, int id, double value) {
    ids[slot] = id;
    values[slot] = value;
  }
}
