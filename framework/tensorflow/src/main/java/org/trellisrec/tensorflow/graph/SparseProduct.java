package org.trellisrec.tensorflow.graph;

import java.util.List;
import org.tensorflow.GraphOperation;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.op.Ops;
import org.tensorflow.op.sparse.SparseTensorDenseMatMul;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TInt64;

/**
 * The product of a sparse and a dense matrix, with the gradient for the dense one, which TensorFlow
 * does not register: the transposed product. None flows to the sparse matrix.
 */
public final class SparseProduct {
  static {
    CustomGradients.register(SparseTensorDenseMatMul.OP_NAME, SparseProduct::back);
  }

  private SparseProduct() {}

  /**
   * The product.
   *
   * @param indices entries x 2, row and column
   * @param values one per entry
   * @param shape rows and columns of the sparse matrix
   * @param dense columns x p
   * @return rows x p
   */
  public static Operand<TFloat32> of(
      Ops tf,
      Operand<TInt32> indices,
      Operand<TFloat32> values,
      Operand<TInt64> shape,
      Operand<TFloat32> dense) {
    return tf.sparse.sparseTensorDenseMatMul(indices, values, shape, dense);
  }

  /**
   * The product of the transposed sparse matrix.
   *
   * @param indices entries x 2, row and column
   * @param values one per entry
   * @param shape rows and columns of the sparse matrix before it is transposed
   * @param dense rows x p
   * @return columns x p
   */
  public static Operand<TFloat32> transposed(
      Ops tf,
      Operand<TInt32> indices,
      Operand<TFloat32> values,
      Operand<TInt64> shape,
      Operand<TFloat32> dense) {
    return tf.sparse.sparseTensorDenseMatMul(
        indices, values, shape, dense, SparseTensorDenseMatMul.adjointA(true));
  }

  private static List<Operand<?>> back(Ops tf, GraphOperation product, List<Output<?>> gradients) {
    var op = new SparseTensorDenseMatMul.Inputs<TFloat32>(product);
    Operand<TFloat32> dense =
        tf.sparse.sparseTensorDenseMatMul(
            op.aIndices,
            op.aValues,
            op.aShape,
            CustomGradients.asFloat(gradients.get(0)),
            SparseTensorDenseMatMul.adjointA(!op.adjointA));
    return List.of(
        tf.zerosLike(op.aIndices), tf.zerosLike(op.aValues), tf.zerosLike(op.aShape), dense);
  }
}
