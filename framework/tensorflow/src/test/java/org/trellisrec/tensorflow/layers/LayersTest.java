package org.trellisrec.tensorflow.layers;

import static java.util.Arrays.stream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.trellisrec.tensorflow.Doubles;
import org.trellisrec.tensorflow.Workbench;
import org.trellisrec.tensorflow.graph.GradientCheck;
import org.trellisrec.tensorflow.graph.Initializer;
import org.trellisrec.tensorflow.graph.Parameters;
import org.trellisrec.tensorflow.graph.SparseMatrix;

/** Values and gradients of single layers, against their formulas in double precision. */
class LayersTest {
  private static final int ROWS = 5;
  private static final int INPUTS = 3;
  private static final int OUTPUTS = 4;

  private static Operand<TFloat32> x(Parameters parameters) {
    return parameters.trained("x", Shape.of(ROWS, INPUTS), Initializer.uniform(2));
  }

  private static double[][] x(Map<String, double[]> parameters) {
    return Doubles.matrix(parameters.get("x"), INPUTS);
  }

  @Test
  void dense() {
    GradientCheck.assertSame(
        (pass, parameters) -> {
          Dense dense =
              new Dense(
                  parameters,
                  "dense",
                  INPUTS,
                  OUTPUTS,
                  Initializer.XAVIER_UNIFORM,
                  Initializer.uniform(1));
          Operand<TFloat32> y = dense.apply(pass, x(parameters));
          return LayerTwins.mixed(pass.tf(), y, ROWS * OUTPUTS);
        },
        at -> Doubles.mixed(LayerTwins.dense(at, "dense", x(at))));
  }

  /** More outputs than one slice has. */
  @Test
  void sparseDense() {
    int outputs = 300;
    int[][] cells = {{0, 1}, {0, 2}, {2, 0}, {3, 1}};
    float[] values = {2, -1, 0.5f, 3};
    double[][] dense = new double[ROWS][INPUTS];
    for (int entry = 0; entry < cells.length; entry++) {
      dense[cells[entry][0]][cells[entry][1]] = values[entry];
    }
    GradientCheck.assertSame(
        (pass, parameters) -> {
          Ops tf = pass.tf();
          SparseDense layer =
              new SparseDense(
                  parameters,
                  "dense",
                  INPUTS,
                  outputs,
                  Initializer.XAVIER_UNIFORM,
                  Initializer.uniform(1));
          SparseMatrix x =
              new SparseMatrix(
                  tf,
                  tf.constant(cells),
                  tf.constant(values),
                  tf.constant(new long[] {ROWS, INPUTS}));
          return LayerTwins.mixed(tf, layer.apply(tf, x), ROWS * outputs);
        },
        at -> {
          double[][] left = Doubles.product(dense, Doubles.matrix(at.get("dense/weights/0"), 150));
          double[][] right = Doubles.product(dense, Doubles.matrix(at.get("dense/weights/1"), 150));
          double[][] both = new double[ROWS][];
          for (int row = 0; row < ROWS; row++) {
            both[row] = DoubleStream.concat(stream(left[row]), stream(right[row])).toArray();
          }
          return Doubles.mixed(Doubles.plusRow(both, at.get("dense/bias")));
        });
  }

  @Test
  void embedding() {
    int[] used = {4, 0, 3};
    GradientCheck.assertSame(
        (pass, parameters) -> {
          Embedding table = new Embedding(parameters, "table", 6, INPUTS, Initializer.uniform(1));
          Operand<TFloat32> rows = table.apply(pass, pass.tf().constant(used));
          return LayerTwins.mixed(pass.tf(), pass.tf().math.square(rows), used.length * INPUTS);
        },
        at -> {
          double[][] table = Doubles.matrix(at.get("table"), INPUTS);
          double[][] rows = {table[used[0]], table[used[1]], table[used[2]]};
          return Doubles.mixed(Doubles.each(rows, v -> v * v));
        });
  }

  @Test
  void cosine() {
    GradientCheck.assertSame(
        (pass, parameters) ->
            LayerTwins.mixed(pass.tf(), Cosine.normalize(pass.tf(), x(parameters)), ROWS * INPUTS),
        at -> {
          double[][] x = x(at);
          for (int i = 0; i < ROWS; i++) {
            double length = Math.sqrt(Doubles.sum(Doubles.each(new double[][] {x[i]}, v -> v * v)));
            x[i] = Doubles.each(new double[][] {x[i]}, v -> v / length)[0];
          }
          return Doubles.mixed(x);
        });
  }

  /** Rows of length below 1e-6 are divided by 1e-6. */
  @Test
  void cosineHasAFloor() {
    GradientCheck.assertSame(
        (pass, parameters) -> {
          Operand<TFloat32> tiny = pass.tf().math.mul(x(parameters), pass.tf().constant(1e-7f));
          return LayerTwins.mixed(pass.tf(), Cosine.normalize(pass.tf(), tiny), ROWS * INPUTS);
        },
        at -> Doubles.mixed(Doubles.each(x(at), v -> v / 10)));
  }

  @Test
  void cosineOfZerosIsZeroAndHasAGradient() {
    try (Workbench bench = new Workbench(1)) {
      Ops tf = bench.tf();
      Operand<TFloat32> x = tf.constant(new float[][] {{0, 0}, {3, 4}});
      Operand<TFloat32> y = Cosine.normalize(tf, x);
      assertThat(bench.values(y)).containsExactly(new float[] {0, 0, 0.6f, 0.8f}, within(1e-6f));
      Operand<TFloat32> gradient = GradientCheck.gradient(bench, LayerTwins.mixed(tf, y, 4), x);
      assertThat(bench.values(gradient)).doesNotContain(Float.NaN);
    }
  }

  @Test
  void batchNorm() {
    GradientCheck.assertSame(
        (pass, parameters) -> {
          Operand<TFloat32> x = x(parameters);
          BatchNorm norm = new BatchNorm(parameters, "norm", INPUTS);
          return LayerTwins.mixed(pass.tf(), norm.apply(pass, x), ROWS * INPUTS);
        },
        at -> Doubles.mixed(LayerTwins.batchNorm(at, "norm", x(at), new double[] {1, 1, 1, 1, 1})));
  }

  @Test
  void batchNormOfCountedRows() {
    float[] counts = {1, 3, 2, 1, 7};
    GradientCheck.assertSame(
        (pass, parameters) -> {
          Operand<TFloat32> x = x(parameters);
          BatchNorm norm = new BatchNorm(parameters, "norm", INPUTS);
          Operand<TFloat32> y = norm.apply(pass, x, pass.tf().constant(counts));
          return LayerTwins.mixed(pass.tf(), y, ROWS * INPUTS);
        },
        at -> Doubles.mixed(LayerTwins.batchNorm(at, "norm", x(at), new double[] {1, 3, 2, 1, 7})));
  }
}
