package org.trellisrec.tensorflow.batch;

/**
 * The examples of one training step: {@code lists} lists, each of one user and {@code length}
 * items. Users and items stand in it once each; the slots say where they are used, so that a
 * network represents every entity once.
 *
 * @param users the distinct users, by first appearance
 * @param items the distinct items, by first appearance
 * @param userSlots one index into {@code users} per list
 * @param itemSlots {@code lists * length} indices into {@code items}, list by list
 * @param labels the target of every item slot: 1 (or a rating) for a positive, 0 for a negative
 * @param lists number of lists
 * @param length items per list
 * @param seed randomness of this step, for what a network samples itself
 */
public record Batch(
    int[] users,
    int[] items,
    int[] userSlots,
    int[] itemSlots,
    float[] labels,
    int lists,
    int length,
    long seed) {

  /** Number of examples, by which the loss of this batch is weighted in that of an epoch. */
  public int examples() {
    return lists;
  }

  /** How many slots use each entity. */
  public static float[] multiplicities(int[] slots, int entities) {
    float[] counts = new float[entities];
    for (int slot : slots) {
      counts[slot]++;
    }
    return counts;
  }
}
