package org.trellisrec.significance;

/**
 * What one model scored with every user.
 *
 * @param key what was measured
 * @param model label of the model
 * @param repetition names the fold and seed: under one key, measurements of the same repetition are
 *     of the same data
 * @param higherIsBetter direction of the metric
 * @param users user indices, in any order, each at most once
 * @param values one value per user; NaN where the metric is undefined
 */
public record PerUserValues(
    SampleKey key,
    String model,
    String repetition,
    boolean higherIsBetter,
    int[] users,
    double[] values) {
  /** Checks that there is one value per user. */
  public PerUserValues {
    if (users.length != values.length) {
      throw new IllegalArgumentException(
          "%s of %s: %d users but %d values"
              .formatted(key.title(), model, users.length, values.length));
    }
  }
}
