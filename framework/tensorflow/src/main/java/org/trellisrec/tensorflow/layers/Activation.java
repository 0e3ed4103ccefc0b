package org.trellisrec.tensorflow.layers;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.nn.LeakyRelu;
import org.tensorflow.types.TFloat32;

/** A function applied to every value. */
public enum Activation {
  /** The value itself. */
  LINEAR,
  /** max(x, 0). */
  RELU,
  /** max(x, 0.01 x), Maas et al. 2013. */
  LEAKY_RELU,
  /** The hyperbolic tangent. */
  TANH,
  /** 1 / (1 + exp(-x)). */
  SIGMOID,
  /** Scaled exponential linear unit, Klambauer et al. 2017. */
  SELU;

  /** The values after this function. */
  public Operand<TFloat32> apply(Ops tf, Operand<TFloat32> x) {
    return switch (this) {
      case LINEAR -> x;
      case RELU -> tf.nn.relu(x);
      case LEAKY_RELU -> tf.nn.leakyRelu(x, LeakyRelu.alpha(0.01f));
      case TANH -> tf.math.tanh(x);
      case SIGMOID -> tf.math.sigmoid(x);
      case SELU -> tf.nn.selu(x);
    };
  }
}
