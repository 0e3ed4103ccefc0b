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
 * <p>TensorFlow multiplies a sparse matrix on one thread. W is therefore kept in blocks of columns,
 * each a variable of its own: their products and gradients do not wait for each other, and the rows
 * that a narrow one jumps about in stay in the cache.
 */
public final class SparseDense {
  /** Columns of a block at most; a row then takes 1 KB, and a thousand of them half of a cache. */
  private static final int BLOCK = 256;

  private final List<Operand<TFloat32>> weights;
  private final Operand<TFloat32> bias;

  /**
   * A layer with its own parameters: {@code name/weights}, or {@code name/weights/0} and so on
   * where it has several blocks, and {@code name/bias}. They start as those of a {@link Dense} of
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
        parameters.trainedColumns(name + "/weights", Shape.of(inputs, outputs), weights, BLOCK);
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
    List<Operand<TFloat32>> blocks = weights.stream().map(product).toList();
    return blocks.size() == 1 ? blocks.get(0) : tf.concat(blocks, tf.constant(1));
  }

  /** The bias, one value per output. */
  public Operand<TFloat32> bias() {
    return bias;
  }
}
