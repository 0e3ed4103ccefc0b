package org.trellisrec.tensorflow.layers;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.ReduceSum;
import org.tensorflow.op.linalg.MatMul;
import org.tensorflow.types.TFloat32;

/** Dot products between users and items. */
public final class Scores {
  private Scores() {}

  /**
   * The score of every item of a list for the user of the list.
   *
   * @param users lists x d
   * @param items lists x length x d
   * @return lists x length
   */
  public static Operand<TFloat32> ofLists(
      Ops tf, Operand<TFloat32> users, Operand<TFloat32> items) {
    Operand<TFloat32> products = tf.math.mul(tf.expandDims(users, tf.constant(1)), items);
    return tf.reduceSum(products, tf.constant(-1), ReduceSum.keepDims(false));
  }

  /**
   * The score of every item for every user.
   *
   * @param users n x d
   * @param items m x d
   * @return n x m
   */
  public static Operand<TFloat32> ofAll(Ops tf, Operand<TFloat32> users, Operand<TFloat32> items) {
    return tf.linalg.matMul(users, items, MatMul.transposeB(true));
  }
}
