package org.trellisrec.recommenders.branch;

import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.ItemSet;
import org.trellisrec.tensorflow.graph.EntityInput;
import org.trellisrec.tensorflow.graph.Pass;
import org.trellisrec.tensorflow.layers.Activation;
import org.trellisrec.tensorflow.layers.SparseDense;

/**
 * The interactions of an entity: its row or column of the interaction matrix, through one layer.
 *
 * @param trained the columns that occur in training; an entity with none of them lacks the modality
 * @param layer from the width of the profile
 * @param activation after it
 */
record InteractionInput(ItemSet trained, SparseDense layer, Activation activation)
    implements ProfileInput {
  /** For entities with these training interactions, a row for each. */
  static InteractionInput of(Interactions profiles, SparseDense layer, Activation activation) {
    return new InteractionInput(ItemSet.occurringIn(profiles), layer, activation);
  }

  @Override
  public Operand<TFloat32> ofNothing(Pass pass) {
    return ModalityInput.ofBias(pass, layer.bias(), activation);
  }

  @Override
  public Operand<TFloat32> project(Pass pass, EntityInput entities) {
    return activation.apply(pass.tf(), layer.apply(pass.tf(), entities.interactions(true)));
  }
}
