package org.trellisrec.tensorflow.optimizer;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.trellisrec.tensorflow.graph.Sums;

/** Limits the length of the gradients, all of them taken as one vector. */
final class Clipping {
  private Clipping() {}

  /** The gradients, scaled by {@code longest / length} if they are longer than {@code longest}. */
  static List<Operand<TFloat32>> apply(Ops tf, List<Operand<TFloat32>> gradients, double longest) {
    if (longest == 0) {
      return gradients;
    }
    List<Operand<TFloat32>> halfSquares =
        gradients.stream().<Operand<TFloat32>>map(g -> tf.nn.l2Loss(g)).toList();
    Operand<TFloat32> length = tf.math.sqrt(tf.math.mul(Sums.of(tf, halfSquares), tf.constant(2f)));
    Operand<TFloat32> limit = tf.constant((float) longest);
    Operand<TFloat32> factor = tf.math.div(limit, tf.math.maximum(length, limit));
    return gradients.stream().<Operand<TFloat32>>map(g -> tf.math.mul(g, factor)).toList();
  }
}
