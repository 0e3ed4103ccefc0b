package org.trellisrec.tensorflow.batch;

import org.apache.commons.rng.UniformRandomProvider;

/** The Fisher-Yates shuffle. */
final class Shuffle {
  private Shuffle() {}

  static void inPlace(int[] values, UniformRandomProvider random) {
    for (int i = values.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int held = values[i];
      values[i] = values[j];
      values[j] = held;
    }
  }
}
