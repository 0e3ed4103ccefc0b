package org.trellisrec.report;

import java.util.Arrays;

/**
 * How interactions spread over the entities of one side.
 *
 * @param min fewest interactions of an entity
 * @param mean interactions per entity
 * @param median the middle one, or the mean of the two middle ones
 * @param max most interactions of an entity
 * @param gini Gini coefficient: 0 if all have the same number, towards 1 if one has all
 */
public record Distribution(int min, double mean, double median, int max, double gini) {
  /** The distribution of these counts; all values are NaN or 0 if there are none. */
  public static Distribution of(int[] counts) {
    if (counts.length == 0) {
      return new Distribution(0, Double.NaN, Double.NaN, 0, Double.NaN);
    }
    int[] sorted = counts.clone();
    Arrays.sort(sorted);
    int n = sorted.length;
    double total = Arrays.stream(sorted).asLongStream().sum();
    return new Distribution(
        sorted[0],
        total / n,
        (sorted[(n - 1) / 2] + (double) sorted[n / 2]) / 2,
        sorted[n - 1],
        gini(sorted, total));
  }

  private static double gini(int[] sorted, double total) {
    double weighted = 0;
    for (int i = 0; i < sorted.length; i++) {
      weighted += (2.0 * (i + 1) - sorted.length - 1) * sorted[i];
    }
    return total == 0 ? Double.NaN : weighted / (sorted.length * total);
  }
}
