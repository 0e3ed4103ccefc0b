package org.trellisrec.recommenders.branch;

import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.VisibleModalities;
import org.trellisrec.tensorflow.graph.EntityInput;

/** Columns of ones and zeros that choose between two vectors of every row. */
final class Masks {
  private Masks() {}

  /** Something that is so of an entity, or not. */
  interface Test {
    /**
     * @param rows what is known of the interactions of every entity of the side
     */
    boolean of(int entity, Interactions rows, VisibleModalities visible);
  }

  /**
   * 1 for the entities of which it is so, 0 for the others, n x 1.
   *
   * @param label what is tested, for the name of the placeholder
   */
  static Operand<TFloat32> of(Ops tf, EntityInput entities, String label, Test test) {
    Placeholder<TFloat32> mask =
        tf.withName(entities.name() + "." + label)
            .placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, 1)));
    entities.feed(
        (some, into) -> {
          float[] values = new float[some.size()];
          for (int row = 0; row < values.length; row++) {
            values[row] = test.of(some.indices()[row], some.rows(), some.visible()) ? 1 : 0;
          }
          into.put(mask, values, values.length, 1);
        });
    return mask;
  }

  /** The rows of one matrix where a mask is 1, and of another where it is 0. */
  static Operand<TFloat32> choose(
      Ops tf, Operand<TFloat32> mask, Operand<TFloat32> one, Operand<TFloat32> zero) {
    Operand<TFloat32> other = tf.math.sub(tf.constant(1f), mask);
    return tf.math.add(tf.math.mul(mask, one), tf.math.mul(other, zero));
  }
}
