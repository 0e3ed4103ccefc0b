package org.trellisrec.tensorflow.graph;

import static org.trellisrec.tensorflow.Doubles.matrix;
import static org.trellisrec.tensorflow.Doubles.product;
import static org.trellisrec.tensorflow.Doubles.transposed;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TFloat32;
import org.trellisrec.tensorflow.layers.Losses;

class BatchProductTest {
  private static final int LISTS = 2;
  private static final int N = 3;
  private static final int M = 4;
  private static final int K = 5;

  /** Squared, so that the gradient by each factor depends on every product. */
  @Test
  void agreesWithItsTwin() {
    GradientCheck.assertSame(
        (pass, parameters) -> {
          Operand<TFloat32> products =
              BatchProduct.of(
                  pass.tf(),
                  parameters.trained("a", Shape.of(LISTS, N, K), Initializer.uniform(1)),
                  parameters.trained("b", Shape.of(LISTS, M, K), Initializer.uniform(1)));
          return Losses.sum(pass.tf(), pass.tf().math.square(products));
        },
        at -> {
          double[][] a = matrix(at.get("a"), K);
          double[][] b = matrix(at.get("b"), K);
          double sum = 0;
          for (int list = 0; list < LISTS; list++) {
            double[][] left = Arrays.copyOfRange(a, list * N, (list + 1) * N);
            double[][] right = Arrays.copyOfRange(b, list * M, (list + 1) * M);
            for (double[] row : product(left, transposed(right))) {
              sum += Arrays.stream(row).map(x -> x * x).sum();
            }
          }
          return sum;
        });
  }
}
