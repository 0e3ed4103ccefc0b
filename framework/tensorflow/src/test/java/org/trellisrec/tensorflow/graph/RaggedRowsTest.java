package org.trellisrec.tensorflow.graph;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.trellisrec.tensorflow.Doubles;
import org.trellisrec.tensorflow.Workbench;

/** The matrix with rows (3 0 4), (0 0 0), (0 2 0) and (1 0 0). */
class RaggedRowsTest {
  private static RaggedRows matrix(Ops tf) {
    return new RaggedRows(
        tf,
        tf.constant(new int[] {0, 2, 2, 3, 4}),
        tf.constant(new int[][] {{0, 0}, {0, 2}, {2, 1}, {3, 0}}),
        tf.constant(new float[] {3, 4, 2, 1}),
        tf.constant(new long[] {4, 3}));
  }

  private static float[] sums(int... rows) {
    try (Workbench bench = new Workbench(1)) {
      Ops tf = bench.tf();
      return bench.values(matrix(tf).only(tf.constant(rows)).rowSums());
    }
  }

  @Test
  void otherRowsAreEmpty() {
    assertThat(sums(3, 0)).containsExactly(7, 0, 0, 1);
    assertThat(sums(2, 1)).containsExactly(0, 0, 2, 0);
    assertThat(sums()).containsExactly(0, 0, 0, 0);
  }

  @Test
  void aRowNamedTwiceIsThereOnce() {
    assertThat(sums(3, 0, 3)).containsExactly(7, 0, 0, 1);
  }

  @Test
  void productsAndTheirGradients() {
    double[][] dense = {{3, 0, 4}, {0, 0, 0}, {0, 0, 0}, {1, 0, 0}};
    GradientCheck.assertSame(
        (pass, parameters) -> {
          Ops tf = pass.tf();
          Operand<TFloat32> factor =
              parameters.trained("dense", Shape.of(3, 2), Initializer.uniform(1));
          return mixed(tf, matrix(tf).only(tf.constant(new int[] {3, 0})).times(factor));
        },
        at -> Doubles.mixed(Doubles.product(dense, Doubles.matrix(at.get("dense"), 2))));
  }

  /** The sum of all values with the weights of {@link Doubles#mixed}. */
  private static Operand<TFloat32> mixed(Ops tf, Operand<TFloat32> x) {
    float[][] weights = new float[4][2];
    for (int i = 0; i < 8; i++) {
      weights[i / 2][i % 2] = (float) Math.cos(i);
    }
    return tf.reduceSum(tf.math.mul(x, tf.constant(weights)), tf.constant(new int[] {0, 1}));
  }
}
