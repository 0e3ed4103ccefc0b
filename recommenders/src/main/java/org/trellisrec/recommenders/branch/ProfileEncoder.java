package org.trellisrec.recommenders.branch;

import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.ItemSet;
import org.trellisrec.data.VisibleModalities;
import org.trellisrec.tensorflow.graph.BatchInput;
import org.trellisrec.tensorflow.graph.EntityInput;
import org.trellisrec.tensorflow.graph.Pass;
import org.trellisrec.tensorflow.layers.Activation;
import org.trellisrec.tensorflow.layers.Mlp;

/**
 * Encodes an entity from its row (user) or column (item) of the interaction matrix: {@code g(f(r))}
 * with a projection f of its own and a branch g that may be shared.
 *
 * @param side users or items
 * @param trained the columns that occur in training
 * @param projection f, from the profile to the width of the branch
 * @param activation after the projection
 * @param branch g
 */
record ProfileEncoder(
    Side side, ItemSet trained, Projection projection, Activation activation, Mlp branch)
    implements Encoder {

  @Override
  public int size() {
    return branch.shape().outputs();
  }

  /**
   * Every distinct entity is encoded once, unless dropout makes each slot differ: then the slots
   * part after the projection, which has no dropout.
   */
  @Override
  public Encoded training(Pass pass, BatchInput batch) {
    Operand<TFloat32> projected = project(pass, side.distinct(batch));
    if (branch.shape().isRandom()) {
      return Encoded.of(branch.apply(pass, side.perSlot(batch, projected)));
    }
    return Encoded.of(side.perSlot(batch, branch.apply(pass, projected, side.counts(batch))));
  }

  @Override
  public Operand<TFloat32> inference(Pass pass, EntityInput entities) {
    return branch.apply(pass, project(pass, entities));
  }

  private Operand<TFloat32> project(Pass pass, EntityInput entities) {
    return activation.apply(pass.tf(), projection.apply(pass, entities));
  }

  @Override
  public boolean covers(int entity, Interactions rows, VisibleModalities visible) {
    return trained.containsAnyOf(rows, entity);
  }

  @Override
  public boolean dependsOnHistory() {
    return true;
  }
}
