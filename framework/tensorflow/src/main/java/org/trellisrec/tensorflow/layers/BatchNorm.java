package org.trellisrec.tensorflow.layers;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Squeeze;
import org.tensorflow.op.core.Variable;
import org.tensorflow.op.linalg.MatMul;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.trellisrec.tensorflow.graph.Initializer;
import org.trellisrec.tensorflow.graph.Parameters;
import org.trellisrec.tensorflow.graph.Pass;

/**
 * Batch normalisation with PyTorch's defaults: in training, columns are normalised by mean and
 * biased variance of the batch; at inference, by running means, of which a step keeps nine tenths,
 * and whose variance is unbiased. Epsilon is 1e-5.
 *
 * <p>Source: Ioffe and Szegedy, "Batch normalization", ICML 2015.
 */
public final class BatchNorm {
  private static final float EPSILON = 1e-5f;
  private static final float MOMENTUM = 0.1f;

  private final String name;
  private final Operand<TFloat32> scale;
  private final Operand<TFloat32> shift;
  private final Variable<TFloat32> mean;
  private final Variable<TFloat32> variance;

  /** A layer for rows of this width, with its own parameters and running means. */
  public BatchNorm(Parameters parameters, String name, int width) {
    this(
        parameters,
        name,
        parameters.trained(name + "/scale", Shape.of(width), Initializer.ONES),
        parameters.trained(name + "/shift", Shape.of(width), Initializer.ZEROS));
  }

  private BatchNorm(
      Parameters parameters, String name, Operand<TFloat32> scale, Operand<TFloat32> shift) {
    this.name = name;
    this.scale = scale;
    this.shift = shift;
    this.mean = parameters.state(name + "/running_mean", scale.shape(), Initializer.ZEROS);
    this.variance = parameters.state(name + "/running_variance", scale.shape(), Initializer.ONES);
  }

  /**
   * This layer for rows of another kind, with the same parameters and running means of its own. In
   * training, rows that pass a layer in different batches are normalised apart; at inference they
   * are so only by different running means.
   *
   * @param kind what the rows are, for the names of the running means
   */
  public BatchNorm of(Parameters parameters, String kind) {
    return new BatchNorm(parameters, name + "/" + kind, scale, shift);
  }

  /**
   * The normalised rows, each counting once.
   *
   * @param x n x width
   */
  public Operand<TFloat32> apply(Pass pass, Operand<TFloat32> x) {
    return apply(pass, x, null);
  }

  /**
   * The normalised rows of a batch in which a row stands for several equal ones.
   *
   * @param x n x width
   * @param counts how many rows each row stands for, n; null for one each
   */
  public Operand<TFloat32> apply(Pass pass, Operand<TFloat32> x, Operand<TFloat32> counts) {
    Ops tf = pass.tf();
    if (!pass.isTraining()) {
      return normalise(tf, x, mean, variance);
    }
    Operand<TFloat32> weights = counts == null ? ones(tf, x) : counts;
    Operand<TFloat32> total = tf.reduceSum(weights, tf.constant(0));
    Operand<TFloat32> shares = tf.expandDims(tf.math.div(weights, total), tf.constant(1));
    Operand<TFloat32> batchMean = weighted(tf, x, shares);
    Operand<TFloat32> centred = tf.math.sub(x, batchMean);
    Operand<TFloat32> batchVariance = weighted(tf, tf.math.square(centred), shares);
    Operand<TFloat32> momentum = momentum(tf, total);
    track(pass, mean, batchMean, momentum);
    // A batch of one row has no unbiased variance; its biased one, 0, is as far as it goes.
    Operand<TFloat32> freedom =
        tf.math.maximum(tf.math.sub(total, tf.constant(1f)), tf.constant(1f));
    track(pass, variance, tf.math.mul(batchVariance, tf.math.div(total, freedom)), momentum);
    return normalise(tf, x, batchMean, batchVariance);
  }

  private static Operand<TFloat32> ones(Ops tf, Operand<TFloat32> x) {
    Operand<TInt32> rows =
        tf.slice(tf.shape(x), tf.constant(new int[] {0}), tf.constant(new int[] {1}));
    return tf.fill(rows, tf.constant(1f));
  }

  private static Operand<TFloat32> weighted(Ops tf, Operand<TFloat32> x, Operand<TFloat32> shares) {
    Operand<TFloat32> row = tf.linalg.matMul(shares, x, MatMul.transposeA(true));
    return tf.squeeze(row, Squeeze.axis(List.of(0L)));
  }

  /** A batch without rows has no statistics to go into the running ones. */
  private static Operand<TFloat32> momentum(Ops tf, Operand<TFloat32> total) {
    return tf.math.mul(tf.math.minimum(total, tf.constant(1f)), tf.constant(MOMENTUM));
  }

  /** Waits for the updates added before, one of which may be of the same running value. */
  private static void track(
      Pass pass,
      Variable<TFloat32> running,
      Operand<TFloat32> ofBatch,
      Operand<TFloat32> momentum) {
    Ops tf = pass.tf().withControlDependencies(pass.updates());
    Operand<TFloat32> old = tf.math.mul(running, tf.math.sub(tf.constant(1f), momentum));
    Operand<TFloat32> fresh = tf.math.mul(tf.stopGradient(ofBatch), momentum);
    pass.afterStep(tf.assign(running, tf.math.add(old, fresh)));
  }

  private Operand<TFloat32> normalise(
      Ops tf, Operand<TFloat32> x, Operand<TFloat32> by, Operand<TFloat32> spread) {
    Operand<TFloat32> factor =
        tf.math.mul(tf.math.rsqrt(tf.math.add(spread, tf.constant(EPSILON))), scale);
    return tf.math.add(tf.math.mul(tf.math.sub(x, by), factor), shift);
  }
}
