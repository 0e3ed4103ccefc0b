package org.trellisrec.recommenders.branch;

import org.trellisrec.data.Interactions;
import org.trellisrec.data.VisibleModalities;

/** Encodes an entity by a trained vector, its content, or both. */
interface ContentEncoder extends Encoder {
  /** One per entity. */
  Collaborative vectors();

  /** Of the same length. */
  Content content();

  @Override
  default int size() {
    return vectors().size();
  }

  @Override
  default boolean covers(int entity, Interactions rows, VisibleModalities visible) {
    return vectors().covers(entity, visible) || content().covers(entity, rows, visible);
  }

  @Override
  default boolean dependsOnHistory() {
    return false;
  }

  @Override
  default boolean uses(String modality) {
    return Encoder.super.uses(modality) || content().uses(modality);
  }

  @Override
  default boolean usesModalities() {
    return true;
  }
}
