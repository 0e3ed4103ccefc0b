package org.trellisrec.recommenders.factorization;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * Vectors of users and items, and biases of items.
 *
 * @param users one vector per user
 * @param items one vector per item, of the same length
 * @param biases one per item
 */
record Factors(float[][] users, float[][] items, float[] biases) {
  /** Vectors from a normal distribution around 0, biases 0. */
  static Factors random(
      int users, int items, int size, double deviation, UniformRandomProvider random) {
    ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random);
    Factors factors = new Factors(new float[users][size], new float[items][size], new float[items]);
    for (float[][] table : new float[][][] {factors.users, factors.items}) {
      for (float[] vector : table) {
        for (int k = 0; k < size; k++) {
          vector[k] = (float) (deviation * normal.sample());
        }
      }
    }
    return factors;
  }

  /** A copy that no longer changes. */
  Factors copy() {
    return new Factors(copy(users), copy(items), biases.clone());
  }

  private static float[][] copy(float[][] table) {
    return Arrays.stream(table).map(float[]::clone).toArray(float[][]::new);
  }

  /** Length of the vectors. */
  int size() {
    return items[0].length;
  }

  /** True if no value is NaN or infinite. */
  boolean isFinite() {
    return isFinite(users) && isFinite(items) && isFinite(new float[][] {biases});
  }

  private static boolean isFinite(float[][] table) {
    float sum = 0;
    for (float[] values : table) {
      for (float value : values) {
        // Nothing but NaN and infinities is different from 0 when multiplied by it.
        sum += 0 * value;
      }
    }
    return sum == 0;
  }

  /** Where a value is not finite, or else the largest one is, in words. */
  String largest() {
    Map<String, float[][]> tables = new LinkedHashMap<>();
    tables.put("the vectors of users", users);
    tables.put("the vectors of items", items);
    tables.put("the biases of items", new float[][] {biases});
    String where = "";
    float largest = 0;
    for (Map.Entry<String, float[][]> table : tables.entrySet()) {
      for (float[] values : table.getValue()) {
        for (float value : values) {
          if (!Float.isFinite(value)) {
            return "the first that are not finite are " + table.getKey();
          }
          if (Math.abs(value) >= largest) {
            largest = Math.abs(value);
            where = table.getKey();
          }
        }
      }
    }
    return String.format(Locale.ROOT, "the largest value, in %s, is %.3g", where, largest);
  }
}
