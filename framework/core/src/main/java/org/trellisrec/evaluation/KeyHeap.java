package org.trellisrec.evaluation;

/**
 * A binary heap of keys with the smallest on top. Its sort serves the many short lists of a run: so
 * little code is soon compiled, unlike that of {@link java.util.Arrays#sort(long[])}.
 */
final class KeyHeap {
  private KeyHeap() {}

  /** Puts the key in slot {@code start} where it belongs among those below it. */
  static void sink(long[] heap, int size, int start) {
    long key = heap[start];
    int at = start;
    while (2 * at + 1 < size) {
      int child = 2 * at + 1;
      if (child + 1 < size && heap[child + 1] < heap[child]) {
        child++;
      }
      if (heap[child] >= key) {
        break;
      }
      heap[at] = heap[child];
      at = child;
    }
    heap[at] = key;
  }

  /** Makes a heap of the first {@code size} keys. */
  static void build(long[] keys, int size) {
    for (int start = size / 2 - 1; start >= 0; start--) {
      sink(keys, size, start);
    }
  }

  /** Turns a heap into a descending sequence. */
  static void sort(long[] heap, int size) {
    for (int last = size - 1; last > 0; last--) {
      long smallest = heap[0];
      heap[0] = heap[last];
      heap[last] = smallest;
      sink(heap, last, 0);
    }
  }
}
