package org.trellisrec.pipeline;

import java.util.Arrays;
import java.util.BitSet;
import org.apache.commons.rng.UniformRandomProvider;

/** Items to draw without replacement, each with a whole number of chances. */
final class Urn {
  /** Drawing and rejecting pays while the items wanted are no more than this part of all left. */
  private static final int REJECTION_FACTOR = 4;

  private final int[] weights;
  private final long[] cumulative;
  private final int present;
  private final BitSet excluded;
  private int excludedPresent;

  /**
   * An urn.
   *
   * @param weights chances by item; items with 0 are not in the urn
   */
  Urn(int[] weights) {
    this.weights = weights;
    cumulative = new long[weights.length + 1];
    for (int item = 0; item < weights.length; item++) {
      cumulative[item + 1] = cumulative[item] + weights[item];
    }
    present = (int) Arrays.stream(weights).filter(w -> w > 0).count();
    excluded = new BitSet(weights.length);
  }

  /** Puts all items back. */
  void reset() {
    excluded.clear();
    excludedPresent = 0;
  }

  /** Takes an item out. */
  void exclude(int item) {
    if (!excluded.get(item)) {
      excluded.set(item);
      excludedPresent += weights[item] > 0 ? 1 : 0;
    }
  }

  /** Number of items left. */
  int remaining() {
    return present - excludedPresent;
  }

  /** Draws and takes out {@code count} of the items left; there must be so many. */
  int[] draw(int count, UniformRandomProvider random) {
    return (long) REJECTION_FACTOR * count <= remaining()
        ? drawAndReject(count, random)
        : drawByKeys(count, random);
  }

  private int[] drawAndReject(int count, UniformRandomProvider random) {
    int[] drawn = new int[count];
    int size = 0;
    while (size < count) {
      long ticket = random.nextLong(cumulative[weights.length]);
      int item = itemOf(ticket);
      if (!excluded.get(item)) {
        exclude(item);
        drawn[size++] = item;
      }
    }
    return drawn;
  }

  /** The item with {@code cumulative[item] <= ticket < cumulative[item + 1]}. */
  private int itemOf(long ticket) {
    int low = 0;
    int high = weights.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (cumulative[middle + 1] <= ticket) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /**
   * The items with the largest keys {@code log(random) / weight}, which has the same distribution
   * (Efraimidis and Spirakis, Weighted random sampling with a reservoir, 2006,
   * doi:10.1016/j.ipl.2005.11.003).
   */
  private int[] drawByKeys(int count, UniformRandomProvider random) {
    int left = remaining();
    double[] keys = new double[left];
    int[] items = new int[left];
    int size = 0;
    for (int item = 0; item < weights.length; item++) {
      if (weights[item] > 0 && !excluded.get(item)) {
        keys[size] = Math.log(1 - random.nextDouble()) / weights[item];
        items[size++] = item;
      }
    }
    double[] sorted = keys.clone();
    Arrays.sort(sorted);
    double smallest = sorted[left - count];
    int[] drawn = new int[count];
    int found = 0;
    for (int i = 0; i < left && found < count; i++) {
      if (keys[i] >= smallest) {
        exclude(items[i]);
        drawn[found++] = items[i];
      }
    }
    return drawn;
  }
}
