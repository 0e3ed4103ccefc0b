package org.trellisrec.recommenders.planted;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** A model whose sums depend on what TensorFlow computes first. */
final class AddsInAnyOrder {
  private AddsInAnyOrder() {}

  static Operand<TFloat32> sum(Ops tf, List<Operand<TFloat32>> terms) {
    return tf.math.addN(terms);
  }
}
