package org.trellisrec.evaluation;

/**
 * The k best items of one list: a binary heap, worst on top, over keys that hold the score in their
 * upper half and the complement of the item in their lower one. So equal scores are ordered by item
 * index, the lower one first. Reused from list to list.
 */
final class TopItems {
  private final long[] heap;
  private int size;

  /** Keeps the best {@code depth} items. */
  TopItems(int depth) {
    this.heap = new long[depth];
  }

  /** The order of (score, item) as one number: a larger key is ranked first. */
  static long key(int item, float score) {
    int bits = Float.floatToRawIntBits(score + 0f);
    int ordered = bits ^ ((bits >> 31) & Integer.MAX_VALUE);
    return ((long) ordered << Integer.SIZE) | (~item & 0xFFFF_FFFFL);
  }

  /** The item of a key. */
  static int item(long key) {
    return ~(int) key;
  }

  /** The score of a key; negative zero comes back as zero. */
  static float score(long key) {
    int ordered = (int) (key >> Integer.SIZE);
    return Float.intBitsToFloat(ordered ^ ((ordered >> 31) & Integer.MAX_VALUE));
  }

  /**
   * Selects from {@code items[0..count)}, ascending, by {@code scores[item]}; NaN is no score.
   *
   * @return number of items selected, at most the depth
   */
  int select(int[] items, int count, float[] scores) {
    size = 0;
    float worst = Float.NEGATIVE_INFINITY;
    for (int i = 0; i < count; i++) {
      float score = scores[items[i]];
      if (score > worst) {
        if (size < heap.length) {
          push(key(items[i], score));
        } else {
          heap[0] = key(items[i], score);
          KeyHeap.sink(heap, size, 0);
        }
        if (size == heap.length) {
          worst = score(heap[0]);
        }
      }
    }
    KeyHeap.sort(heap, size);
    return size;
  }

  /** The key at {@code rank} of the last selection. */
  long ranked(int rank) {
    return heap[rank];
  }

  private void push(long key) {
    int at = size++;
    while (at > 0 && heap[(at - 1) >>> 1] > key) {
      heap[at] = heap[(at - 1) >>> 1];
      at = (at - 1) >>> 1;
    }
    heap[at] = key;
  }
}
