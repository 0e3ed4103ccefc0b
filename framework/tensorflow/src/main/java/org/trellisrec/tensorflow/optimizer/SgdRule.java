package org.trellisrec.tensorflow.optimizer;

import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;
import org.trellisrec.tensorflow.graph.Feeds;
import org.trellisrec.tensorflow.graph.TableRows;

/** {@code w -= rate * (g + decay * w)}. */
final class SgdRule implements UpdateRule {
  private final Ops tf;
  private final OptimizerParams params;

  SgdRule(Ops tf, OptimizerParams params) {
    this.tf = tf;
    this.params = params;
  }

  @Override
  public Op dense(String name, Variable<TFloat32> variable, Operand<TFloat32> gradient) {
    return tf.assignSub(variable, move(variable, gradient));
  }

  @Override
  public Op rows(String name, TableRows rows, Operand<TFloat32> gradient) {
    return tf.scatterSub(rows.table(), rows.indices(), move(rows.rows(), gradient));
  }

  private Operand<TFloat32> move(Operand<TFloat32> weights, Operand<TFloat32> gradient) {
    return tf.math.mul(
        Decay.coupled(tf, weights, gradient, params.weightDecay()),
        tf.constant((float) params.learningRate()));
  }

  @Override
  public void fill(long number, Feeds into) {}
}
