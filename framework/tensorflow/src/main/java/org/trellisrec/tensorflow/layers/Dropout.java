package org.trellisrec.tensorflow.layers;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.trellisrec.tensorflow.graph.Pass;

/**
 * Sets each value to 0 at a chance of {@code rate} in training and divides the others by {@code 1 -
 * rate}; does nothing at inference. The mask depends on the seed of the step alone, so it repeats
 * on every device.
 *
 * @param rate at least 0, less than 1
 */
public record Dropout(double rate) {
  /** Checks the rate. */
  public Dropout {
    if (!(rate >= 0 && (float) rate < 1)) {
      throw new IllegalArgumentException("a dropout rate is in [0, 1) in 32 bits, not " + rate);
    }
  }

  /** The values after dropout, in the same shape. */
  public Operand<TFloat32> apply(Pass pass, Operand<TFloat32> x) {
    if (!pass.isTraining() || rate == 0) {
      return x;
    }
    Ops tf = pass.tf();
    Operand<TInt32> shape = tf.shape(x);
    Operand<TFloat32> draws = tf.random.statelessRandomUniform(shape, pass.nextSeed());
    Operand<TFloat32> kept =
        tf.dtypes.cast(tf.math.greaterEqual(draws, tf.constant((float) rate)), TFloat32.class);
    return tf.math.mul(x, tf.math.mul(kept, tf.constant((float) (1 / (1 - rate)))));
  }
}
