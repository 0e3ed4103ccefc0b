package org.trellisrec.tensorflow.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.trellisrec.tensorflow.Workbench;
import org.trellisrec.tensorflow.layers.Losses;

class GivenGradientTest {
  /** Slopes that are not those of the values show which ones are used. */
  @Test
  void whatIsGivenReplacesWhatWouldBeDerived() {
    try (Workbench bench = new Workbench(1)) {
      Ops tf = bench.tf();
      Operand<TFloat32> x = tf.constant(new float[][] {{1, 2}, {3, 4}});
      Operand<TFloat32> sums = tf.sum(x, tf.constant(1));
      Operand<TFloat32> slopes = tf.math.mul(x, tf.constant(10f));
      Operand<TFloat32> given = GivenGradient.ofRows(tf, sums, x, slopes);
      Operand<TFloat32> y = Losses.sum(tf, tf.math.mul(given, tf.constant(new float[] {1, -2})));
      Operand<TFloat32> gradient = Gradients.of(bench.graph(), y, List.of(x)).get(0);
      assertThat(bench.values(given)).containsExactly(3, 7);
      assertThat(bench.values(gradient)).containsExactly(10, 20, -60, -80);
    }
  }
}
