package org.trellisrec.tensorflow.layers;

import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TFloat32;
import org.trellisrec.tensorflow.graph.DenseProduct;
import org.trellisrec.tensorflow.graph.Initializer;
import org.trellisrec.tensorflow.graph.Parameters;
import org.trellisrec.tensorflow.graph.Pass;

/** A fully connected layer for dense input, {@code x W + b}, without activation. */
public final class Dense {
  private final Operand<TFloat32> weights;
  private final Operand<TFloat32> bias;

  /**
   * A layer with its own parameters, {@code name/weights} and {@code name/bias}.
   *
   * @param weights start of the weights
   * @param bias start of the bias; {@link Initializer.Kind#TORCH_LINEAR} counts the inputs of the
   *     layer
   */
  public Dense(
      Parameters parameters,
      String name,
      int inputs,
      int outputs,
      Initializer weights,
      Initializer bias) {
    this.weights = parameters.trained(name + "/weights", Shape.of(inputs, outputs), weights);
    this.bias = parameters.trained(name + "/bias", Shape.of(outputs), bias.forBias(inputs));
  }

  /**
   * The outputs.
   *
   * @param x n x inputs
   * @return n x outputs
   */
  public Operand<TFloat32> apply(Pass pass, Operand<TFloat32> x) {
    return pass.tf().nn.biasAdd(DenseProduct.of(pass, x, weights), bias);
  }

  /** The bias, one value per output. */
  public Operand<TFloat32> bias() {
    return bias;
  }
}
