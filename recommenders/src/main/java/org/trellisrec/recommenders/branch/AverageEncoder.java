package org.trellisrec.recommenders.branch;

import java.util.Optional;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.trellisrec.tensorflow.graph.BatchInput;
import org.trellisrec.tensorflow.graph.EntityInput;
import org.trellisrec.tensorflow.graph.Pass;

/**
 * Encodes an entity by the mean of a trained vector and its encoded content, which in training are
 * drawn to each other. Where one of the two is missing the other stands in for it. The vector of a
 * cold entity is not missing: it has the value that it started from, and decays.
 *
 * @param vectors one per entity
 * @param content of the same length
 * @param contrast the loss between the two, if there is one
 */
record AverageEncoder(Collaborative vectors, Content content, Optional<Contrast> contrast)
    implements ContentEncoder {
  @Override
  public Encoded training(Pass pass, BatchInput batch) {
    Ops tf = pass.tf();
    Side side = vectors.side();
    EntityInput distinct = side.distinct(batch);
    Operand<TFloat32> vector = vectors.of(pass, distinct);
    Operand<TFloat32> encoded = content.of(pass, distinct, vector);
    if (contrast.isEmpty()) {
      return Encoded.of(side.perSlot(batch, mean(tf, vector, encoded)));
    }
    Operand<TFloat32> left = side.perSlot(batch, vector);
    Operand<TFloat32> right = side.perSlot(batch, encoded);
    return new Encoded(
        mean(tf, left, right),
        contrast.map(loss -> loss.of(tf, left, right, side.shape(tf, batch), size())));
  }

  @Override
  public Operand<TFloat32> inference(Pass pass, EntityInput entities) {
    Ops tf = pass.tf();
    Operand<TFloat32> vector = vectors.of(pass, entities);
    Operand<TFloat32> encoded = content.of(pass, entities, vector);
    Operand<TFloat32> visible =
        Masks.of(tf, entities, "vectors", (entity, rows, seen) -> vectors.sees(entity, seen));
    return mean(tf, Masks.choose(tf, visible, vector, encoded), encoded);
  }

  private static Operand<TFloat32> mean(Ops tf, Operand<TFloat32> a, Operand<TFloat32> b) {
    return tf.math.mul(tf.math.add(a, b), tf.constant(0.5f));
  }
}
