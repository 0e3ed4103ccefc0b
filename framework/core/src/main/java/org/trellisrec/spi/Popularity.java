package org.trellisrec.spi;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntUnaryOperator;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.ItemSet;
import org.trellisrec.data.Share;

/** How often each item occurs in the training interactions, that is, for how many users. */
public final class Popularity {
  private final int[] counts;
  private final long total;
  private final int[] tieOrder;
  private final Map<Double, ItemSet> heads = new ConcurrentHashMap<>();

  /** The popularity in these training interactions, users x items. */
  public Popularity(Interactions train) {
    this(train, null);
  }

  /**
   * The popularity with an order of equally popular items other than by index, as frameworks have
   * it that number items by first appearance.
   *
   * @param tieOrder a permutation: the place of every item among those of equal popularity
   */
  public Popularity(Interactions train, int[] tieOrder) {
    this.counts = train.columnCounts();
    this.total = train.size();
    this.tieOrder = tieOrder == null ? null : tieOrder.clone();
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

  /**
   * The short head by items: the training items without the {@code share} of them that is least
   * popular, as many as the share allows whole (ties: the higher index is the less popular).
   *
   * @param share in (0, 1]; 0.8 is customary
   */
  public ItemSet shortHeadOfItems(double share) {
    int items = trained().size();
    int tail = (int) new Share(share).floor(items);
    return first(items - tail, ordered(item -> Integer.MAX_VALUE - counts[item]));
  }

  /**
   * The {@code size} least popular of the items with a training interaction (ties: lower index
   * first); all of them if there are no more.
   */
  public ItemSet leastPopular(int size) {
    return first(size, ordered(item -> counts[item]));
  }

  private ItemSet first(int size, int[] order) {
    boolean[] chosen = new boolean[counts.length];
    for (int i = 0, found = 0; i < order.length && found < size; i++) {
      if (counts[order[i]] > 0) {
        chosen[order[i]] = true;
        found++;
      }
    }
    return ItemSet.where(counts.length, item -> chosen[item]);
  }

  private ItemSet computeHead(double share) {
    boolean[] head = new boolean[counts.length];
    long reached = new Share(share).ceil(total);
    long sum = 0;
    for (int item : ordered(i -> Integer.MAX_VALUE - counts[i])) {
      if (sum >= reached || counts[item] == 0) {
        break;
      }
      head[item] = true;
      sum += counts[item];
    }
    return ItemSet.where(counts.length, item -> head[item]);
  }

  /** All items by a key that is not negative, ascending, then by their place among ties. */
  private int[] ordered(IntUnaryOperator key) {
    long[] keys = new long[counts.length];
    int[] itemAt = new int[counts.length];
    for (int item = 0; item < keys.length; item++) {
      int place = tieOrder == null ? item : tieOrder[item];
      itemAt[place] = item;
      keys[item] = ((long) key.applyAsInt(item) << Integer.SIZE) | place;
    }
    Arrays.sort(keys);
    return Arrays.stream(keys).mapToInt(k -> itemAt[(int) k]).toArray();
  }
}
