package org.trellisrec.tensorflow.optimizer;

import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;
import org.trellisrec.tensorflow.graph.Feeds;
import org.trellisrec.tensorflow.graph.Initializer;
import org.trellisrec.tensorflow.graph.Parameters;
import org.trellisrec.tensorflow.graph.TableRows;

/**
 * Adam as PyTorch defines it: with first moment m and second moment v of the gradient at step t,
 * {@code w -= rate / (1 - b1^t) * m / (sqrt(v) / sqrt(1 - b2^t) + epsilon)}.
 *
 * <p>TensorFlow's operation adds epsilon before the correction of v, so it is fed {@code epsilon *
 * sqrt(1 - b2^t)} and a rate that holds both corrections, which is the same. That the powers come
 * from the number of the step, and not from variables of the graph, leaves no order of updates to
 * go wrong.
 */
final class AdamRule implements UpdateRule {
  private static final double BETA1 = 0.9;
  private static final double BETA2 = 0.999;
  private static final double EPSILON = 1e-8;

  private final Ops tf;
  private final Parameters parameters;
  private final OptimizerParams params;
  private final boolean decoupled;
  private final Placeholder<TFloat32> rate;
  private final Placeholder<TFloat32> epsilon;

  AdamRule(Ops tf, Parameters parameters, OptimizerParams params, boolean decoupled) {
    this.tf = tf;
    this.parameters = parameters;
    this.params = params;
    this.decoupled = decoupled;
    this.rate = scalar();
    this.epsilon = scalar();
  }

  private Placeholder<TFloat32> scalar() {
    return tf.placeholder(TFloat32.class, Placeholder.shape(Shape.scalar()));
  }

  private Variable<TFloat32> moment(String kind, String name, Shape shape) {
    return parameters.state("adam/" + kind + "/" + name, shape, Initializer.ZEROS);
  }

  @Override
  public Op dense(String name, Variable<TFloat32> variable, Operand<TFloat32> gradient) {
    Variable<TFloat32> m = moment("m", name, variable.shape());
    Variable<TFloat32> v = moment("v", name, variable.shape());
    Operand<TFloat32> zero = tf.constant(0f);
    Ops then = tf;
    Operand<TFloat32> descent = gradient;
    if (!decoupled) {
      descent = Decay.coupled(tf, variable, gradient, params.weightDecay());
    } else if (shrinkage() != 1) {
      Operand<TFloat32> share = tf.constant((float) share());
      then = tf.withControlDependencies(tf.train.applyGradientDescent(variable, share, variable));
    }
    return then.train.applyAdam(
        variable,
        m,
        v,
        zero,
        zero,
        rate,
        tf.constant((float) BETA1),
        tf.constant((float) BETA2),
        epsilon,
        descent);
  }

  /** What decoupled decay takes from a weight. */
  private double share() {
    return params.learningRate() * params.weightDecay();
  }

  /** What it leaves; 1 where it takes less than 32 bits can tell, which is nothing. */
  private float shrinkage() {
    return (float) (1 - share());
  }

  @Override
  public Op rows(String name, TableRows rows, Operand<TFloat32> gradient) {
    Shape shape = rows.table().shape();
    Operand<TFloat32> old = rows.rows();
    Operand<TFloat32> descent =
        decoupled ? gradient : Decay.coupled(tf, old, gradient, params.weightDecay());
    Operand<TFloat32> m = moved(moment("m", name, shape), rows, descent, BETA1);
    Operand<TFloat32> v = moved(moment("v", name, shape), rows, tf.math.square(descent), BETA2);
    Operand<TFloat32> kept = decoupled ? tf.math.mul(old, tf.constant(shrinkage())) : old;
    Operand<TFloat32> move =
        tf.math.div(tf.math.mul(m, rate), tf.math.add(tf.math.sqrt(v), epsilon));
    return tf.scatterUpdate(rows.table(), rows.indices(), tf.math.sub(kept, move));
  }

  /** The rows of a moment after they moved towards {@code target}, which is also stored. */
  private Operand<TFloat32> moved(
      Variable<TFloat32> moment, TableRows rows, Operand<TFloat32> target, double beta) {
    Operand<TFloat32> old = tf.gather(moment, rows.indices(), tf.constant(0));
    Operand<TFloat32> step = tf.math.mul(tf.math.sub(target, old), tf.constant((float) (1 - beta)));
    Operand<TFloat32> fresh = tf.math.add(old, step);
    Op stored = tf.scatterUpdate(moment, rows.indices(), fresh);
    return tf.withControlDependencies(stored).identity(fresh);
  }

  @Override
  public void fill(long number, Feeds into) {
    double first = 1 - Math.pow(BETA1, (double) number);
    double second = Math.sqrt(1 - Math.pow(BETA2, (double) number));
    into.put(rate, (float) (params.learningRate() * second / first));
    into.put(epsilon, (float) (EPSILON * second));
  }
}
