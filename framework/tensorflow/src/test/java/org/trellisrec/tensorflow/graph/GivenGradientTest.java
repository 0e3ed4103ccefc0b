package org.trellisrec.tensorflow.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tensorflow.Operand;
import org.tensorflow.Output;
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
      Operand<TFloat32> given = given(tf, x);
      Operand<TFloat32> y = Losses.sum(tf, tf.math.mul(given, tf.constant(new float[] {1, -2})));
      assertThat(bench.values(given)).containsExactly(3, 7);
      assertThat(bench.values(GradientCheck.gradient(bench, y, x)))
          .containsExactly(10, 20, -60, -80);
    }
  }

  @Test
  void usesOfAValueAndOfXAddUp() {
    try (Workbench bench = new Workbench(1)) {
      Ops tf = bench.tf();
      Operand<TFloat32> x = tf.constant(new float[][] {{1, 2}, {3, 4}});
      Operand<TFloat32> given = given(tf, x);
      Operand<TFloat32> squares = Losses.sum(tf, tf.math.square(given));
      Operand<TFloat32> y =
          tf.math.add(tf.math.add(squares, Losses.sum(tf, given)), Losses.sum(tf, x));
      assertThat(bench.values(GradientCheck.gradient(bench, y, x)))
          .containsExactly(7 * 10 + 1, 7 * 20 + 1, 15 * 30 + 1, 15 * 40 + 1);
    }
  }

  @Test
  void otherUsesOfTheOperationPassGradientsOn() {
    try (Workbench bench = new Workbench(1)) {
      Ops tf = bench.tf();
      Operand<TFloat32> x = tf.constant(new float[] {1, 2});
      given(tf, tf.constant(new float[][] {{1}}));
      List<Output<?>> same = tf.identityN(List.<Operand<?>>of(x, tf.math.square(x))).output();
      Operand<TFloat32> y = Losses.sum(tf, CustomGradients.asFloat(same.get(1)));
      assertThat(bench.values(GradientCheck.gradient(bench, y, x))).containsExactly(2, 4);
    }
  }

  private static Operand<TFloat32> given(Ops tf, Operand<TFloat32> x) {
    Operand<TFloat32> sums = tf.sum(x, tf.constant(1));
    return GivenGradient.ofRows(tf, sums, x, tf.math.mul(x, tf.constant(10f)));
  }
}
