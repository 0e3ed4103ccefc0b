package org.trellisrec.tensorflow.batch;

import java.util.Arrays;
import org.trellisrec.spi.InputException;

/** Collects lists of one user and some items until a batch is full. */
final class BatchBuilder {
  private static final int MOST_SLOTS = Integer.MAX_VALUE - 8;

  private final int length;
  private final Distinct users;
  private final Distinct items;
  private final int[] userSlots;
  private final int[] itemSlots;
  private final float[] labels;
  private int lists;
  private int filled;

  BatchBuilder(int allUsers, int allItems, int lists, int length) {
    this.length = length;
    this.users = new Distinct(allUsers, lists);
    this.items = new Distinct(allItems, lists * length);
    this.userSlots = new int[lists];
    this.itemSlots = new int[lists * length];
    this.labels = new float[lists * length];
  }

  /**
   * Number of items of a batch.
   *
   * @param positives of the batch
   * @param negatives for each of them
   * @throws InputException if no array holds as many
   */
  static int slots(int positives, int negatives) {
    long slots = positives * (1L + negatives);
    if (slots > MOST_SLOTS) {
      throw new InputException(
          "a batch of %d positives with %d negatives each has %d items, but at most %d can be"
              + " computed with at once; lower batch_size or negatives",
          positives, negatives, slots, MOST_SLOTS);
    }
    return (int) slots;
  }

  /** Starts the next list. */
  void user(int user) {
    userSlots[lists++] = users.slot(user);
  }

  /** Adds an item to the list. */
  void item(int item, float label) {
    itemSlots[filled] = items.slot(item);
    labels[filled++] = label;
  }

  boolean isFull() {
    return lists == userSlots.length && filled == itemSlots.length;
  }

  boolean isEmpty() {
    return lists == 0;
  }

  /** The batch of what was added since the last call. */
  Batch take(long seed) {
    Batch batch =
        new Batch(
            users.take(),
            items.take(),
            Arrays.copyOf(userSlots, lists),
            Arrays.copyOf(itemSlots, filled),
            Arrays.copyOf(labels, filled),
            lists,
            length,
            seed);
    lists = 0;
    filled = 0;
    return batch;
  }
}
