package org.trellisrec.tensorflow.batch;

import com.carrotsearch.hppc.LongHashSet;
import org.apache.commons.rng.UniformRandomProvider;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.ItemSet;

/**
 * Draws negatives uniformly from the items that occur in training and that a user lacks, by
 * rejection. Whether a pair is a positive is found in constant time.
 */
public final class Negatives {
  private static final long MOST_BITS = 1L << 31;

  private final Interactions train;
  private final int[] items;
  private final long[] bits;
  private final LongHashSet pairs;

  /**
   * The negatives of all users.
   *
   * @param train training interactions, users x items
   */
  public Negatives(Interactions train) {
    this.train = train;
    this.items = ItemSet.occurringIn(train).toArray();
    long cells = (long) train.rows() * train.columns();
    this.bits = cells <= MOST_BITS ? new long[(int) ((cells + 63) >>> 6)] : null;
    this.pairs = bits == null ? new LongHashSet(train.size()) : null;
    mark();
  }

  private void mark() {
    for (int user = 0; user < train.rows(); user++) {
      for (int p = train.start(user); p < train.end(user); p++) {
        long cell = cell(user, train.column(p));
        if (bits != null) {
          bits[(int) (cell >>> 6)] |= 1L << cell;
        } else {
          pairs.add(cell);
        }
      }
    }
  }

  private long cell(int user, int item) {
    return (long) user * train.columns() + item;
  }

  /** True if this user has this item in training. */
  boolean isPositive(int user, int item) {
    long cell = cell(user, item);
    return bits != null ? (bits[(int) (cell >>> 6)] >>> cell & 1) != 0 : pairs.contains(cell);
  }

  /**
   * An item of the training data that this user lacks.
   *
   * @param user one of {@link Positives#withNegatives}; for any other the search would not end
   */
  public int draw(int user, UniformRandomProvider random) {
    int item;
    do {
      item = items[random.nextInt(items.length)];
    } while (isPositive(user, item));
    return item;
  }
}
