package org.trellisrec.recommenders.factorization;

import org.trellisrec.recommenders.factorization.FactorNetwork.ListLoss;
import org.trellisrec.tensorflow.layers.Losses;

/** Losses that look at each pair of a user and an item by itself; means over the pairs. */
public enum PointwiseLoss {
  /** Cross-entropy of the logistic function of scores. */
  BCE {
    @Override
    ListLoss over(double greatestLabel) {
      return (tf, scores, labels) ->
          Losses.mean(
              tf,
              Losses.logisticCrossEntropy(
                  tf, scores, tf.math.div(labels, tf.constant((float) greatestLabel))));
    }
  },

  /** Squared error. */
  MSE {
    @Override
    ListLoss over(double greatestLabel) {
      return (tf, scores, labels) -> Losses.mean(tf, tf.math.square(tf.math.sub(scores, labels)));
    }
  };

  /**
   * The loss.
   *
   * @param greatestLabel the largest label, which stands for a probability of 1
   */
  abstract ListLoss over(double greatestLabel);
}
