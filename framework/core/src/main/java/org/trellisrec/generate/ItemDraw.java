package org.trellisrec.generate;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.DiscreteSampler;

/**
 * Draws distinct items for one user after the other: by rejection of what the user already has,
 * and, where that becomes tedious, by ranking the remaining items with random keys (Efraimidis and
 * Spirakis, Information Processing Letters 2006, DOI 10.1016/j.ipl.2005.11.003), which follows the
 * same law.
 */
final class ItemDraw {
  private static final int ATTEMPTS_PER_ITEM = 8;

  private final Generated.Params params;
  private final PlantedFactors factors;
  private final DiscreteSampler[] tables;
  private final UniformRandomProvider rng;
  private final int[] lastOwner;

  ItemDraw(
      Generated.Params params,
      PlantedFactors factors,
      ItemTables tables,
      UniformRandomProvider rng) {
    this.params = params;
    this.factors = factors;
    this.tables = tables.with(rng);
    this.rng = rng;
    this.lastOwner = new int[params.items()];
  }

  /** {@code count} distinct items in order of drawing. */
  int[] distinct(int user, int count) {
    int owner = user + 1;
    int[] drawn = new int[count];
    int size = 0;
    for (int attempt = 0; size < count && attempt < ATTEMPTS_PER_ITEM * count; attempt++) {
      int item = one(user);
      if (lastOwner[item] != owner) {
        lastOwner[item] = owner;
        drawn[size++] = item;
      }
    }
    if (size < count) {
      int[] others = others(user, count - size);
      System.arraycopy(others, 0, drawn, size, others.length);
    }
    return drawn;
  }

  private int one(int user) {
    if (rng.nextDouble() < params.noise()) {
      return tables[tables.length - 1].sample();
    }
    double left = rng.nextDouble();
    int factor = 0;
    while (factor < factors.count() - 1 && left >= factors.userWeight(user, factor)) {
      left -= factors.userWeight(user, factor);
      factor++;
    }
    return tables[factor].sample();
  }

  private int[] others(int user, int count) {
    double[] keys = new double[params.items()];
    for (int item = 0; item < keys.length; item++) {
      keys[item] = -Math.log(1 - rng.nextDouble()) / factors.probability(user, item);
    }
    return IntStream.range(0, keys.length)
        .filter(item -> lastOwner[item] != user + 1)
        .boxed()
        .sorted(Comparator.<Integer>comparingDouble(item -> keys[item]).thenComparing(item -> item))
        .limit(count)
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
