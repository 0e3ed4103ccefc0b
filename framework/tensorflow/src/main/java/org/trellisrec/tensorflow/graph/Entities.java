package org.trellisrec.tensorflow.graph;

import org.trellisrec.data.Interactions;

/**
 * Some entities of one side.
 *
 * @param indices which; none twice
 * @param rows what is known of every entity of that side, a row each: for users what is visible of
 *     them (users x items), for items who has them in training (items x users)
 */
public record Entities(int[] indices, Interactions rows) {
  /** Number of entities. */
  public int size() {
    return indices.length;
  }
}
