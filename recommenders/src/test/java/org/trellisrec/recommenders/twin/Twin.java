package org.trellisrec.recommenders.twin;

import org.trellisrec.tensorflow.batch.Batch;

/** A model written a second time: plain Java, double precision, no gradients. */
public interface Twin {
  /**
   * The loss of a batch.
   *
   * @param step number of the step, from 1
   */
  double loss(Weights weights, Batch batch, int step);

  /** The score of every item for every user whose history is the training data. */
  double[][] scores(Weights weights);
}
