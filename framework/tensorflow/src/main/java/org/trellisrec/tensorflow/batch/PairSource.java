package org.trellisrec.tensorflow.batch;

import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;
import org.trellisrec.data.Interactions;
import org.trellisrec.spi.Seed;

/**
 * Elliot's pointwise sampler: each example is a user drawn uniformly with, at a chance of {@code 1
 * / (1 + negatives)}, one of the user's items as positive, else an item the user lacks as negative.
 * An epoch has {@code (1 + negatives)} examples per training interaction. Users who lack no item of
 * the training data are left out.
 */
public final class PairSource implements BatchSource {
  private final Positives positives;
  private final Negatives sampled;
  private final int negatives;
  private final int batchSize;
  private final boolean binary;
  private final Seed seed;

  /**
   * @param train training interactions, users x items
   * @param negatives expected negatives per positive, at least 1
   * @param batchSize positives per batch in expectation: a batch has {@code (1 + negatives) *
   *     batchSize} examples
   * @param binary true if the label of a positive is 1, false if it is the rating
   * @throws org.trellisrec.spi.InputException if no user has both a positive and a negative, or a
   *     batch would have more items than an array
   */
  public PairSource(Interactions train, int negatives, int batchSize, boolean binary, Seed seed) {
    this.positives = Positives.withNegatives(train);
    this.batchSize = BatchBuilder.slots(Math.min(batchSize, positives.size()), negatives);
    this.sampled = new Negatives(train);
    this.negatives = negatives;
    this.binary = binary;
    this.seed = seed;
  }

  private long examples() {
    return (1L + negatives) * positives.size();
  }

  @Override
  public int batches() {
    return Math.toIntExact((examples() + batchSize - 1) / batchSize);
  }

  @Override
  public Optional<String> leftOut() {
    return positives.leftOut();
  }

  @Override
  public Epoch epoch(int epoch) {
    UniformRandomProvider random = seed.derive("epoch-" + epoch).rng();
    Interactions train = positives.train();
    BatchBuilder builder = new BatchBuilder(train.rows(), train.columns(), batchSize, 1);
    return new Epoch() {
      private long left = examples();

      @Override
      public Batch next() {
        for (; left > 0 && !builder.isFull(); left--) {
          add(builder, random);
        }
        return builder.isEmpty() ? null : builder.take(random.nextLong());
      }
    };
  }

  private void add(BatchBuilder builder, UniformRandomProvider random) {
    Interactions train = positives.train();
    int user = positives.user(random);
    builder.user(user);
    if (random.nextInt(1 + negatives) == 0) {
      int position = positives.ofUser(user, random);
      builder.item(train.column(position), binary ? 1 : train.rating(position));
    } else {
      builder.item(sampled.draw(user, random), 0);
    }
  }
}
