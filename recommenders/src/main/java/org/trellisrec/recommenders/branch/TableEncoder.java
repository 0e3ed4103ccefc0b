package org.trellisrec.recommenders.branch;

import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.VisibleModalities;
import org.trellisrec.tensorflow.graph.BatchInput;
import org.trellisrec.tensorflow.graph.EntityInput;
import org.trellisrec.tensorflow.graph.Pass;

/**
 * Encodes an entity by a trained vector.
 *
 * @param vectors one per entity
 */
record TableEncoder(Collaborative vectors) implements Encoder {
  @Override
  public int size() {
    return vectors.size();
  }

  @Override
  public Encoded training(Pass pass, BatchInput batch) {
    Side side = vectors.side();
    return Encoded.of(side.perSlot(batch, vectors.of(pass, side.distinct(batch))));
  }

  @Override
  public Operand<TFloat32> inference(Pass pass, EntityInput entities) {
    return vectors.of(pass, entities);
  }

  @Override
  public boolean covers(int entity, Interactions rows, VisibleModalities visible) {
    return vectors.covers(entity, visible);
  }

  @Override
  public boolean dependsOnHistory() {
    return false;
  }
}
