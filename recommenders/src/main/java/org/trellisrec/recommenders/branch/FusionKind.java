package org.trellisrec.recommenders.branch;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.ReduceMax;
import org.tensorflow.op.core.ReduceSum;
import org.tensorflow.types.TFloat32;
import org.trellisrec.tensorflow.graph.Initializer;
import org.trellisrec.tensorflow.graph.Parameters;
import org.trellisrec.tensorflow.layers.Activation;
import org.trellisrec.tensorflow.layers.Losses;
import org.trellisrec.tensorflow.layers.Mlp;

/** The ways to make one embedding of those of several modalities. */
public enum FusionKind {
  /** Their mean. */
  MEAN {
    @Override
    Fusion create(Parameters parameters, String name, int size) {
      return (pass, parts, weights) -> average(pass.tf(), parts, column(pass.tf(), weights));
    }
  },

  /** Their element-wise maximum. */
  MAX {
    @Override
    Fusion create(Parameters parameters, String name, int size) {
      return (pass, parts, weights) -> {
        Ops tf = pass.tf();
        Operand<TFloat32> present = column(tf, weights);
        Operand<TFloat32> greatest =
            tf.reduceMax(
                tf.math.add(tf.math.mul(parts, present), Losses.hiding(tf, present)),
                tf.constant(1),
                ReduceMax.keepDims(false));
        Operand<TFloat32> any = tf.reduceMax(weights, tf.constant(1), ReduceMax.keepDims(true));
        return tf.math.mul(greatest, any);
      };
    }
  },

  /** Their mean, weighted by the softmax of a score that a small network gives to each. */
  ATTENTION {
    @Override
    Fusion create(Parameters parameters, String name, int size) {
      Mlp scorer = network(parameters, name + "/attention", size, 1);
      return (pass, parts, weights) -> {
        Ops tf = pass.tf();
        Operand<TFloat32> scores =
            tf.reshape(scorer.apply(pass, flat(tf, parts, size)), tf.shape(weights));
        Operand<TFloat32> masked = tf.math.add(scores, Losses.hiding(tf, weights));
        // Where all are absent the softmax is uniform all the same.
        Operand<TFloat32> shares = tf.math.mul(tf.nn.softmax(masked), weights);
        return weightedSum(tf, parts, column(tf, shares));
      };
    }
  },

  /** Their mean, every element weighted by a gate between 0 and 1. */
  GATED {
    @Override
    Fusion create(Parameters parameters, String name, int size) {
      Mlp gate = network(parameters, name + "/gate", size, size);
      return (pass, parts, weights) -> {
        Ops tf = pass.tf();
        Operand<TFloat32> open =
            tf.reshape(tf.math.sigmoid(gate.apply(pass, flat(tf, parts, size))), tf.shape(parts));
        return average(tf, parts, tf.math.mul(open, column(tf, weights)));
      };
    }
  };

  private static final float LEAST = 1e-6f;

  /** True if it has parameters that several modalities of one entity teach it. */
  boolean isLearned() {
    return this == ATTENTION || this == GATED;
  }

  /**
   * A fusion, with parameters of its own if it needs any.
   *
   * @param name of the parameters
   * @param size length of the embeddings
   */
  abstract Fusion create(Parameters parameters, String name, int size);

  private static Mlp network(Parameters parameters, String name, int size, int outputs) {
    return new Mlp(
        parameters,
        name,
        size,
        Mlp.Shape.plain(
            List.of(Math.max(1, size / 4), outputs),
            Activation.TANH,
            Activation.LINEAR,
            Initializer.XAVIER_UNIFORM,
            Initializer.ZEROS));
  }

  /** slots x k as slots x k x 1. */
  private static Operand<TFloat32> column(Ops tf, Operand<TFloat32> weights) {
    return tf.expandDims(weights, tf.constant(-1));
  }

  /** slots x k x d as (slots * k) x d. */
  private static Operand<TFloat32> flat(Ops tf, Operand<TFloat32> parts, int size) {
    return tf.reshape(parts, tf.constant(new int[] {-1, size}));
  }

  private static Operand<TFloat32> weightedSum(
      Ops tf, Operand<TFloat32> parts, Operand<TFloat32> weights) {
    return tf.reduceSum(tf.math.mul(parts, weights), tf.constant(1), ReduceSum.keepDims(false));
  }

  /** Zeros where all weights are 0. */
  private static Operand<TFloat32> average(
      Ops tf, Operand<TFloat32> parts, Operand<TFloat32> weights) {
    Operand<TFloat32> total = tf.reduceSum(weights, tf.constant(1), ReduceSum.keepDims(false));
    return tf.math.div(weightedSum(tf, parts, weights), tf.math.maximum(total, tf.constant(LEAST)));
  }
}
