package org.trellisrec.tensorflow.graph;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** Sums of several tensors. */
public final class Sums {
  private Sums() {}

  /**
   * The sum of tensors of one shape, added one after the other. TensorFlow's own operation for
   * several tensors starts with the first one that nothing else will read, and so with another one
   * whenever other operations happen to be done earlier: its sums do not repeat bit by bit.
   *
   * @param terms at least one
   */
  public static Operand<TFloat32> of(Ops tf, List<Operand<TFloat32>> terms) {
    return terms.stream().reduce(tf.math::add).orElseThrow();
  }
}
