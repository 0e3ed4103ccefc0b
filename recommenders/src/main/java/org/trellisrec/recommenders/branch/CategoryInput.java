package org.trellisrec.recommenders.branch;

import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.Modality;
import org.trellisrec.tensorflow.graph.EntityInput;
import org.trellisrec.tensorflow.graph.Pass;
import org.trellisrec.tensorflow.layers.Embedding;

/**
 * One label per entity: the trained vector of the label.
 *
 * @param name of the modality
 * @param labels the data
 * @param table one vector per label
 */
record CategoryInput(String name, Modality.Categorical labels, Embedding table)
    implements ModalityInput {
  @Override
  public boolean has(int entity, Interactions rows) {
    return labels.has(entity);
  }

  @Override
  public Object value(int entity) {
    return labels.codes()[entity];
  }

  @Override
  public Operand<TFloat32> ofNothing(Pass pass) {
    return ModalityInput.zeros(pass, table);
  }

  @Override
  public Operand<TFloat32> project(Pass pass, EntityInput entities) {
    return pass.tf()
        .gather(table.table(), entities.codes("labels", labels.codes()), pass.tf().constant(0));
  }
}
