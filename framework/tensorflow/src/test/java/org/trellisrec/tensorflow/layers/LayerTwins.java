package org.trellisrec.tensorflow.layers;

import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.trellisrec.tensorflow.Doubles;

/** Layers in double precision. */
final class LayerTwins {
  private LayerTwins() {}

  /** {@code x W + b}, with the parameters of a {@link Dense} of this name. */
  static double[][] dense(Map<String, double[]> parameters, String name, double[][] x) {
    double[] bias = parameters.get(name + "/bias");
    double[][] weights = Doubles.matrix(parameters.get(name + "/weights"), bias.length);
    return Doubles.plusRow(Doubles.product(x, weights), bias);
  }

  /** Batch normalisation in training, every row counting as often as given. */
  static double[][] batchNorm(
      Map<String, double[]> parameters, String name, double[][] x, double[] counts) {
    double[] scale = parameters.get(name + "/scale");
    double[] shift = parameters.get(name + "/shift");
    double[] mean = mean(x, counts);
    double[] variance = variance(x, counts);
    double[][] y = new double[x.length][scale.length];
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < scale.length; j++) {
        double normal = (x[i][j] - mean[j]) / Math.sqrt(variance[j] + 1e-5);
        y[i][j] = normal * scale[j] + shift[j];
      }
    }
    return y;
  }

  /** The mean of every column. */
  static double[] mean(double[][] x, double[] counts) {
    double[] mean = new double[x[0].length];
    double total = 0;
    for (int i = 0; i < x.length; i++) {
      total += counts[i];
      for (int j = 0; j < mean.length; j++) {
        mean[j] += counts[i] * x[i][j];
      }
    }
    for (int j = 0; j < mean.length; j++) {
      mean[j] /= total;
    }
    return mean;
  }

  /** The biased variance of every column. */
  static double[] variance(double[][] x, double[] counts) {
    double[] mean = mean(x, counts);
    double[][] squares = new double[x.length][mean.length];
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < mean.length; j++) {
        squares[i][j] = (x[i][j] - mean[j]) * (x[i][j] - mean[j]);
      }
    }
    return mean(squares, counts);
  }

  /** What {@link Doubles#mixed} computes, in a graph. */
  static Operand<TFloat32> mixed(Ops tf, Operand<TFloat32> x, int values) {
    float[] factors = new float[values];
    for (int i = 0; i < values; i++) {
      factors[i] = (float) Math.cos(i);
    }
    Operand<TFloat32> flat = tf.reshape(x, tf.constant(new int[] {values}));
    return Losses.sum(tf, tf.math.mul(flat, tf.constant(factors)));
  }
}
