package org.trellisrec.spi;

import java.util.List;
import org.trellisrec.data.EntitySide;

/** The vectors by which a model represents each modality of an entity, before they are fused. */
public interface ModalityEmbeddings {
  /**
   * Vectors of the entities that have a modality.
   *
   * @param entities indices, ascending
   * @param values a vector for each of them, all of the same length
   */
  record Vectors(int[] entities, float[][] values) {}

  /** The modalities of a side, in order; empty if the model has no vectors of this side. */
  List<String> modalities(EntitySide side);

  /**
   * The vectors of a modality as they are at inference: without dropout, with the statistics that
   * batch norms have gathered. Interactions are those of training.
   *
   * @param modality one of {@link #modalities}
   */
  Vectors vectors(EntitySide side, String modality);
}
