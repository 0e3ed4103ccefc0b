package org.trellisrec.tensorflow.batch;

import org.apache.commons.rng.UniformRandomProvider;
import org.trellisrec.data.Interactions;
import org.trellisrec.spi.Seed;

/**
 * Lists of one positive, which comes first, and some negatives of the same user: for pairwise and
 * listwise losses, and for pointwise ones with a fixed ratio. With no negatives, the positives
 * alone, for losses that take the other items of the batch as negatives.
 */
public final class ListSource implements BatchSource {
  private final TrainingPairs pairs;
  private final int[] userOf;
  private final PositiveOrder order;
  private final int negatives;
  private final int batchSize;
  private final boolean binary;
  private final Seed seed;

  /**
   * @param train training interactions, users x items
   * @param order in which order positives are visited
   * @param negatives negatives per positive, at least 0
   * @param batchSize lists per batch; the last batch of an epoch may be shorter
   * @param binary true if the label of a positive is 1, false if it is the rating
   * @throws org.trellisrec.spi.InputException if no user has both a positive and a negative
   */
  public ListSource(
      Interactions train,
      PositiveOrder order,
      int negatives,
      int batchSize,
      boolean binary,
      Seed seed) {
    this.pairs = new TrainingPairs(train);
    this.userOf = train.rowOfPositions();
    this.order = order;
    this.negatives = negatives;
    this.batchSize = Math.min(batchSize, pairs.positives().length);
    this.binary = binary;
    this.seed = seed;
  }

  @Override
  public int batches() {
    return (pairs.positives().length + batchSize - 1) / batchSize;
  }

  @Override
  public Epoch epoch(int epoch) {
    UniformRandomProvider random = seed.derive("epoch-" + epoch).rng();
    int[] positions = order.positions(pairs, random);
    Interactions train = pairs.train();
    BatchBuilder builder =
        new BatchBuilder(train.rows(), train.columns(), batchSize, 1 + negatives);
    return new Epoch() {
      private int next;

      @Override
      public Batch next() {
        while (next < positions.length && !builder.isFull()) {
          add(builder, positions[next++], random);
        }
        return builder.isEmpty() ? null : builder.take(random.nextLong());
      }
    };
  }

  private void add(BatchBuilder builder, int position, UniformRandomProvider random) {
    int user = userOf[position];
    builder.user(user);
    builder.item(pairs.train().column(position), binary ? 1 : pairs.train().rating(position));
    for (int n = 0; n < negatives; n++) {
      builder.item(pairs.negative(user, random), 0);
    }
  }
}
