package org.trellisrec.tensorflow.layers;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/** One more column for vectors, so that a bias is part of a dot product. */
public final class BiasColumn {
  private BiasColumn() {}

  /**
   * The vectors with a 1 at the end.
   *
   * @param vectors n x d
   * @return n x (d + 1)
   */
  public static Operand<TFloat32> ones(Ops tf, Operand<TFloat32> vectors) {
    Operand<TFloat32> one = tf.constant(1f);
    return join(tf, vectors, tf.fill(tf.stack(List.of(rows(tf, vectors), tf.constant(1))), one));
  }

  private static Operand<TInt32> rows(Ops tf, Operand<TFloat32> vectors) {
    return tf.gather(tf.shape(vectors), tf.constant(0), tf.constant(0));
  }

  /**
   * The vectors with a bias at the end.
   *
   * @param vectors n x d
   * @param biases n x 1
   * @return n x (d + 1)
   */
  public static Operand<TFloat32> join(
      Ops tf, Operand<TFloat32> vectors, Operand<TFloat32> biases) {
    return tf.concat(List.of(vectors, biases), tf.constant(1));
  }
}
