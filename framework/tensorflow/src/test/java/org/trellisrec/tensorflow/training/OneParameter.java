package org.trellisrec.tensorflow.training;

import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.trellisrec.data.TrainingData;
import org.trellisrec.tensorflow.graph.BatchInput;
import org.trellisrec.tensorflow.graph.EntityInput;
import org.trellisrec.tensorflow.graph.Initializer;
import org.trellisrec.tensorflow.graph.Parameters;
import org.trellisrec.tensorflow.graph.Pass;

/**
 * A network whose loss is any function of a single parameter, {@code block/w}. Its scores mean
 * nothing.
 */
final class OneParameter implements Network {
  /** The loss. */
  interface Loss {
    Operand<TFloat32> of(Ops tf, Operand<TFloat32> w, BatchInput batch);
  }

  private final TrainingData data;
  private final Operand<TFloat32> w;
  private final Loss loss;

  OneParameter(Parameters parameters, TrainingData data, double start, Loss loss) {
    this.data = data;
    this.loss = loss;
    Initializer initializer = new Initializer(Initializer.Kind.CONSTANT, start);
    this.w = parameters.trained("block/w", Shape.scalar(), initializer);
  }

  @Override
  public Operand<TFloat32> loss(Pass pass, BatchInput batch) {
    return loss.of(pass.tf(), w, batch);
  }

  @Override
  public Operand<TFloat32> users(Pass pass, EntityInput users) {
    return rows(pass, users, data.users().size());
  }

  @Override
  public Operand<TFloat32> items(Pass pass, EntityInput items) {
    return rows(pass, items, data.items().size());
  }

  private Operand<TFloat32> rows(Pass pass, EntityInput input, int entities) {
    Ops tf = pass.tf();
    Operand<TFloat32> table = tf.math.mul(w, tf.constant(new float[entities][1]));
    return tf.gather(table, input.indices(), tf.constant(0));
  }

  @Override
  public Coverage coverage() {
    return Coverage.ofTrained(data);
  }
}
