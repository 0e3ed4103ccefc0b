package org.trellisrec.tensorflow.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.trellisrec.tensorflow.Workbench;
import org.trellisrec.tensorflow.layers.Losses;

class GivenGradientTest {
  private static final GivenGradient.Rule TWICE = times("Given", 2);
  private static final GivenGradient.Rule THRICE = times("GivenGradientThrice", 3);

  /** The derivatives of the values, times a factor. */
  private static GivenGradient.Rule times(String name, float factor) {
    return GivenGradient.rule(
        name, (tf, by, above) -> List.of(tf.math.mul(above, tf.constant(factor))));
  }

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

  /** Each name has another in it; operations are numbered from the second of a name. */
  @Test
  void everyUseHasTheFormulaOfItsName() {
    try (Workbench bench = new Workbench(1)) {
      Ops tf = bench.tf();
      Ops inner = tf.withSubScope("GivenGradient");
      Operand<TFloat32> x = tf.constant(new float[] {1, 2});
      Operand<TFloat32> rows = tf.constant(new float[][] {{1}, {2}});
      for (int use = 0; use < 2; use++) {
        assertThat(gradient(bench, TWICE.of(tf, x, List.of(x)), x)).containsExactly(2, 2);
        assertThat(gradient(bench, THRICE.of(tf, x, List.of(x)), x)).containsExactly(3, 3);
        assertThat(gradient(bench, TWICE.of(inner, x, List.of(x)), x)).containsExactly(2, 2);
        assertThat(gradient(bench, given(tf, rows), rows)).containsExactly(10, 20);
      }
    }
  }

  @Test
  void aNameIsThatOfOneFormula() {
    assertThatThrownBy(() -> times("GivenGradient", 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("there is another formula of the name GivenGradient");
    assertThatThrownBy(() -> times("Given_1", 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("'Given_1' names operations: it must be letters");
  }

  private static float[] gradient(Workbench bench, Operand<TFloat32> of, Operand<TFloat32> by) {
    return bench.values(GradientCheck.gradient(bench, Losses.sum(bench.tf(), of), by));
  }

  private static Operand<TFloat32> given(Ops tf, Operand<TFloat32> x) {
    Operand<TFloat32> sums = tf.sum(x, tf.constant(1));
    return GivenGradient.ofRows(tf, sums, x, tf.math.mul(x, tf.constant(10f)));
  }
}
