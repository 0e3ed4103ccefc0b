package org.trellisrec.tensorflow.graph;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.GraphOperation;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.IdentityN;
import org.tensorflow.types.TFloat32;

/**
 * Values that come with their derivatives, where these are known and TensorFlow would take longer
 * to find them. They pass through an operation that changes nothing and for which TensorFlow has no
 * gradient; one is registered here for all its uses.
 */
public final class GivenGradient {
  private static final String NAME = "GivenGradient";
  private static final int VALUES = 0;
  private static final int X = 1;
  private static final int SLOPES = 2;

  static {
    CustomGradients.register(IdentityN.OP_NAME, GivenGradient::back);
  }

  private GivenGradient() {}

  /**
   * The same values, of which each depends on one row of a matrix.
   *
   * @param values n, computed from x in any way; nothing is derived through it
   * @param x n x m, what the values are derived by
   * @param slopes n x m, in row i the derivatives of value i by row i of x
   * @return n
   */
  public static Operand<TFloat32> ofRows(
      Ops tf, Operand<TFloat32> values, Operand<TFloat32> x, Operand<TFloat32> slopes) {
    Operand<?>[] passed = new Operand<?>[3];
    passed[VALUES] = tf.stopGradient(values);
    passed[X] = x;
    passed[SLOPES] = tf.stopGradient(slopes);
    return CustomGradients.asFloat(
        tf.withName(NAME).identityN(List.of(passed)).output().get(VALUES));
  }

  private static List<Operand<?>> back(Ops tf, GraphOperation passed, List<Output<?>> gradients) {
    if (!passed.name().contains(NAME)) {
      return unchanged(tf, passed, gradients);
    }
    Operand<TFloat32> above = CustomGradients.asFloat(gradients.get(VALUES));
    Operand<TFloat32> slopes = CustomGradients.asFloat(passed.input(SLOPES));
    Operand<?>[] below = new Operand<?>[3];
    below[VALUES] = tf.zerosLike(passed.input(VALUES));
    below[X] = tf.math.mul(slopes, tf.expandDims(above, tf.constant(1)));
    below[SLOPES] = tf.zerosLike(slopes);
    return List.of(below);
  }

  /** The gradient of the operation where it is used for what it does. */
  private static List<Operand<?>> unchanged(
      Ops tf, GraphOperation passed, List<Output<?>> gradients) {
    List<Operand<?>> below = new ArrayList<>();
    for (int i = 0; i < gradients.size(); i++) {
      // For an output that nothing depends on, native code passes the null operation.
      boolean used = ((GraphOperation) gradients.get(i).op()).getUnsafeNativeHandle() != null;
      below.add(used ? gradients.get(i) : tf.zerosLike(passed.input(i)));
    }
    return below;
  }
}
