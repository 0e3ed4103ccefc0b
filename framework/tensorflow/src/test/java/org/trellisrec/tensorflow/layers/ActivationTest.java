package org.trellisrec.tensorflow.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumSet;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tensorflow.ndarray.Shape;
import org.trellisrec.tensorflow.Doubles;
import org.trellisrec.tensorflow.Workbench;
import org.trellisrec.tensorflow.graph.GradientCheck;
import org.trellisrec.tensorflow.graph.Initializer;

class ActivationTest {
  private static final Map<Activation, DoubleUnaryOperator> FORMULAS =
      Map.of(
          Activation.LINEAR, x -> x,
          Activation.RELU, x -> Math.max(0, x),
          Activation.LEAKY_RELU, x -> x > 0 ? x : 0.01 * x,
          Activation.TANH, Math::tanh,
          Activation.SIGMOID, x -> 1 / (1 + Math.exp(-x)),
          Activation.SELU, ActivationTest::selu);

  /** Constants of Klambauer et al. 2017, equation 14. */
  private static double selu(double x) {
    return 1.0507009873554805 * (x > 0 ? x : 1.6732632423543772 * Math.expm1(x));
  }

  @Test
  void everyActivationHasAFormula() {
    assertThat(FORMULAS.keySet()).isEqualTo(EnumSet.allOf(Activation.class));
  }

  @ParameterizedTest
  @EnumSource
  void valuesFollowTheFormula(Activation activation) {
    float[] x = {-5, -0.5f, 0, 0.25f, 3};
    try (Workbench bench = new Workbench(1)) {
      float[] y = bench.values(activation.apply(bench.tf(), bench.tf().constant(x)));
      for (int i = 0; i < x.length; i++) {
        double expected = FORMULAS.get(activation).applyAsDouble(x[i]);
        assertThat((double) y[i]).isCloseTo(expected, within(1e-6));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void gradientsFollowTheFormula(Activation activation) {
    GradientCheck.assertSame(
        (pass, parameters) ->
            LayerTwins.mixed(
                pass.tf(),
                activation.apply(
                    pass.tf(), parameters.trained("x", Shape.of(4, 3), Initializer.uniform(3))),
                12),
        at ->
            Doubles.mixed(Doubles.each(Doubles.matrix(at.get("x"), 3), FORMULAS.get(activation))));
  }
}
