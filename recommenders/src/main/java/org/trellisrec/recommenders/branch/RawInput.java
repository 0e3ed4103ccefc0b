package org.trellisrec.recommenders.branch;

import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.Modality;
import org.trellisrec.data.VisibleModalities;
import org.trellisrec.tensorflow.graph.EntityInput;
import org.trellisrec.tensorflow.graph.Pass;

/**
 * A vector per entity as it is.
 *
 * @param name of the modality
 * @param vectors the data
 */
record RawInput(String name, Modality.Dense vectors) implements ModalityInput {
  /** Vectors that stand for the interactions of entities, null where there are none. */
  static RawInput ofFactors(float[][] vectors, int length) {
    return new RawInput(VisibleModalities.INTERACTIONS, new Modality.Dense(length, vectors));
  }

  @Override
  public boolean has(int entity, Interactions rows) {
    return vectors.has(entity);
  }

  @Override
  public boolean isSideInformation() {
    return !name.equals(VisibleModalities.INTERACTIONS);
  }

  @Override
  public Operand<TFloat32> ofNothing(Pass pass) {
    return pass.tf().zeros(pass.tf().array(1, vectors.length()), TFloat32.class);
  }

  @Override
  public Operand<TFloat32> project(Pass pass, EntityInput entities) {
    return entities.vectors("vectors", vectors.length(), vectors.vectors());
  }
}
