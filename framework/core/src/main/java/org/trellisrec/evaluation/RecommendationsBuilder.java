package org.trellisrec.evaluation;

import com.carrotsearch.hppc.DoubleArrayList;
import com.carrotsearch.hppc.IntArrayList;
import java.util.Arrays;
import org.trellisrec.spi.ScoreOrder;

/**
 * Builds whole lists from rows (user, item, score) in any order. The list of a user is in {@link
 * ScoreOrder}.
 */
public final class RecommendationsBuilder {
  private final IntArrayList users = new IntArrayList();
  private final IntArrayList items = new IntArrayList();
  private final DoubleArrayList scores = new DoubleArrayList();

  /** One row; scores are finite. */
  public void add(int user, int item, double score) {
    if (!Double.isFinite(score)) {
      throw new IllegalArgumentException("score %s is not finite".formatted(score));
    }
    users.add(user);
    items.add(item);
    scores.add(score);
  }

  /** Number of rows. */
  public int size() {
    return users.size();
  }

  /**
   * The lists of the users that occur.
   *
   * @throws IllegalArgumentException if a user is recommended an item twice
   */
  public Recommendations build() {
    int[] rowUsers = users.toArray();
    int[] distinct = Arrays.stream(rowUsers).sorted().distinct().toArray();
    int[] starts = new int[distinct.length + 1];
    int[] order = rowsByUser(rowUsers, distinct, starts);
    int[] sizes = new int[distinct.length];
    for (int row = 0; row < distinct.length; row++) {
      sizes[row] = starts[row + 1] - starts[row];
      requireDistinct(order, starts[row], starts[row + 1]);
      ScoreOrder.sort(order, starts[row], starts[row + 1], scores::get);
    }
    int[] sortedItems = Arrays.stream(order).map(items::get).toArray();
    double[] sortedScores = Arrays.stream(order).mapToDouble(scores::get).toArray();
    return new Recommendations(
        Recommendations.WHOLE,
        distinct,
        starts,
        sizes,
        sortedItems,
        i -> sortedScores[i],
        false,
        null);
  }

  /** A stable counting sort; fills {@code starts}. */
  private static int[] rowsByUser(int[] rowUsers, int[] distinct, int[] starts) {
    int[] rank = new int[rowUsers.length];
    for (int i = 0; i < rowUsers.length; i++) {
      rank[i] = Arrays.binarySearch(distinct, rowUsers[i]);
      starts[rank[i] + 1]++;
    }
    for (int row = 0; row < distinct.length; row++) {
      starts[row + 1] += starts[row];
    }
    int[] next = starts.clone();
    int[] order = new int[rowUsers.length];
    for (int i = 0; i < order.length; i++) {
      order[next[rank[i]]++] = i;
    }
    return order;
  }

  private void requireDistinct(int[] order, int from, int to) {
    long[] keys = new long[to - from];
    for (int i = from; i < to; i++) {
      keys[i - from] = ((long) items.get(order[i]) << Integer.SIZE) | order[i];
    }
    Arrays.sort(keys);
    for (int i = 1; i < keys.length; i++) {
      if (keys[i] >>> Integer.SIZE == keys[i - 1] >>> Integer.SIZE) {
        throw new IllegalArgumentException(
            "rows %d and %d recommend the same item to the same user"
                .formatted((int) keys[i - 1], (int) keys[i]));
      }
    }
  }
}
