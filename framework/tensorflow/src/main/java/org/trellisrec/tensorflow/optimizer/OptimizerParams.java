package org.trellisrec.tensorflow.optimizer;

import org.trellisrec.spi.InputException;
import org.trellisrec.spi.Param;

/**
 * How the variables of a model follow their gradients. Computing with 32 bits, which overflows or
 * rounds to 0 a little beyond them, sets the limits of the numbers.
 *
 * @param optimizer the algorithm
 * @param learningRate step size
 * @param weightDecay see the description
 * @param clipNorm longest global gradient, 0 for no limit
 * @param embeddingUpdates which rows of embedding tables are updated at a step
 */
public record OptimizerParams(
    @Param(description = "Algorithm that updates the parameters.", byDefault = "adam")
        Algorithm optimizer,
    @Param(description = "Step size.", byDefault = "0.001", min = 1e-30, max = 1e30, aliases = "lr")
        double learningRate,
    @Param(
            description =
                "Weight decay of all trained parameters, biases included: for sgd and adam it times"
                    + " the parameter is added to the gradient (L2, as in PyTorch), for adamw it"
                    + " times the learning rate shrinks the parameter.",
            byDefault = "0",
            min = 0,
            max = 1e30)
        double weightDecay,
    @Param(
            description = "Gradients longer than this, all together, are scaled to it; 0: never.",
            byDefault = "0",
            min = 0,
            max = 1e30)
        double clipNorm,
    @Param(
            description =
                "dense updates every row of an embedding table at every step, as PyTorch does; lazy"
                    + " only those of the batch, moments and weight decay included: faster on large"
                    + " tables, and another algorithm.",
            byDefault = "dense")
        EmbeddingUpdates embeddingUpdates) {

  /**
   * Checks that what is not 0 stays so in the graph.
   *
   * @throws InputException if it does not
   */
  public OptimizerParams {
    requireFloat("weight_decay", weightDecay);
    requireFloat("clip_norm", clipNorm);
  }

  /** TensorFlow computes with 0 where 32 bits would hold a number below the least normal one. */
  private static void requireFloat(String key, double value) {
    if (value > 0 && value < Float.MIN_NORMAL) {
      throw new InputException(
          "%s is %s, which counts as 0 in computations with 32 bits; give 0, or at least %s",
          key, value, Float.MIN_NORMAL);
    }
  }

  /**
   * For models that have no use for lazy updates.
   *
   * @param reason what the model does instead of looking up rows of a table
   * @throws InputException if they are asked for
   */
  public void requireDense(String reason) {
    if (embeddingUpdates == EmbeddingUpdates.LAZY) {
      throw new InputException(
          "embedding_updates is lazy, but this model %s; remove the key or set it to dense",
          reason);
    }
  }

  /** The algorithms. */
  public enum Algorithm {
    /** The gradient times the learning rate. */
    SGD,
    /** Kingma and Ba, ICLR 2015, with beta 0.9 and 0.999 and epsilon 1e-8, as in PyTorch. */
    ADAM,
    /** Adam with decoupled weight decay, Loshchilov and Hutter, ICLR 2019, as in PyTorch. */
    ADAMW
  }

  /** Which rows of embedding tables a step updates. */
  public enum EmbeddingUpdates {
    /** All of them. */
    DENSE,
    /** Those that the batch uses. */
    LAZY
  }
}
