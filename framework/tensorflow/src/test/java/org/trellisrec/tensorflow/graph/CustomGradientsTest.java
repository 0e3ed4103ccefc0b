package org.trellisrec.tensorflow.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.trellisrec.tensorflow.Workbench;
import org.trellisrec.tensorflow.layers.Losses;

class CustomGradientsTest {
  private static final float[] AT = {0.5f, 1.25f, 2.5f};
  private static final float STEP = 1 / 64f;

  /** A function of one argument, and its derivative. */
  private record Function(Graphed value, Graphed derivative) {}

  private interface Graphed {
    Operand<TFloat32> of(Ops tf, Operand<TFloat32> x);
  }

  private static Operand<TFloat32> overX(Ops tf, Operand<TFloat32> y, Operand<TFloat32> x) {
    return tf.math.div(y, x);
  }

  /** Operations that TensorFlow has no gradient for, with derivatives of Abramowitz and Stegun. */
  private static Map<String, Function> functions() {
    Map<String, Function> functions = new LinkedHashMap<>();
    functions.put(
        "BesselI0", new Function((tf, x) -> tf.math.besselI0(x), (tf, x) -> tf.math.besselI1(x)));
    functions.put(
        "BesselI1",
        new Function(
            (tf, x) -> tf.math.besselI1(x),
            (tf, x) -> tf.math.sub(tf.math.besselI0(x), overX(tf, tf.math.besselI1(x), x))));
    functions.put(
        "BesselI0e",
        new Function(
            (tf, x) -> tf.math.besselI0e(x),
            (tf, x) -> tf.math.sub(tf.math.besselI1e(x), tf.math.besselI0e(x))));
    functions.put(
        "BesselJ0",
        new Function(
            (tf, x) -> tf.math.special.besselJ0(x),
            (tf, x) -> tf.math.neg(tf.math.special.besselJ1(x))));
    functions.put(
        "BesselJ1",
        new Function(
            (tf, x) -> tf.math.special.besselJ1(x),
            (tf, x) ->
                tf.math.sub(
                    tf.math.special.besselJ0(x), overX(tf, tf.math.special.besselJ1(x), x))));
    functions.put(
        "BesselK0",
        new Function(
            (tf, x) -> tf.math.special.besselK0(x),
            (tf, x) -> tf.math.neg(tf.math.special.besselK1(x))));
    functions.put(
        "BesselK0e",
        new Function(
            (tf, x) -> tf.math.special.besselK0e(x),
            (tf, x) -> tf.math.sub(tf.math.special.besselK0e(x), tf.math.special.besselK1e(x))));
    functions.put(
        "BesselK1",
        new Function(
            (tf, x) -> tf.math.special.besselK1(x),
            (tf, x) ->
                tf.math.neg(
                    tf.math.add(
                        tf.math.special.besselK0(x), overX(tf, tf.math.special.besselK1(x), x)))));
    functions.put(
        "BesselY0",
        new Function(
            (tf, x) -> tf.math.special.besselY0(x),
            (tf, x) -> tf.math.neg(tf.math.special.besselY1(x))));
    functions.put(
        "BesselY1",
        new Function(
            (tf, x) -> tf.math.special.besselY1(x),
            (tf, x) ->
                tf.math.sub(
                    tf.math.special.besselY0(x), overX(tf, tf.math.special.besselY1(x), x))));
    functions.put(
        "Expint",
        new Function(
            (tf, x) -> tf.math.special.expint(x), (tf, x) -> overX(tf, tf.math.exp(x), x)));
    functions.put(
        "Dawsn",
        new Function(
            (tf, x) -> tf.math.special.dawsn(x),
            (tf, x) ->
                tf.math.sub(
                    tf.constant(1f),
                    tf.math.mul(tf.math.mul(tf.constant(2f), x), tf.math.special.dawsn(x)))));
    return functions;
  }

  /** Two more than TensorFlow Java has room for; used after the collector had its chance. */
  @Test
  void aDozenAtOnceAllWork() {
    Map<String, Function> functions = functions();
    functions.forEach(
        (type, function) ->
            CustomGradients.register(
                type,
                (tf, operation, gradients) -> {
                  Operand<TFloat32> x = CustomGradients.asFloat(operation.input(0));
                  Operand<TFloat32> above = CustomGradients.asFloat(gradients.get(0));
                  return List.of(tf.math.mul(above, function.derivative().of(tf, x)));
                }));
    System.gc();
    assertThat(functions).hasSizeGreaterThan(10);
    functions.forEach(CustomGradientsTest::assertDerivative);
  }

  private static void assertDerivative(String type, Function function) {
    try (Workbench bench = new Workbench(1)) {
      Ops tf = bench.tf();
      Operand<TFloat32> x = tf.constant(AT);
      Operand<TFloat32> y = Losses.sum(tf, function.value().of(tf, x));
      float[] found = bench.values(Gradients.of(bench.graph(), y, List.of(x)).get(0));
      Operand<TFloat32> step = tf.constant(STEP);
      float[] above = bench.values(function.value().of(tf, tf.math.add(x, step)));
      float[] below = bench.values(function.value().of(tf, tf.math.sub(x, step)));
      for (int i = 0; i < AT.length; i++) {
        float expected = (above[i] - below[i]) / (2 * STEP);
        assertThat(found[i])
            .as("%s at %s", type, AT[i])
            .isCloseTo(expected, within(0.005f * (1 + Math.abs(expected))));
      }
    }
  }

  @Test
  void anOperationHasOneGradient() {
    assertThatThrownBy(() -> CustomGradients.register("MatMul", (tf, operation, g) -> List.of()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("MatMul already has a gradient");
  }

  @Test
  void onlyFloatsPassAsFloats() {
    try (Workbench bench = new Workbench(1)) {
      Operand<TInt32> whole = bench.tf().constant(1);
      assertThatThrownBy(() -> CustomGradients.asFloat(whole))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("TInt32");
    }
  }
}
