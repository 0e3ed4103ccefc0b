package org.trellisrec.recommenders.branch;

import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.VisibleModalities;
import org.trellisrec.tensorflow.graph.EntityInput;
import org.trellisrec.tensorflow.graph.Pass;
import org.trellisrec.tensorflow.layers.Embedding;

/**
 * A trained vector per entity, which stands for nothing but its identity.
 *
 * @param trained the training interactions of every entity; one without any lacks the modality
 * @param table one vector per entity
 */
record IdInput(Interactions trained, Embedding table) implements ModalityInput {
  @Override
  public String name() {
    return VisibleModalities.ID;
  }

  @Override
  public boolean comesFrom(String modality) {
    return modality.equals(VisibleModalities.INTERACTIONS);
  }

  @Override
  public boolean has(int entity, Interactions rows) {
    return trained.count(entity) > 0;
  }

  @Override
  public boolean isSideInformation() {
    return false;
  }

  @Override
  public Operand<TFloat32> ofNothing(Pass pass) {
    return ModalityInput.zeros(pass, table);
  }

  @Override
  public Operand<TFloat32> project(Pass pass, EntityInput entities) {
    return table.apply(pass, entities.indices());
  }
}
