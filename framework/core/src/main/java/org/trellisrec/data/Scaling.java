package org.trellisrec.data;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * How numbers are scaled before a model sees them. Every dimension is scaled on its own, but for
 * {@link #L2}, which scales every vector on its own. Where the spread is 0, only the center is
 * subtracted, as scikit-learn does.
 */
public enum Scaling {
  /** As they are. */
  NONE,
  /** {@code (x - min) / (max - min)}. */
  MIN_MAX,
  /** {@code (x - mean) / standard deviation}, the deviation of the population. */
  STANDARD,
  /** {@code (x - median) / (third quartile - first quartile)}, quartiles interpolated. */
  ROBUST,
  /** {@code x / |x|}; a vector of zeros stays. */
  L2;

  private static final double LOWER = 0.25;
  private static final double UPPER = 0.75;

  /** True if it depends on the numbers of trained entities. */
  boolean isFitted() {
    return this != NONE && this != L2;
  }

  /**
   * The scaled vectors; as they are if none of the entities that numbers are taken from has any.
   *
   * @param vectors one per entity, null where absent
   * @param fitted the entities that minimum, mean and so on are taken from; others are scaled by
   *     the same numbers and may leave the range
   */
  float[][] apply(float[][] vectors, int length, IntPredicate fitted) {
    if (this == NONE) {
      return vectors;
    }
    float[][] scaled = new float[vectors.length][];
    for (int entity = 0; entity < vectors.length; entity++) {
      scaled[entity] = vectors[entity] == null ? null : vectors[entity].clone();
    }
    if (this == L2) {
      Arrays.stream(scaled).filter(vector -> vector != null).forEach(Scaling::normalise);
    } else {
      for (int dimension = 0; dimension < length; dimension++) {
        scale(scaled, dimension, fitted);
      }
    }
    return scaled;
  }

  private void scale(float[][] vectors, int dimension, IntPredicate fitted) {
    double[] sample = sample(vectors, dimension, fitted);
    if (sample.length == 0) {
      return;
    }
    double center =
        switch (this) {
          case MIN_MAX -> sample[0];
          case STANDARD -> mean(sample);
          default -> quantile(sample, 0.5);
        };
    double spread = spread(sample, center);
    for (float[] vector : vectors) {
      if (vector != null) {
        vector[dimension] = (float) ((vector[dimension] - center) / (spread == 0 ? 1 : spread));
      }
    }
  }

  /** Mean and deviation of equal numbers may be off by a rounding error, which must not count. */
  private double spread(double[] sorted, double center) {
    double range = sorted[sorted.length - 1] - sorted[0];
    return range == 0
        ? 0
        : switch (this) {
          case MIN_MAX -> range;
          case STANDARD -> deviation(sorted, center);
          default -> quantile(sorted, UPPER) - quantile(sorted, LOWER);
        };
  }

  private static double[] sample(float[][] vectors, int dimension, IntPredicate fitted) {
    double[] sample = new double[vectors.length];
    int size = 0;
    for (int entity = 0; entity < vectors.length; entity++) {
      if (vectors[entity] != null && fitted.test(entity)) {
        sample[size++] = vectors[entity][dimension];
      }
    }
    Arrays.sort(sample, 0, size);
    return Arrays.copyOf(sample, size);
  }

  private static double mean(double[] sample) {
    return Arrays.stream(sample).average().orElse(0);
  }

  private static double deviation(double[] sample, double mean) {
    return Math.sqrt(Arrays.stream(sample).map(x -> (x - mean) * (x - mean)).average().orElse(0));
  }

  /** Linear interpolation between the two nearest values, as NumPy's default. */
  private static double quantile(double[] sorted, double share) {
    double place = share * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }

  private static void normalise(float[] vector) {
    double norm = 0;
    for (float x : vector) {
      norm += (double) x * x;
    }
    if (norm > 0) {
      double scale = 1 / Math.sqrt(norm);
      for (int i = 0; i < vector.length; i++) {
        vector[i] = (float) (vector[i] * scale);
      }
    }
  }
}
