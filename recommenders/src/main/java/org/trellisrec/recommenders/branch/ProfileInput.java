package org.trellisrec.recommenders.branch;

import org.trellisrec.data.Interactions;
import org.trellisrec.data.ItemSet;
import org.trellisrec.data.VisibleModalities;

/** The interactions of an entity that are visible, as a modality. */
interface ProfileInput extends ModalityInput {
  /** The columns that training knows; an entity with none of them lacks the modality. */
  ItemSet trained();

  @Override
  default String name() {
    return VisibleModalities.INTERACTIONS;
  }

  @Override
  default boolean has(int entity, Interactions rows) {
    return trained().containsAnyOf(rows, entity);
  }

  @Override
  default boolean dependsOnHistory() {
    return true;
  }

  @Override
  default boolean isSideInformation() {
    return false;
  }
}
