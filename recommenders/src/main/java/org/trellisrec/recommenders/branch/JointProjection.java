package org.trellisrec.recommenders.branch;

import java.util.stream.IntStream;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.trellisrec.data.Interactions;
import org.trellisrec.tensorflow.graph.EntityInput;
import org.trellisrec.tensorflow.graph.Pass;
import org.trellisrec.tensorflow.layers.SparseDense;

/**
 * One projection for users and items, {@code (A + I) W + b}: A is the adjacency matrix of the graph
 * of users and items, I adds every entity to its own neighbours, and the rows of W belong to users
 * and items alike, whichever of them is projected. Two projections know nothing of each other; here
 * the row of an item is trained both as that item's own and as a part of its users.
 *
 * <p>An entity that is not trained on has no row of its own, so a user with revealed interactions
 * alone is projected from these.
 *
 * @param neighbours the rows of W of the other side, and the b of this side
 * @param own the rows of W of this side
 * @param self a 1 for every trained entity of this side in its own row and column
 * @param binary true if every interaction counts 1, false if it counts its rating
 */
record JointProjection(SparseDense neighbours, SparseDense own, Interactions self, boolean binary)
    implements Projection {

  /**
   * The identity matrix, without the rows of entities that occur in no interaction.
   *
   * @param profiles the interactions, one row per entity
   */
  static Interactions self(Interactions profiles) {
    int[] trained =
        IntStream.range(0, profiles.rows()).filter(row -> profiles.count(row) > 0).toArray();
    int n = profiles.rows();
    return Interactions.of(n, n, trained, trained.clone(), null, null);
  }

  @Override
  public Operand<TFloat32> apply(Pass pass, EntityInput entities) {
    Ops tf = pass.tf();
    return tf.math.add(
        neighbours.apply(tf, entities.interactions(binary)),
        own.product(tf, entities.rows("self", self)));
  }
}
