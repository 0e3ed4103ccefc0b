package org.trellisrec.tensorflow.layers;

import java.util.List;
import java.util.function.UnaryOperator;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.trellisrec.tensorflow.graph.Initializer;
import org.trellisrec.tensorflow.graph.Parameters;
import org.trellisrec.tensorflow.graph.SparseInput;
import org.trellisrec.tensorflow.graph.SparseMatrix;

/**
 * A fully connected layer for sparse input, {@code x W + b}, without activation.
 *
 * <p>On a CPU, TensorFlow multiplies a sparse matrix on one thread. W is therefore kept in slices
 * of columns, each a variable of its own: their products and gradients do not wait for each other.
 * A row of a slice is also short enough for those that a product jumps about in to stay in the
 * cache.
 */
public final class SparseDense {
  /** Columns of a slice at most; a row then takes 1 KB, and a thousand of them half of a cache. */
  private static final int SLICE = 256;

  private final List<Operand<TFloat32>> weights;
  private final Operand<TFloat32> bias;

  /**
   * A layer with its own parameters: {@code name/weights}, or {@code name/weights/0} and so on
   * where it has several slices, and {@code name/bias}. They start as those of a {@link Dense} of
   * that name would.
   *
   * @param weights start of the weights
   * @param bias start of the bias; {@link Initializer.Kind#TORCH_LINEAR} counts the inputs of the
   *     layer
   */
  public SparseDense(
      Parameters parameters,
      String name,
      int inputs,
      int outputs,
      Initializer weights,
      Initializer bias) {
    this.weights =
        parameters.trainedColumns(name + "/weights", Shape.of(inputs, outputs), weights, SLICE);
    this.bias = parameters.trained(name + "/bias", Shape.of(outputs), bias.forBias(inputs));
  }

  /**
   * The outputs.
   *
   * @param x n x inputs
   * @return n x outputs
   */
  public Operand<TFloat32> apply(Ops tf, SparseInput x) {
    return tf.nn.biasAdd(product(tf, x), bias);
  }

  /**
   * The outputs.
   *
   * @param x n x inputs
   * @return n x outputs
   */
  public Operand<TFloat32> apply(Ops tf, SparseMatrix x) {
    return tf.nn.biasAdd(joined(tf, x::times), bias);
  }

  /**
   * The outputs without the bias.
   *
   * @param x n x inputs
   * @return n x outputs
   */
  public Operand<TFloat32> product(Ops tf, SparseInput x) {
    return joined(tf, x::times);
  }

  private Operand<TFloat32> joined(Ops tf, UnaryOperator<Operand<TFloat32>> product) {
    List<Operand<TFloat32>> slices = weights.stream().map(product).toList();
    return slices.size() == 1 ? slices.get(0) : tf.concat(slices, tf.constant(1));
  }

  /** The bias, one value per output. */
  public Operand<TFloat32> bias() {
    return bias;
  }
}
