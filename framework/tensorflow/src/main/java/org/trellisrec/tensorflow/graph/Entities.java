package org.trellisrec.tensorflow.graph;

import org.trellisrec.data.Interactions;
import org.trellisrec.data.VisibleModalities;

/**
 * Some entities of one side.
 *
 * @param indices which; none twice
 * @param rows what is known of every entity of that side, a row each: for users what is visible of
 *     them (users x items), for items who has them in training (items x users)
 * @param visible which modalities may be used
 */
public record Entities(int[] indices, Interactions rows, VisibleModalities visible) {
  /** Entities of which every modality may be used. */
  public Entities(int[] indices, Interactions rows) {
    this(indices, rows, VisibleModalities.ALL);
  }

  /** Number of entities. */
  public int size() {
    return indices.length;
  }

  /** Others of the same side. */
  public Entities with(int[] others) {
    return new Entities(others, rows, visible);
  }
}
