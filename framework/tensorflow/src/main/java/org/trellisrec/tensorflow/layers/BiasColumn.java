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
    return join(tf, vectors, filled(tf, vectors, 1, 1));
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

  /**
   * Columns followed by zeros, which change no dot product.
   *
   * @param columns n x d
   * @param zeros number of them
   * @return n x (d + zeros)
   */
  public static Operand<TFloat32> padded(Ops tf, Operand<TFloat32> columns, int zeros) {
    return tf.concat(List.of(columns, filled(tf, columns, zeros, 0)), tf.constant(1));
  }

  /** As many rows as there are vectors, all of one value. */
  private static Operand<TFloat32> filled(
      Ops tf, Operand<TFloat32> vectors, int columns, float value) {
    Operand<TInt32> rows = tf.gather(tf.shape(vectors), tf.constant(0), tf.constant(0));
    return tf.fill(tf.stack(List.of(rows, tf.constant(columns))), tf.constant(value));
  }
}
