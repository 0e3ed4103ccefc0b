package org.trellisrec.generate;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.PermutationSampler;
import org.apache.commons.rng.sampling.distribution.AhrensDieterMarsagliaTsangGammaSampler;
import org.apache.commons.rng.sampling.distribution.ContinuousSampler;
import org.trellisrec.spi.Seed;

/**
 * The latent factors behind generated data. User weights and item loadings are drawn from a sparse
 * symmetric Dirichlet distribution: most of an entity's weight lies on one or two factors.
 */
public final class PlantedFactors {
  private static final double CONCENTRATION = 0.05;
  private static final double FLOOR = 1e-6;

  private final float[][] users;
  private final float[][] items;
  private final double[] popularity;
  private final double[] mass;
  private final double noise;

  private PlantedFactors(float[][] users, float[][] items, double[] popularity, double noise) {
    this.users = users;
    this.items = items;
    this.popularity = popularity;
    this.noise = noise;
    this.mass = new double[users[0].length];
    for (int item = 0; item < items.length; item++) {
      for (int factor = 0; factor < mass.length; factor++) {
        mass[factor] += popularity[item] * items[item][factor];
      }
    }
  }

  static PlantedFactors draw(Generated.Params params, Seed seed) {
    return new PlantedFactors(
        dirichlet(params.users(), params.factors(), seed.derive("users").rng()),
        dirichlet(params.items(), params.factors(), seed.derive("items").rng()),
        zipf(params.items(), params.popularitySkew(), seed.derive("popularity").rng()),
        params.noise());
  }

  /** Number of factors. */
  public int count() {
    return mass.length;
  }

  /** The weight of {@code user} on {@code factor}, in [0, 1]; the weights of a user sum to 1. */
  public float userWeight(int user, int factor) {
    return users[user][factor];
  }

  /** The loading of {@code item} on {@code factor}, in [0, 1]; the loadings of an item sum to 1. */
  public float itemLoading(int item, int factor) {
    return items[item][factor];
  }

  /** The item's share of the interactions that follow popularity alone. */
  public double popularity(int item) {
    return popularity[item];
  }

  /**
   * The probability that one draw for {@code user} gives {@code item}: the best score any model can
   * find.
   */
  public double probability(int user, int item) {
    double sum = 0;
    for (int factor = 0; factor < mass.length; factor++) {
      sum += users[user][factor] * weight(item, factor);
    }
    return (1 - noise) * sum + noise * popularity[item];
  }

  /** The probability of {@code item} within {@code factor}. */
  double weight(int item, int factor) {
    return popularity[item] * items[item][factor] / mass[factor];
  }

  /** Cosine between user weights and item loadings, in [0, 1]. */
  double cosine(int user, int item) {
    double dot = 0;
    double userNorm = 0;
    double itemNorm = 0;
    for (int factor = 0; factor < mass.length; factor++) {
      double a = users[user][factor];
      double b = items[item][factor];
      dot += a * b;
      userNorm += a * a;
      itemNorm += b * b;
    }
    return dot / Math.sqrt(userNorm * itemNorm);
  }

  private static float[][] dirichlet(int rows, int columns, UniformRandomProvider rng) {
    ContinuousSampler gamma = AhrensDieterMarsagliaTsangGammaSampler.of(rng, CONCENTRATION, 1.0);
    float[][] drawn = new float[rows][columns];
    double[] row = new double[columns];
    for (float[] target : drawn) {
      double sum = 0;
      for (int column = 0; column < columns; column++) {
        row[column] = gamma.sample() + FLOOR;
        sum += row[column];
      }
      for (int column = 0; column < columns; column++) {
        target[column] = (float) (row[column] / sum);
      }
    }
    return drawn;
  }

  private static double[] zipf(int items, double skew, UniformRandomProvider rng) {
    int[] rank = PermutationSampler.natural(items);
    PermutationSampler.shuffle(rng, rank);
    double[] popularity = new double[items];
    double sum = 0;
    for (int item = 0; item < items; item++) {
      popularity[item] = Math.pow(rank[item] + 1.0, -skew);
      sum += popularity[item];
    }
    for (int item = 0; item < items; item++) {
      popularity[item] /= sum;
    }
    return popularity;
  }
}
