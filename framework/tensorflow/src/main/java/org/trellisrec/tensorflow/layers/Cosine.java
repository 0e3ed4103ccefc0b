package org.trellisrec.tensorflow.layers;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.ReduceSum;
import org.tensorflow.types.TFloat32;

/** Rows scaled to length 1, so that dot products are cosines. */
public final class Cosine {
  /** Smallest squared length that a row is divided by, so that a row of zeros stays zeros. */
  private static final float LEAST = 1e-12f;

  private Cosine() {}

  /**
   * The rows with Euclidean length 1.
   *
   * @param x vectors along the last dimension
   */
  public static Operand<TFloat32> normalize(Ops tf, Operand<TFloat32> x) {
    Operand<TFloat32> squared =
        tf.reduceSum(tf.math.square(x), tf.constant(-1), ReduceSum.keepDims(true));
    return tf.math.mul(x, tf.math.rsqrt(tf.math.maximum(squared, tf.constant(LEAST))));
  }
}
