package org.trellisrec.tensorflow.batch;

import com.carrotsearch.hppc.LongHashSet;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.ItemSet;
import org.trellisrec.spi.InputException;

/**
 * The training interactions as samplers see them: positives of the users that have a negative at
 * all, and negatives drawn uniformly from the items that occur in training, by rejection. Whether a
 * pair is a positive is found in constant time.
 */
public final class TrainingPairs {
  private static final long MOST_BITS = 1L << 31;

  private final Interactions train;
  private final int[] items;
  private final int[] users;
  private final int[] positives;
  private final long[] bits;
  private final LongHashSet pairs;

  /**
   * The pairs of these interactions.
   *
   * @param train training interactions, users x items
   * @throws InputException if no user has both a positive and a negative
   */
  public TrainingPairs(Interactions train) {
    this.train = train;
    this.items = ItemSet.occurringIn(train).toArray();
    this.users =
        IntStream.range(0, train.rows())
            .filter(user -> train.count(user) > 0 && train.count(user) < items.length)
            .toArray();
    if (users.length == 0) {
      throw new InputException(
          "nothing can be sampled from the training data: of %d users with interactions none lacks "
              + "any of the %d items, so there are no negatives; check the split and the filters",
          trainedUsers(train), items.length);
    }
    this.positives = positions();
    long cells = (long) train.rows() * train.columns();
    this.bits = cells <= MOST_BITS ? new long[(int) ((cells + 63) >>> 6)] : null;
    this.pairs = bits == null ? new LongHashSet(train.size()) : null;
    mark();
  }

  private static long trainedUsers(Interactions train) {
    return IntStream.range(0, train.rows()).filter(user -> train.count(user) > 0).count();
  }

  private int[] positions() {
    int size = 0;
    for (int user : users) {
      size += train.count(user);
    }
    int[] positions = new int[size];
    int next = 0;
    for (int user : users) {
      for (int p = train.start(user); p < train.end(user); p++) {
        positions[next++] = p;
      }
    }
    return positions;
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
  public boolean isPositive(int user, int item) {
    long cell = cell(user, item);
    return bits != null ? (bits[(int) (cell >>> 6)] >>> cell & 1) != 0 : pairs.contains(cell);
  }

  /** The position in the training matrix of one of this user's interactions, drawn uniformly. */
  public int positive(int user, UniformRandomProvider random) {
    return train.start(user) + random.nextInt(train.count(user));
  }

  /** A user with a positive and a negative, drawn uniformly. */
  public int user(UniformRandomProvider random) {
    return users[random.nextInt(users.length)];
  }

  /** An item of the training data that this user lacks. */
  public int negative(int user, UniformRandomProvider random) {
    int item;
    do {
      item = items[random.nextInt(items.length)];
    } while (isPositive(user, item));
    return item;
  }

  /**
   * Positions of the positives of the users that have a negative in the training matrix, ascending.
   */
  public int[] positives() {
    return positives;
  }

  /** The training interactions. */
  public Interactions train() {
    return train;
  }
}
