package org.trellisrec.recommenders.branch;

import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;
import org.trellisrec.data.Interactions;
import org.trellisrec.tensorflow.graph.EntityInput;
import org.trellisrec.tensorflow.graph.Pass;
import org.trellisrec.tensorflow.layers.Activation;
import org.trellisrec.tensorflow.layers.Embedding;

/** One modality of the entities of a side, and its projection f_m to the width of the branch. */
interface ModalityInput {
  /** Name of the modality. */
  String name();

  /**
   * True if an entity has it.
   *
   * @param rows what is known of the interactions of every entity of the side
   */
  boolean has(int entity, Interactions rows);

  /** True if it depends on what is visible of an entity, and not on the index alone. */
  default boolean dependsOnHistory() {
    return false;
  }

  /** True if it comes from what is known of the entity under this name. */
  default boolean comesFrom(String modality) {
    return modality.equals(name());
  }

  /** True if it is side information. */
  default boolean isSideInformation() {
    return true;
  }

  /**
   * What the projection of an entity depends on: equal for entities that are projected to the same
   * vector, so that one of them can stand for all.
   */
  default Object value(int entity) {
    return entity;
  }

  /**
   * The projections.
   *
   * @param entities some that have it, n
   * @return n x p
   */
  Operand<TFloat32> project(Pass pass, EntityInput entities);

  /**
   * The projection of an entity of which all numbers are 0 and which has no label.
   *
   * @return 1 x p
   */
  Operand<TFloat32> ofNothing(Pass pass);

  /** What a layer with this bias gives for zeros, 1 x p. */
  static Operand<TFloat32> ofBias(Pass pass, Operand<TFloat32> bias, Activation activation) {
    return activation.apply(pass.tf(), pass.tf().expandDims(bias, pass.tf().constant(0)));
  }

  /** What a table gives for no entry at all, 1 x p. */
  static Operand<TFloat32> zeros(Pass pass, Embedding table) {
    long width = table.table().shape().get(1);
    return pass.tf().zeros(pass.tf().array(1L, width), TFloat32.class);
  }
}
