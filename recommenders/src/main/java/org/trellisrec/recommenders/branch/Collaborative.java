package org.trellisrec.recommenders.branch;

import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.VisibleModalities;
import org.trellisrec.tensorflow.graph.EntityInput;
import org.trellisrec.tensorflow.graph.Pass;
import org.trellisrec.tensorflow.layers.Embedding;

/**
 * A trained vector per entity that stands for its training interactions: it may be used where these
 * may.
 *
 * @param side users or items
 * @param profiles training interactions with a row for every entity
 * @param table one vector per entity
 */
record Collaborative(Side side, Interactions profiles, Embedding table) {
  /** The vectors, n x d. */
  Operand<TFloat32> of(Pass pass, EntityInput entities) {
    return table.apply(pass, entities.indices());
  }

  /** Length of the vectors. */
  int size() {
    return (int) table.table().shape().get(1);
  }

  /** True if the interactions of an entity may be used, should it have any. */
  boolean sees(int entity, VisibleModalities visible) {
    return side.sees(visible, VisibleModalities.INTERACTIONS, entity);
  }

  /** True if the vector of an entity was trained and may be used. */
  boolean covers(int entity, VisibleModalities visible) {
    return profiles.count(entity) > 0 && sees(entity, visible);
  }
}
