package org.trellisrec.tensorflow.graph;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Products of many small dense matrices, each with its partner.
 *
 * <p>TensorFlow has several operations for them. The one that TensorFlow Java offers, and that
 * gradients are made of, is not given to oneDNN; for lists of eleven vectors it takes up to twice
 * as long on a CPU as the one before it, which is used here for the products and their gradients.
 */
public final class BatchProduct {
  private static final String OPERATION = "BatchMatMulV2";

  private static final GivenGradient.Rule RULE =
      GivenGradient.rule("BatchProduct", BatchProduct::back);

  private BatchProduct() {}

  /**
   * The dot products of all vectors of a list with all partners of the same list.
   *
   * @param a lists x n x k
   * @param b lists x m x k
   * @return lists x n x m
   */
  public static Operand<TFloat32> of(Ops tf, Operand<TFloat32> a, Operand<TFloat32> b) {
    return RULE.of(tf, product(tf, a, b, false, true), List.of(a, b));
  }

  private static List<Operand<TFloat32>> back(
      Ops tf, List<Operand<TFloat32>> factors, Operand<TFloat32> above) {
    return List.of(
        product(tf, above, factors.get(1), false, false),
        product(tf, above, factors.get(0), true, false));
  }

  private static Operand<TFloat32> product(
      Ops tf,
      Operand<TFloat32> left,
      Operand<TFloat32> right,
      boolean leftTransposed,
      boolean rightTransposed) {
    Output<TFloat32> product =
        tf.scope()
            .opBuilder(OPERATION, OPERATION)
            .addInput(left.asOutput())
            .addInput(right.asOutput())
            .setAttr("adj_x", leftTransposed)
            .setAttr("adj_y", rightTransposed)
            .build()
            .output(0);
    return product;
  }
}
