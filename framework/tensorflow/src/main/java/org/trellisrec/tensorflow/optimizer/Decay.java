package org.trellisrec.tensorflow.optimizer;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** L2 regularisation as part of the gradient. */
final class Decay {
  private Decay() {}

  /** {@code gradient + decay * weights}. */
  static Operand<TFloat32> coupled(
      Ops tf, Operand<TFloat32> weights, Operand<TFloat32> gradient, double decay) {
    return decay == 0
        ? gradient
        : tf.math.add(gradient, tf.math.mul(weights, tf.constant((float) decay)));
  }
}
