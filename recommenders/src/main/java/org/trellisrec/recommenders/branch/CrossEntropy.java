package org.trellisrec.recommenders.branch;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.trellisrec.tensorflow.graph.BatchInput;
import org.trellisrec.tensorflow.graph.Pass;
import org.trellisrec.tensorflow.layers.Losses;

/**
 * Binary cross-entropy of similarities taken as probabilities: those below the floor are set to it
 * and have no gradient; those at 1 are kept a little below.
 *
 * @param floor the lower threshold mu, above 0 and at most {@link #GREATEST_FLOOR}
 * @param greatestLabel what labels are divided by: 1 for binary ones, else the largest rating
 * @param reduction how the terms become one number
 */
record CrossEntropy(double floor, double greatestLabel, Reduction reduction) implements Objective {
  /** A millionth below 1, so that no term of a label 0 exceeds 14, nor its derivative a million. */
  private static final float CEILING = 1 - 1e-6f;

  /** Largest floor: below the ceiling. */
  static final double GREATEST_FLOOR = 0.999;

  /** How the terms of a batch become one number. */
  public enum Reduction {
    /** The mean of all terms. */
    MEAN,
    /** The sum of all terms, as in Algorithm 1 of the CoBraR paper. */
    SUM;

    Operand<TFloat32> apply(Ops tf, Operand<TFloat32> terms) {
      return this == SUM ? Losses.sum(tf, terms) : Losses.mean(tf, terms);
    }
  }

  @Override
  public Operand<TFloat32> loss(
      Pass pass,
      BatchInput batch,
      Similarity similarity,
      Operand<TFloat32> users,
      Operand<TFloat32> items) {
    Ops tf = pass.tf();
    Operand<TFloat32> probabilities =
        tf.clipByValue(
            similarity.ofLists(pass, users, items),
            tf.constant((float) floor),
            tf.constant(CEILING));
    Operand<TFloat32> labels = tf.math.div(batch.labels(), tf.constant((float) greatestLabel));
    Operand<TFloat32> terms = Losses.crossEntropy(tf, probabilities, labels);
    return reduction.apply(tf, terms);
  }
}
