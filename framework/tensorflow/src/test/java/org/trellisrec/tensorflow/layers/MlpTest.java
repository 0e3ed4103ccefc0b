package org.trellisrec.tensorflow.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.trellisrec.tensorflow.Doubles;
import org.trellisrec.tensorflow.Workbench;
import org.trellisrec.tensorflow.graph.GradientCheck;
import org.trellisrec.tensorflow.graph.Initializer;
import org.trellisrec.tensorflow.graph.Pass;

class MlpTest {
  private static final long STEP_SEED = 5;
  private static final float[][] X = {
    {0.5f, -1, 2}, {1.5f, 0.25f, -0.5f}, {-2, 1, 1}, {0.75f, 0.5f, 0.1f}
  };
  private static final Mlp.Shape DROPPING = shape(0.5, 0.3, 0);
  private static final Mlp.Shape NORMED = shape(0, 0, 2);

  private static Mlp.Shape shape(double dropout, double outputDropout, int batchNorm) {
    return new Mlp.Shape(
        List.of(6, 5),
        Mlp.Shape.activations(2, Activation.TANH, Activation.SIGMOID),
        dropout,
        outputDropout,
        batchNorm,
        Initializer.XAVIER_UNIFORM,
        Initializer.uniform(0.5));
  }

  /** The masks are taken from the graph; the twin shows that they stand where they should. */
  @Test
  void dropoutIsPartOfValueAndGradient() {
    double[][] inner = mask(6, 0.5, 0);
    double[][] outer = mask(5, 0.3, 1);
    assertThat(Doubles.sum(inner)).isNotZero();
    GradientCheck.assertSame(
        (pass, parameters) -> {
          Mlp mlp = new Mlp(parameters, "mlp", 3, DROPPING);
          return LayerTwins.mixed(pass.tf(), mlp.apply(pass, pass.tf().constant(X)), 4 * 5);
        },
        at -> {
          double[][] hidden = LayerTwins.dense(at, "mlp/0", x());
          double[][] kept = Doubles.times(Doubles.each(hidden, Math::tanh), inner);
          double[][] out = LayerTwins.dense(at, "mlp/1", kept);
          return Doubles.mixed(Doubles.times(Doubles.each(out, MlpTest::sigmoid), outer));
        });
  }

  private static double[][] mask(int width, double rate, int draw) {
    try (Workbench bench = new Workbench(1)) {
      Ops tf = bench.tf();
      Pass pass = Pass.training(tf);
      for (int i = 0; i < draw; i++) {
        pass.nextSeed();
      }
      Operand<TFloat32> ones = tf.fill(tf.constant(new int[] {X.length, width}), tf.constant(1f));
      float[] mask =
          bench.values(new Dropout(rate).apply(pass, ones), f -> pass.fillSeed(STEP_SEED, f));
      double[][] rows = new double[X.length][width];
      for (int i = 0; i < mask.length; i++) {
        rows[i / width][i % width] = mask[i];
      }
      return rows;
    }
  }

  @Test
  void everySecondLayerIsNormed() {
    GradientCheck.assertSame(
        (pass, parameters) -> {
          Mlp mlp = new Mlp(parameters, "mlp", 3, NORMED);
          assertThat(parameters.trained())
              .containsOnlyKeys(
                  "mlp/0/weights",
                  "mlp/0/bias",
                  "mlp/1/weights",
                  "mlp/1/bias",
                  "mlp/1/norm/scale",
                  "mlp/1/norm/shift");
          Operand<TFloat32> counts = pass.tf().constant(new float[] {1, 2, 3, 4});
          return LayerTwins.mixed(pass.tf(), mlp.apply(pass, pass.tf().constant(X), counts), 20);
        },
        at -> Doubles.mixed(normed(at)));
  }

  private static double[][] normed(Map<String, double[]> at) {
    double[][] hidden = Doubles.each(LayerTwins.dense(at, "mlp/0", x()), Math::tanh);
    double[][] sums = LayerTwins.dense(at, "mlp/1", hidden);
    double[] counts = {1, 2, 3, 4};
    return Doubles.each(LayerTwins.batchNorm(at, "mlp/1/norm", sums, counts), MlpTest::sigmoid);
  }

  @Test
  void everyLayerHasASizeAndAnActivation() {
    assertThatThrownBy(() -> shapeOf(List.of(), List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> shapeOf(List.of(3, 2), List.of(Activation.RELU)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("[3, 2] and [RELU]");
  }

  private static Mlp.Shape shapeOf(List<Integer> sizes, List<Activation> activations) {
    return new Mlp.Shape(sizes, activations, 0, 0, 0, Initializer.ZEROS, Initializer.ZEROS);
  }

  private static double[][] x() {
    double[][] rows = new double[X.length][3];
    for (int i = 0; i < X.length; i++) {
      for (int j = 0; j < 3; j++) {
        rows[i][j] = X[i][j];
      }
    }
    return rows;
  }

  private static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }
}
