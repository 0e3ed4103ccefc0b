package org.trellisrec.recommenders.branch;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.VisibleModalities;
import org.trellisrec.tensorflow.graph.BatchInput;
import org.trellisrec.tensorflow.graph.EntityInput;
import org.trellisrec.tensorflow.graph.Pass;

/** Turns the entities of one side into embeddings. */
interface Encoder {
  /** Length of an embedding in training. */
  int size();

  /** The embeddings that a training step uses. */
  Encoded training(Pass pass, BatchInput batch);

  /**
   * The embeddings of entities at inference.
   *
   * @return n x size, or more columns for what the objective adds in training
   */
  Operand<TFloat32> inference(Pass pass, EntityInput entities);

  /**
   * Whether an entity can be encoded.
   *
   * @param rows what is known of the interactions of every entity of the side
   * @param visible which modalities may be used
   */
  boolean covers(int entity, Interactions rows, VisibleModalities visible);

  /** True if an embedding depends on what is visible of an entity, and not on the index alone. */
  boolean dependsOnHistory();

  /** The modalities whose embeddings it fuses, in order; empty if it fuses none. */
  default List<String> modalities() {
    return List.of();
  }

  /**
   * True if an embedding depends on a modality; by default on the interactions, which a vector that
   * is trained for the entity comes from.
   */
  default boolean uses(String modality) {
    return modality.equals(VisibleModalities.INTERACTIONS);
  }

  /** True if it encodes side information. */
  default boolean usesModalities() {
    return false;
  }
}
