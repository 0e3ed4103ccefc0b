package org.trellisrec.tensorflow.batch;

import org.trellisrec.data.Interactions;
import org.trellisrec.spi.Param;
import org.trellisrec.spi.Seed;

/**
 * What can be configured of lists of a positive and its negatives. A model includes it in its own
 * parameters by {@link org.trellisrec.spi.Inline}.
 *
 * @param negatives negatives per positive
 * @param sampler in which order positives are visited
 */
public record ListSampling(
    @Param(
            description = "Negatives per training interaction.",
            byDefault = "1",
            min = 1,
            aliases = {"neg_ratio", "n_negatives", "num_neg"})
        int negatives,
    @Param(
            description =
                "per_positive visits every training interaction once an epoch, except those of users who"
                    + " have every item; uniform_user draws users uniformly, then one of their"
                    + " interactions, as Elliot does.",
            byDefault = "per_positive")
        PositiveOrder sampler) {

  /** The lists of interactions, whose ratings do not matter. */
  public ListSource lists(Interactions train, int batchSize, Seed seed) {
    return new ListSource(train, sampler, negatives, batchSize, true, seed);
  }
}
