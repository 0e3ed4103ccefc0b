package org.trellisrec.splitters;

import com.carrotsearch.hppc.IntArrayList;
import java.util.Arrays;
import java.util.BitSet;
import org.trellisrec.data.Interactions;
import org.trellisrec.spi.Seed;

/**
 * Picks the latest positions; of equal times that leave it open which these are, some at random.
 * Mutable: counts the ranges in which that was so.
 */
final class LatestPicker implements RowPicker {
  private final Interactions rows;
  private final Seed seed;
  private int drawn;

  /**
   * A picker for one split.
   *
   * @param rows have timestamps
   * @param seed every range draws from a stream of its own, so users do not depend on each other
   */
  LatestPicker(Interactions rows, Seed seed) {
    this.rows = rows;
    this.seed = seed;
  }

  @Override
  public void pick(String part, int from, int to, int count, BitSet picked) {
    if (count == 0) {
      return;
    }
    long[] times = new long[to - from];
    for (int p = from; p < to; p++) {
      times[p - from] = rows.timestamp(p);
    }
    Arrays.parallelSort(times);
    long oldest = times[times.length - count];
    int wanted = count;
    IntArrayList equal = new IntArrayList();
    for (int p = from; p < to; p++) {
      if (rows.timestamp(p) > oldest) {
        picked.set(p);
        wanted--;
      } else if (rows.timestamp(p) == oldest) {
        equal.add(p);
      }
    }
    drawn += wanted < equal.size() ? 1 : 0;
    BitSet chosen = new BitSet(equal.size());
    new RandomPicker(seed).pick(part, 0, equal.size(), wanted, chosen);
    chosen.stream().forEach(i -> picked.set(equal.get(i)));
  }

  /** Number of ranges in which equal times left open which positions are the latest. */
  int drawn() {
    return drawn;
  }
}
