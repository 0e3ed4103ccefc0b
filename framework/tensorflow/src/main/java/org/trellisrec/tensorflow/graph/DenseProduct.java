package org.trellisrec.tensorflow.graph;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.linalg.MatMul;
import org.tensorflow.types.TBfloat16;
import org.tensorflow.types.TFloat32;

/**
 * The product of two dense matrices, and the products that are its gradients, in the precision of a
 * pass. For what takes most of a step: layers, the scores of all items, dense parts of graphs.
 */
public final class DenseProduct {
  private DenseProduct() {}

  /**
   * The product.
   *
   * @param a n x k
   * @param b k x m
   * @param transposed which of the two is given as its transpose, if any
   * @return n x m
   */
  public static Operand<TFloat32> of(
      Pass pass, Operand<TFloat32> a, Operand<TFloat32> b, MatMul.Options... transposed) {
    Ops tf = pass.tf();
    pass.multiplies();
    return switch (pass.precision()) {
      case FLOAT32 -> tf.linalg.matMul(a, b, transposed);
      case BFLOAT16 ->
          tf.dtypes.cast(
              tf.linalg.matMul(rounded(tf, a), rounded(tf, b), transposed), TFloat32.class);
    };
  }

  private static Operand<TBfloat16> rounded(Ops tf, Operand<TFloat32> matrix) {
    return tf.dtypes.cast(matrix, TBfloat16.class);
  }
}
