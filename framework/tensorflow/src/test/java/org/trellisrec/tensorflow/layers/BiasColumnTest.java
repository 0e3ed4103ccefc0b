package org.trellisrec.tensorflow.layers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.trellisrec.tensorflow.Workbench;
import org.trellisrec.tensorflow.graph.Pass;

class BiasColumnTest {
  @Test
  void dotProductsIncludeTheBias() {
    try (Workbench bench = new Workbench(1)) {
      Ops tf = bench.tf();
      Operand<TFloat32> users = tf.constant(new float[][] {{1, 2}, {3, 4}});
      Operand<TFloat32> items = tf.constant(new float[][] {{10, 1}});
      Operand<TFloat32> scores =
          Scores.ofAll(
              Pass.inference(tf),
              BiasColumn.ones(tf, users),
              BiasColumn.join(tf, items, tf.constant(new float[][] {{0.5f}})));
      assertThat(bench.values(scores)).containsExactly(12.5f, 34.5f);
    }
  }

  @Test
  void zerosFollow() {
    try (Workbench bench = new Workbench(1)) {
      Ops tf = bench.tf();
      Operand<TFloat32> padded = BiasColumn.padded(tf, tf.constant(new float[][] {{1}, {2}}), 2);
      assertThat(bench.values(padded)).containsExactly(1, 0, 0, 2, 0, 0);
    }
  }
}
