package org.trellisrec.spi;

import java.util.List;
import java.util.Locale;

/** The vectors by which a model represents each modality of an entity, before they are fused. */
public interface ModalityEmbeddings {
  /** Users or items. */
  enum Side {
    /** Users. */
    USERS,
    /** Items. */
    ITEMS;

    /** The word in files. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Vectors of the entities that have a modality.
   *
   * @param entities indices, ascending
   * @param values a vector for each of them, all of the same length
   */
  record Vectors(int[] entities, float[][] values) {}

  /** The modalities of a side, in order; empty if the model has no vectors of this side. */
  List<String> modalities(Side side);

  /**
   * The vectors of a modality as they are at inference: without dropout, with the statistics that
   * batch norms have gathered. Interactions are those of training.
   *
   * @param modality one of {@link #modalities}
   */
  Vectors vectors(Side side, String modality);
}
