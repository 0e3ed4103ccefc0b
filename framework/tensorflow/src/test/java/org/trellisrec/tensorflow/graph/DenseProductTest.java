package org.trellisrec.tensorflow.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tensorflow.Operand;
import org.tensorflow.op.linalg.MatMul;
import org.tensorflow.types.TFloat32;
import org.trellisrec.tensorflow.Workbench;
import org.trellisrec.tensorflow.layers.Losses;

class DenseProductTest {
  /** 257 has 9 significant bits, one more than fit, and becomes 256. */
  private static final float[][] A = {{257, 3}, {2, -1}};

  private static final float[][] B = {{1, 0.5f}, {4, 2}};

  @Test
  void factorsAndProductsAreRoundedInTraining() {
    try (Workbench bench = new Workbench(1)) {
      Pass pass = Pass.training(bench.tf(), Precision.BFLOAT16);
      assertThat(bench.values(product(bench, pass))).containsExactly(268, 134, -2, -1);
    }
  }

  @Test
  void nothingIsRoundedOtherwise() {
    try (Workbench bench = new Workbench(1)) {
      for (Pass pass : List.of(Pass.training(bench.tf()), Pass.inference(bench.tf()))) {
        assertThat(bench.values(product(bench, pass))).containsExactly(269, 134.5f, -2, -1);
      }
    }
  }

  /** The gradient of a sum of the product, weighted by a matrix, is the matrix times a factor. */
  @Test
  void gradientsAreRoundedProductsToo() {
    try (Workbench bench = new Workbench(1)) {
      var tf = bench.tf();
      Pass pass = Pass.training(tf, Precision.BFLOAT16);
      Operand<TFloat32> a = tf.constant(new float[][] {{1, 1}, {1, 1}});
      Operand<TFloat32> b = tf.constant(B);
      Operand<TFloat32> weighted =
          tf.math.mul(DenseProduct.of(pass, a, b, MatMul.transposeB(true)), tf.constant(A));
      Operand<TFloat32> sum = Losses.sum(tf, weighted);
      assertThat(bench.values(Gradients.of(bench.graph(), sum, List.of(a)).get(0)))
          .containsExactly(268, 134, -2, -1);
      assertThat(bench.values(Gradients.of(bench.graph(), sum, List.of(b)).get(0)))
          .containsExactly(258, 258, 2, 2);
    }
  }

  private static Operand<TFloat32> product(Workbench bench, Pass pass) {
    return DenseProduct.of(pass, bench.tf().constant(A), bench.tf().constant(B));
  }
}
