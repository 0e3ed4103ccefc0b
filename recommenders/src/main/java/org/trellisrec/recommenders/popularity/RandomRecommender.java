package org.trellisrec.recommenders.popularity;

import jakarta.inject.Inject;
import org.apache.commons.rng.UniformRandomProvider;
import org.trellisrec.data.TrainingData;
import org.trellisrec.spi.FitContext;
import org.trellisrec.spi.Model;
import org.trellisrec.spi.Param;
import org.trellisrec.spi.Recommender;
import org.trellisrec.spi.Seed;
import org.trellisrec.spi.Summary;

/**
 * Recommends items drawn uniformly without replacement: the floor that any model must beat.
 *
 * <p>{@code s(u, i) ~ U[0, 1)}, drawn from a stream of random numbers that belongs to the user, so
 * neither the order of users nor the number of threads changes a list.
 *
 * <p>Cold users and cold items are scored like all others.
 *
 * <p>Cost: one random number per user and item.
 */
@Summary("Recommends items drawn at random, without replacement within a list.")
public final class RandomRecommender implements Recommender {
  /**
   * What can be configured.
   *
   * @param randomSeed null to use the seed of the run
   */
  public record Params(
      @Param(
              description = "A seed of its own; left out, the seed of the run decides.",
              byDefault = Param.OPTIONAL)
          Long randomSeed) {}

  private final Params params;

  /** A recipe with these parameters. */
  @Inject
  public RandomRecommender(Params params) {
    this.params = params;
  }

  @Override
  public Model fit(TrainingData data, FitContext context) {
    Seed seed =
        params.randomSeed() == null ? context.seed() : new Seed(params.randomSeed().longValue());
    int items = data.items().size();
    return (users, scores) -> {
      for (int row = 0; row < users.size(); row++) {
        UniformRandomProvider rng = seed.derive("user/" + users.user(row)).rng();
        for (int item = 0; item < items; item++) {
          scores[row][item] = rng.nextFloat();
        }
      }
    };
  }
}
