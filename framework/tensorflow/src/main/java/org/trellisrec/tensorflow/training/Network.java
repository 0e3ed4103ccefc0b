package org.trellisrec.tensorflow.training;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;
import org.trellisrec.data.EntitySide;
import org.trellisrec.tensorflow.graph.BatchInput;
import org.trellisrec.tensorflow.graph.EntityInput;
import org.trellisrec.tensorflow.graph.Pass;
import org.trellisrec.tensorflow.layers.Scores;

/**
 * What a model is, as a graph: a training loss, and representations of users and items from which
 * scores are computed. An implementation makes its layers and variables in its constructor and only
 * adds operations in these methods, which are called once or more for every pass.
 */
public interface Network {
  /**
   * The loss of a batch: a mean over its examples, or their sum where the model is defined by one.
   * The loss of an epoch is the mean over its batches, weighted by their numbers of examples.
   *
   * @return a scalar
   */
  Operand<TFloat32> loss(Pass pass, BatchInput batch);

  /**
   * The representations of users at inference.
   *
   * @return n x d
   */
  Operand<TFloat32> users(Pass pass, EntityInput users);

  /**
   * The representations of items at inference.
   *
   * @return m x d
   */
  Operand<TFloat32> items(Pass pass, EntityInput items);

  /**
   * The score of every item for every user; by default the dot product.
   *
   * @param users n x d
   * @param items m x d
   * @return n x m
   */
  default Operand<TFloat32> scores(Pass pass, Operand<TFloat32> users, Operand<TFloat32> items) {
    return Scores.ofAll(pass, users, items);
  }

  /** True if it represents entities from side information. */
  default boolean usesModalities() {
    return false;
  }

  /**
   * Whether representations of a side depend on a modality, as {@link
   * org.trellisrec.spi.Model#uses} says; true by default, when in doubt.
   */
  default boolean uses(EntitySide side, String modality) {
    return true;
  }

  /**
   * The modalities of which users or items are fused, in order; empty if it fuses none. An entity
   * that is seen in one of them alone must be represented by the vector of this modality.
   */
  default List<String> modalities(EntitySide side) {
    return List.of();
  }

  /** Which users and items it can represent. */
  Coverage coverage();
}
