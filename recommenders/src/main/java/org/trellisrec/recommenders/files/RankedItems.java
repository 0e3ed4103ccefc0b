package org.trellisrec.recommenders.files;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.stream.IntStream;

/** The recommendations for one user: collected in file order, then ranked once. */
final class RankedItems {
  private int[] items = new int[16];
  private double[] scores = new double[16];
  private int size;

  /** Adds a row of the file. */
  void add(int item, double score) {
    if (size == items.length) {
      items = Arrays.copyOf(items, 2 * size);
      scores = Arrays.copyOf(scores, 2 * size);
    }
    items[size] = item;
    scores[size++] = score;
  }

  /**
   * Orders by score, descending, equal scores in file order, and keeps of a repeated item the
   * better rank. Equal scores are then set apart by the least possible, so that a ranking by score
   * is this order.
   *
   * @return number of rows dropped
   */
  int rank() {
    int[] order =
        IntStream.range(0, size)
            .boxed()
            .sorted(Comparator.comparingDouble(row -> -scores[row]))
            .mapToInt(Integer::intValue)
            .toArray();
    int[] ranked = new int[size];
    double[] descending = new double[size];
    BitSet seen = new BitSet();
    int kept = 0;
    float last = Float.POSITIVE_INFINITY;
    for (int row : order) {
      if (!seen.get(items[row])) {
        seen.set(items[row]);
        last = Math.min((float) scores[row], Math.nextDown(last));
        ranked[kept] = items[row];
        descending[kept++] = last;
      }
    }
    int dropped = size - kept;
    items = Arrays.copyOf(ranked, kept);
    scores = Arrays.copyOf(descending, kept);
    size = kept;
    return dropped;
  }

  /** Writes the scores into a row with one entry per item. */
  void writeTo(float[] row) {
    for (int rank = 0; rank < size; rank++) {
      row[items[rank]] = (float) scores[rank];
    }
  }
}
