package org.trellisrec.splitters;

import java.util.Arrays;
import java.util.BitSet;
import org.trellisrec.data.Interactions;

/**
 * Picks the latest positions; of equal times those of the higher position, that is, of the higher
 * user and item index.
 *
 * @param rows have timestamps
 */
record LatestPicker(Interactions rows) implements RowPicker {
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
    for (int p = from; p < to; p++) {
      if (rows.timestamp(p) > oldest) {
        picked.set(p);
        wanted--;
      }
    }
    for (int p = to - 1; wanted > 0; p--) {
      if (rows.timestamp(p) == oldest) {
        picked.set(p);
        wanted--;
      }
    }
  }
}
