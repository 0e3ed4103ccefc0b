package org.trellisrec.tensorflow.batch;

import org.apache.commons.rng.UniformRandomProvider;

/** In which order positives are visited. */
public enum PositiveOrder {
  /** Every training interaction once an epoch, shuffled. */
  PER_POSITIVE {
    @Override
    public int[] positions(TrainingPairs pairs, UniformRandomProvider random) {
      int[] positions = pairs.positives().clone();
      Shuffle.inPlace(positions, random);
      return positions;
    }
  },

  /**
   * As in Elliot: as many draws as there are training interactions, each of a user uniformly and
   * then of one of the user's interactions uniformly, with replacement. Users with few interactions
   * weigh more than in the data.
   */
  UNIFORM_USER {
    @Override
    public int[] positions(TrainingPairs pairs, UniformRandomProvider random) {
      int[] positions = new int[pairs.positives().length];
      for (int i = 0; i < positions.length; i++) {
        positions[i] = pairs.positive(pairs.user(random), random);
      }
      return positions;
    }
  };

  /** The positions in the training matrix to visit in an epoch, in order. */
  public abstract int[] positions(TrainingPairs pairs, UniformRandomProvider random);
}
