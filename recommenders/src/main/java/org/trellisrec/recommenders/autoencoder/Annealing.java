package org.trellisrec.recommenders.autoencoder;

import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;
import org.trellisrec.tensorflow.graph.Initializer;
import org.trellisrec.tensorflow.graph.Parameters;

/** A weight that grows linearly with the steps of the training, from 0 to a cap. */
final class Annealing {
  private final double cap;
  private final int steps;
  private final Variable<TFloat32> done;

  /**
   * @param steps after how many steps the weight would be 1; 0 for the cap from the start
   */
  Annealing(Parameters parameters, double cap, int steps) {
    this.cap = cap;
    this.steps = steps;
    this.done = parameters.state("annealing/steps", Shape.of(1), Initializer.ZEROS);
  }

  /** The weight at this step, one number; evaluating it counts the step. */
  Operand<TFloat32> weight(Ops tf) {
    Operand<TFloat32> limit = tf.constant((float) cap);
    if (steps == 0) {
      return limit;
    }
    // The sum, not the variable, is read: so there is no question which of them comes first.
    Operand<TFloat32> before =
        tf.math.sub(tf.assignAdd(done, tf.constant(new float[] {1})), tf.constant(1f));
    return tf.stopGradient(tf.math.minimum(limit, tf.math.div(before, tf.constant((float) steps))));
  }
}
