package org.trellisrec.tensorflow.batch;

import java.util.Arrays;

/** Collects lists of one user and some items until a batch is full. */
final class BatchBuilder {
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
