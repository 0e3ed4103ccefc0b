package org.trellisrec.tensorflow.optimizer;

import org.trellisrec.spi.InputException;
import org.trellisrec.spi.Param;

/**
 * How the variables of a model follow their gradients.
 *
 * @param optimizer the algorithm
 * @param learningRate step size
 * @param weightDecay factor of the parameters that L2 (sgd, adam) or decoupled decay (adamw) takes
 * @param clipNorm longest global gradient, 0 for no limit
 * @param embeddingUpdates which rows of embedding tables are updated at a step
 */
public record OptimizerParams(
    @Param(description = "Algorithm that updates the parameters.", byDefault = "adam")
        Algorithm optimizer,
    @Param(
            description = "Step size.",
            byDefault = "0.001",
            min = 0,
            aboveMin = true,
            aliases = "lr")
        double learningRate,
    @Param(
            description =
                "Weight decay of all trained parameters, biases included: for sgd and adam it times"
                    + " the parameter is added to the gradient (L2, as in PyTorch), for adamw it"
                    + " times the learning rate shrinks the parameter.",
            byDefault = "0",
            min = 0)
        double weightDecay,
    @Param(
            description = "Gradients longer than this, all together, are scaled to it; 0: never.",
            byDefault = "0",
            min = 0)
        double clipNorm,
    @Param(
            description =
                "dense updates every row of an embedding table at every step, as PyTorch does; lazy"
                    + " only those of the batch, moments and weight decay included: faster on large"
                    + " tables, and another algorithm.",
            byDefault = "dense")
        EmbeddingUpdates embeddingUpdates) {

  /**
   * Checks that the graph, which computes with 32 bits, can hold every number.
   *
   * @throws InputException if one would become 0 or infinite
   */
  public OptimizerParams {
    requireFloat("learning_rate", learningRate, "give");
    requireFloat("weight_decay", weightDecay, "give 0, or");
    requireFloat("clip_norm", clipNorm, "give 0, or");
  }

  /** TensorFlow computes with 0 where 32 bits would hold a number below the least normal one. */
  private static void requireFloat(String key, double value, String advice) {
    if (value > 0 && value < Float.MIN_NORMAL) {
      throw new InputException(
          "%s is %s, which counts as 0 in computations with 32 bits; %s at least %s",
          key, value, advice, Float.MIN_NORMAL);
    }
    if (value > Float.MAX_VALUE) {
      throw new InputException(
          "%s is %s, too large for computations with 32 bits; give at most %s",
          key, value, Float.MAX_VALUE);
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
