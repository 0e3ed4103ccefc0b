package org.trellisrec.tensorflow.training;

import java.util.stream.IntStream;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.VisibleModalities;
import org.trellisrec.tensorflow.TfSession;
import org.trellisrec.tensorflow.graph.Entities;
import org.trellisrec.tensorflow.graph.EntityInput;
import org.trellisrec.tensorflow.graph.Feeds;

/** One representation per entity of a side, kept in the graph. */
final class RepresentationTable {
  private final EntityInput input;
  private final Variable<TFloat32> variable;
  private final Op empty;
  private final Op fill;
  private final int entities;

  /**
   * A table without values.
   *
   * @param represented the representations of what the input is filled with, n x d
   * @param entities number of entities
   */
  RepresentationTable(Ops tf, EntityInput input, Operand<TFloat32> represented, int entities) {
    this.input = input;
    this.entities = entities;
    Shape shape = Shape.of(entities, represented.shape().get(1));
    if (shape.hasUnknownDimension()) {
      throw new IllegalArgumentException(
          "the length of the representations must be known when the graph is built, but the shape"
              + " is "
              + represented.shape());
    }
    this.variable = tf.variable(shape, TFloat32.class);
    this.empty = tf.assign(variable, tf.zeros(tf.constant(shape), TFloat32.class));
    this.fill = tf.scatterUpdate(variable, input.indices(), represented);
  }

  /**
   * Represents all entities anew.
   *
   * @param rows what is known of each, see {@link Entities}
   * @param visible which modalities may be used
   */
  void refresh(TfSession session, Interactions rows, VisibleModalities visible) {
    session.runner().addTarget(empty).run().close();
    Entities all = new Entities(IntStream.range(0, entities).toArray(), rows, visible);
    for (Entities chunk : Chunks.of(all, input)) {
      try (Feeds feeds = new Feeds()) {
        input.fill(chunk, feeds);
        feeds.into(session.runner()).addTarget(fill).run().close();
      }
    }
  }

  /** The representations as of the last refresh, entities x d. */
  Operand<TFloat32> vectors() {
    return variable;
  }
}
