package org.trellisrec.tensorflow.batch;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.trellisrec.data.Interactions;
import org.trellisrec.spi.Seed;

/** Whole rows of the training matrix: every user with interactions once an epoch, shuffled. */
public final class RowSource implements BatchSource {
  private final int[] users;
  private final int batchSize;
  private final Seed seed;

  /**
   * @param train training interactions, users x items
   * @param batchSize users per batch; the last batch of an epoch may be smaller
   * @throws org.trellisrec.spi.InputException if there are no interactions
   */
  public RowSource(Interactions train, int batchSize, Seed seed) {
    this.users = Positives.usersOf(train);
    this.batchSize = Math.min(batchSize, users.length);
    this.seed = seed;
  }

  @Override
  public int batches() {
    return (users.length + batchSize - 1) / batchSize;
  }

  @Override
  public Epoch epoch(int epoch) {
    UniformRandomProvider random = seed.derive("epoch-" + epoch).rng();
    int[] order = users.clone();
    Shuffle.inPlace(order, random);
    return new Epoch() {
      private int next;

      @Override
      public Batch next() {
        int from = next;
        next = Math.min(order.length, from + batchSize);
        return from == next ? null : rows(Arrays.copyOfRange(order, from, next), random.nextLong());
      }
    };
  }

  private static Batch rows(int[] users, long seed) {
    int[] slots = IntStream.range(0, users.length).toArray();
    return new Batch(users, new int[0], slots, new int[0], new float[0], users.length, 0, seed);
  }
}
