package org.trellisrec.recommenders.branch;

import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.Modality;
import org.trellisrec.tensorflow.graph.EntityInput;
import org.trellisrec.tensorflow.graph.Pass;
import org.trellisrec.tensorflow.layers.Activation;
import org.trellisrec.tensorflow.layers.Dense;

/**
 * A vector or number per entity, through one layer.
 *
 * @param name of the modality
 * @param vectors the data
 * @param layer from the length of the vectors
 * @param activation after it
 */
record VectorInput(String name, Modality.Dense vectors, Dense layer, Activation activation)
    implements ModalityInput {
  @Override
  public boolean has(int entity, Interactions rows) {
    return vectors.has(entity);
  }

  /** Numbers repeat; longer vectors hardly ever do. */
  @Override
  public Object value(int entity) {
    return vectors.length() == 1 && vectors.has(entity)
        ? vectors.vectors()[entity][0]
        : (Object) entity;
  }

  @Override
  public Operand<TFloat32> ofNothing(Pass pass) {
    return ModalityInput.ofBias(pass, layer.bias(), activation);
  }

  @Override
  public Operand<TFloat32> project(Pass pass, EntityInput entities) {
    Operand<TFloat32> raw = entities.vectors("vectors", vectors.length(), vectors.vectors());
    return activation.apply(pass.tf(), layer.apply(pass, raw));
  }
}
