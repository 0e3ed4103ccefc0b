package org.trellisrec.spi;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.ItemSet;

/** How often each item occurs in the training interactions, that is, for how many users. */
public final class Popularity {
  private final int[] counts;
  private final long total;
  private final Map<Double, ItemSet> heads = new ConcurrentHashMap<>();

  /** The popularity in these training interactions, users x items. */
  public Popularity(Interactions train) {
    this.counts = train.columnCounts();
    this.total = train.size();
  }

  /** Number of training users of {@code item}. */
  public int count(int item) {
    return counts[item];
  }

  /** Number of training interactions. */
  public long total() {
    return total;
  }

  /** Items with at least one training interaction. */
  public ItemSet trained() {
    return ItemSet.where(counts.length, item -> counts[item] > 0);
  }

  /**
   * The short head: the most popular items (ties: lower index first) until their interactions reach
   * {@code share} of all, the item that reaches it included.
   *
   * @param share in (0, 1]; 0.8 is customary
   */
  public ItemSet shortHead(double share) {
    return heads.computeIfAbsent(share, this::computeHead);
  }

  private ItemSet computeHead(double share) {
    int[] order =
        IntStream.range(0, counts.length)
            .boxed()
            .sorted(
                (a, b) ->
                    counts[a] != counts[b]
                        ? Integer.compare(counts[b], counts[a])
                        : Integer.compare(a, b))
            .mapToInt(Integer::intValue)
            .toArray();
    boolean[] head = new boolean[counts.length];
    long sum = 0;
    for (int item : order) {
      if (sum >= share * total || counts[item] == 0) {
        break;
      }
      head[item] = true;
      sum += counts[item];
    }
    return ItemSet.where(counts.length, item -> head[item]);
  }
}
