package org.trellisrec.recommenders.peers;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.ItemSet;
import org.trellisrec.spi.Model;
import org.trellisrec.spi.UserBlock;

/**
 * Binary nDCG, recall and precision at a cutoff over all users with truth, those included that
 * nothing can be recommended to. Written for these tests alone.
 */
record PeerMetrics(double ndcg, double recall, double precision) {
  private static final int BLOCK = 256;

  /**
   * Full ranking of the trained items.
   *
   * @param alsoMasked interactions that are not recommended besides those of training
   */
  static PeerMetrics of(Model model, PeerData data, Interactions alsoMasked) {
    return of(model, data, alsoMasked, 10);
  }

  /** The same at another cutoff. */
  static PeerMetrics of(Model model, PeerData data, Interactions alsoMasked, int cutoff) {
    Interactions train = data.training().interactions();
    int[] users = IntStream.range(0, train.rows()).filter(u -> data.test().count(u) > 0).toArray();
    ItemSet candidates = ItemSet.occurringIn(train);
    double[] sums = new double[3];
    float[][] scores = new float[BLOCK][train.columns()];
    for (int from = 0; from < users.length; from += BLOCK) {
      int[] block = Arrays.copyOfRange(users, from, Math.min(users.length, from + BLOCK));
      for (float[] row : scores) {
        Arrays.fill(row, Float.NaN);
      }
      model.score(new UserBlock(block, train), scores);
      for (int row = 0; row < block.length; row++) {
        mask(scores[row], train, alsoMasked, block[row], candidates);
        add(sums, top(scores[row], cutoff), cutoff, data.test(), block[row]);
      }
    }
    return new PeerMetrics(sums[0] / users.length, sums[1] / users.length, sums[2] / users.length);
  }

  private static void mask(
      float[] row, Interactions train, Interactions also, int user, ItemSet candidates) {
    for (int item = 0; item < row.length; item++) {
      if (!candidates.contains(item)) {
        row[item] = Float.NaN;
      }
    }
    for (int item : train.columnsOf(user)) {
      row[item] = Float.NaN;
    }
    for (int item : also.columnsOf(user)) {
      row[item] = Float.NaN;
    }
  }

  private static int[] top(float[] row, int cutoff) {
    int[] best = new int[cutoff];
    int size = 0;
    for (int item = 0; item < row.length; item++) {
      if (Float.isNaN(row[item]) || (size == cutoff && row[item] <= row[best[cutoff - 1]])) {
        continue;
      }
      int slot = size < cutoff ? size++ : cutoff - 1;
      while (slot > 0 && row[best[slot - 1]] < row[item]) {
        best[slot] = best[slot - 1];
        slot--;
      }
      best[slot] = item;
    }
    return Arrays.copyOf(best, size);
  }

  private static void add(double[] sums, int[] list, int cutoff, Interactions truth, int user) {
    double gain = 0;
    double ideal = 0;
    int hits = 0;
    int relevant = truth.count(user);
    for (int rank = 0; rank < cutoff; rank++) {
      double discount = Math.log(2) / Math.log(rank + 2);
      ideal += rank < relevant ? discount : 0;
      if (rank < list.length && truth.contains(user, list[rank])) {
        gain += discount;
        hits++;
      }
    }
    sums[0] += gain / ideal;
    sums[1] += (double) hits / relevant;
    sums[2] += (double) hits / cutoff;
  }
}
