package org.trellisrec.recommenders.branch;

import java.util.Optional;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.VisibleModalities;
import org.trellisrec.tensorflow.graph.BatchInput;
import org.trellisrec.tensorflow.graph.EntityInput;
import org.trellisrec.tensorflow.graph.Pass;
import org.trellisrec.tensorflow.layers.BiasColumn;

/**
 * Adds a trained number per entity to its scores at inference, by one more column of the
 * embeddings; the other side has ones in that column. In training the objective adds it, since
 * longer vectors would have to be written once more.
 *
 * @param encoder what gives the other columns
 * @param biases one per entity, 0 where the interactions that it stands for are hidden; empty for
 *     ones
 */
record BiasEncoder(Encoder encoder, Optional<Collaborative> biases) implements Encoder {
  @Override
  public int size() {
    return encoder.size();
  }

  @Override
  public Encoded training(Pass pass, BatchInput batch) {
    return encoder.training(pass, batch);
  }

  @Override
  public Operand<TFloat32> inference(Pass pass, EntityInput entities) {
    Operand<TFloat32> encoded = encoder.inference(pass, entities);
    return biases
        .map(table -> BiasColumn.join(pass.tf(), encoded, visible(pass, table, entities)))
        .orElseGet(() -> BiasColumn.ones(pass.tf(), encoded));
  }

  private static Operand<TFloat32> visible(Pass pass, Collaborative biases, EntityInput entities) {
    Operand<TFloat32> seen =
        Masks.of(
            pass.tf(), entities, "biases", (entity, rows, visible) -> biases.sees(entity, visible));
    return pass.tf().math.mul(seen, biases.of(pass, entities));
  }

  @Override
  public boolean covers(int entity, Interactions rows, VisibleModalities visible) {
    return encoder.covers(entity, rows, visible);
  }

  @Override
  public boolean dependsOnHistory() {
    return encoder.dependsOnHistory();
  }

  @Override
  public boolean uses(String modality) {
    return encoder.uses(modality) || (biases.isPresent() && Encoder.super.uses(modality));
  }

  @Override
  public boolean usesModalities() {
    return encoder.usesModalities();
  }
}
