package org.trellisrec.tensorflow.layers;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Squeeze;
import org.tensorflow.op.linalg.MatMul;
import org.tensorflow.types.TFloat32;
import org.trellisrec.tensorflow.graph.DenseProduct;
import org.trellisrec.tensorflow.graph.Pass;

/** Dot products between users and items. */
public final class Scores {
  private Scores() {}

  /**
   * The score of every item of a list for the user of the list, in 32 bits in every precision: it
   * takes little of a step, and the loss is made of it.
   *
   * @param users lists x d
   * @param items lists x length x d
   * @return lists x length
   */
  public static Operand<TFloat32> ofLists(
      Ops tf, Operand<TFloat32> users, Operand<TFloat32> items) {
    // One product of a matrix and a vector per list: nothing of the size of the items is written.
    Operand<TFloat32> products =
        tf.train.batchMatMul(items, tf.expandDims(users, tf.constant(-1)), TFloat32.class);
    return tf.squeeze(products, Squeeze.axis(List.of(-1L)));
  }

  /**
   * The score of every item for every user.
   *
   * @param users n x d
   * @param items m x d
   * @return n x m
   */
  public static Operand<TFloat32> ofAll(
      Pass pass, Operand<TFloat32> users, Operand<TFloat32> items) {
    return DenseProduct.of(pass, users, items, MatMul.transposeB(true));
  }
}
