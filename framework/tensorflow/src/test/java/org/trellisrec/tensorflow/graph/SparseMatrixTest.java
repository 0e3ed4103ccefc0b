package org.trellisrec.tensorflow.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.trellisrec.tensorflow.Doubles;
import org.trellisrec.tensorflow.Workbench;

/** The matrix with rows (3 0 4), (0 0 0) and (0 2 0). */
class SparseMatrixTest {
  private static final double[][] DENSE = {{3, 0, 4}, {0, 0, 0}, {0, 2, 0}};
  private static final int WIDTH = 2;

  private static SparseMatrix matrix(Ops tf) {
    return new SparseMatrix(
        tf,
        tf.constant(new int[][] {{0, 0}, {0, 2}, {2, 1}}),
        tf.constant(new float[] {3, 4, 2}),
        tf.constant(new long[] {3, 3}));
  }

  private static void check(Function<SparseMatrix, Operand<TFloat32>> of, double... expected) {
    try (Workbench bench = new Workbench(1)) {
      double[] found = Doubles.of(bench.values(of.apply(matrix(bench.tf()))));
      assertThat(found).containsExactly(expected, offset(1e-6));
    }
  }

  private static Operand<TFloat32> tens(Ops tf) {
    return tf.fill(tf.constant(new int[] {3, 3}), tf.constant(10f));
  }

  @Test
  void isTakenFromADenseMatrix() {
    check(m -> m.subtractedFrom(tens(m.tf())), 7, 10, 6, 10, 10, 10, 10, 8, 10);
  }

  @Test
  void entriesOfRowsAndOfDenseMatrices() {
    check(m -> m.perEntry(m.tf().constant(new float[] {10, 20, 30})), 10, 10, 30);
    check(
        m -> m.cellsOf(m.tf().constant(new float[][] {{1, 2, 3}, {4, 5, 6}, {7, 8, 9}})), 1, 3, 8);
  }

  @Test
  void sumsOfRowsCountEmptyOnes() {
    check(SparseMatrix::rowSums, 7, 0, 2);
  }

  @Test
  void rowsAreScaledApart() {
    check(
        m -> m.scaledRows(m.tf().constant(new float[] {1, 2, 3})).subtractedFrom(tens(m.tf())),
        7,
        10,
        6,
        10,
        10,
        10,
        10,
        4,
        10);
  }

  @Test
  void normalizedRowsHaveLengthOneOrStayEmpty() {
    check(
        m -> m.normalizedRows().subtractedFrom(tens(m.tf())), 9.4, 10, 9.2, 10, 10, 10, 10, 9, 10);
  }

  @Test
  void productsAndTheirGradients() {
    GradientCheck.assertSame(
        (pass, parameters) -> mixed(pass.tf(), matrix(pass.tf()).times(dense(parameters))),
        at -> Doubles.mixed(Doubles.product(DENSE, Doubles.matrix(at.get("dense"), WIDTH))));
    GradientCheck.assertSame(
        (pass, parameters) ->
            mixed(pass.tf(), matrix(pass.tf()).transposedTimes(dense(parameters))),
        at ->
            Doubles.mixed(
                Doubles.product(
                    Doubles.transposed(DENSE), Doubles.matrix(at.get("dense"), WIDTH))));
  }

  private static Operand<TFloat32> dense(Parameters parameters) {
    return parameters.trained("dense", Shape.of(3, WIDTH), Initializer.uniform(1));
  }

  /** The sum of all values with the weights of {@link Doubles#mixed}. */
  private static Operand<TFloat32> mixed(Ops tf, Operand<TFloat32> x) {
    float[][] weights = new float[3][WIDTH];
    for (int i = 0; i < 3 * WIDTH; i++) {
      weights[i / WIDTH][i % WIDTH] = (float) Math.cos(i);
    }
    return tf.reduceSum(tf.math.mul(x, tf.constant(weights)), tf.constant(new int[] {0, 1}));
  }
}
