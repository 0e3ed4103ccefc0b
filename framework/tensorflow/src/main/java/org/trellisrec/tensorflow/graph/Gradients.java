package org.trellisrec.tensorflow.graph;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.exceptions.TFInvalidArgumentException;
import org.tensorflow.types.TFloat32;

/** Adds derivatives to a graph. */
public final class Gradients {
  private Gradients() {}

  /**
   * The derivatives of a scalar.
   *
   * @param y the scalar
   * @param xs what to derive by
   * @return one derivative for each of {@code xs}, in its shape
   * @throws IllegalArgumentException if {@code y} does not depend on one of them, or only through
   *     an operation that has no gradient
   */
  public static List<Operand<TFloat32>> of(
      Graph graph, Operand<TFloat32> y, List<? extends Operand<TFloat32>> xs) {
    Output<?>[] by = xs.stream().map(Operand::asOutput).toArray(Output<?>[]::new);
    try {
      List<Operand<TFloat32>> gradients = new ArrayList<>();
      for (Output<?> gradient : graph.addGradients(y.asOutput(), by)) {
        gradients.add(CustomGradients.asFloat(gradient));
      }
      return gradients;
    } catch (TFInvalidArgumentException | IllegalStateException e) {
      throw new IllegalArgumentException(
          "the loss cannot be derived by all of the trained variables: " + e.getMessage(), e);
    }
  }
}
