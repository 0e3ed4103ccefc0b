package org.trellisrec.recommenders.autoencoder;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.ReduceSum;
import org.tensorflow.types.TFloat32;
import org.trellisrec.tensorflow.graph.Pass;

/**
 * Normal distributions over codes, one per user, with independent dimensions.
 *
 * @param mean n x d
 * @param logVariance n x d
 */
record Code(Operand<TFloat32> mean, Operand<TFloat32> logVariance) {
  /**
   * One code of each distribution.
   *
   * @param noiseStd what the deviations are multiplied with
   */
  Operand<TFloat32> draw(Pass pass, double noiseStd) {
    Ops tf = pass.tf();
    // Its shape depends on the mean, through which no gradient is known.
    Operand<TFloat32> noise =
        tf.stopGradient(tf.random.statelessRandomNormal(tf.shape(mean), pass.nextSeed()));
    Operand<TFloat32> deviation =
        tf.math.mul(
            tf.math.exp(tf.math.mul(logVariance, tf.constant(0.5f))),
            tf.constant((float) noiseStd));
    return tf.math.add(mean, tf.math.mul(noise, deviation));
  }

  /** The Kullback-Leibler divergence of each from the standard normal distribution, n. */
  Operand<TFloat32> divergence(Ops tf) {
    Operand<TFloat32> second = tf.math.add(tf.math.square(mean), tf.math.exp(logVariance));
    Operand<TFloat32> terms = tf.math.sub(tf.math.sub(second, tf.constant(1f)), logVariance);
    return tf.math.mul(
        tf.reduceSum(terms, tf.constant(1), ReduceSum.keepDims(false)), tf.constant(0.5f));
  }
}
