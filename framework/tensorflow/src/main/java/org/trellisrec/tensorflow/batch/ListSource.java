package org.trellisrec.tensorflow.batch;

import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;
import org.trellisrec.data.Interactions;
import org.trellisrec.spi.Seed;

/**
 * Lists of one positive, which comes first, and some negatives of the same user: for pairwise and
 * listwise losses, and for pointwise ones with a fixed ratio. Users who lack no item of the
 * training data are left out. With no negatives, the positives of all users alone, for losses that
 * take the other items of the batch as negatives, or that fit ratings.
 */
public final class ListSource implements BatchSource {
  private final Positives positives;
  private final Negatives sampled;
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
   * @throws org.trellisrec.spi.InputException if no user has a positive, and a negative where these
   *     are wanted, or a batch would have more items than an array
   */
  public ListSource(
      Interactions train,
      PositiveOrder order,
      int negatives,
      int batchSize,
      boolean binary,
      Seed seed) {
    this.positives = negatives > 0 ? Positives.withNegatives(train) : Positives.all(train);
    this.batchSize = Math.min(batchSize, positives.size());
    BatchBuilder.slots(this.batchSize, negatives);
    this.sampled = negatives > 0 ? new Negatives(train) : null;
    this.userOf = train.rowOfPositions();
    this.order = order;
    this.negatives = negatives;
    this.binary = binary;
    this.seed = seed;
  }

  @Override
  public int batches() {
    return (positives.size() + batchSize - 1) / batchSize;
  }

  @Override
  public Optional<String> leftOut() {
    return positives.leftOut();
  }

  @Override
  public Epoch epoch(int epoch) {
    UniformRandomProvider random = seed.derive("epoch-" + epoch).rng();
    int[] positions = order.positions(positives, random);
    Interactions train = positives.train();
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
    Interactions train = positives.train();
    int user = userOf[position];
    builder.user(user);
    builder.item(train.column(position), binary ? 1 : train.rating(position));
    for (int n = 0; n < negatives; n++) {
      builder.item(sampled.draw(user, random), 0);
    }
  }
}
