package org.trellisrec.tensorflow.batch;

import org.apache.commons.rng.UniformRandomProvider;

/**
 * In which order positives are visited: every training interaction or, where negatives are sampled
 * too, those of users who lack an item.
 */
public enum PositiveOrder {
  /** Every positive once an epoch, shuffled. */
  PER_POSITIVE {
    @Override
    public int[] positions(Positives positives, UniformRandomProvider random) {
      int[] positions = positives.positions().clone();
      Shuffle.inPlace(positions, random);
      return positions;
    }
  },

  /**
   * As in Elliot: as many draws as there are positives, each of a user uniformly and then of one of
   * the user's interactions uniformly, with replacement. Users with few interactions weigh more
   * than in the data.
   */
  UNIFORM_USER {
    @Override
    public int[] positions(Positives positives, UniformRandomProvider random) {
      int[] positions = new int[positives.size()];
      for (int i = 0; i < positions.length; i++) {
        positions[i] = positives.ofUser(positives.user(random), random);
      }
      return positions;
    }
  };

  /** The positions in the training matrix to visit in an epoch, in order. */
  public abstract int[] positions(Positives positives, UniformRandomProvider random);
}
