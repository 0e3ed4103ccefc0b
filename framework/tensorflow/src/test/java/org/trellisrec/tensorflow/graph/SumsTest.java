package org.trellisrec.tensorflow.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.trellisrec.tensorflow.Workbench;
import org.trellisrec.tensorflow.graph.Initializer.Kind;

class SumsTest {
  /** The first two cannot be overwritten, the last one can: that must not make it the first. */
  @Test
  void termsAreAddedInTheirOrder() {
    try (Workbench bench = new Workbench(1)) {
      Ops tf = bench.tf();
      Operand<TFloat32> large = state(bench, "large", new Initializer(Kind.CONSTANT, 1e8));
      Operand<TFloat32> opposite = state(bench, "opposite", new Initializer(Kind.CONSTANT, -1e8));
      bench.initialize();
      Operand<TFloat32> one = tf.math.square(tf.math.sign(large));
      Operand<TFloat32> sum = Sums.of(tf, List.of(large, opposite, one));
      assertThat(bench.values(sum)).containsExactly(1, 1);
      // What is not fetched itself may be rewritten.
      assertThat(bench.values(tf.math.mul(sum, tf.constant(3f)))).containsExactly(3, 3);
    }
  }

  @Test
  void aSingleTermIsItself() {
    try (Workbench bench = new Workbench(1)) {
      Operand<TFloat32> term = bench.tf().constant(3f);
      assertThat(Sums.of(bench.tf(), List.of(term))).isSameAs(term);
    }
  }

  private static Operand<TFloat32> state(Workbench bench, String name, Initializer initializer) {
    return bench.parameters().state(name, Shape.of(2), initializer);
  }
}
