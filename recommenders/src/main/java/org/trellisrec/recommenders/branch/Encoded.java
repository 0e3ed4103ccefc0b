package org.trellisrec.recommenders.branch;

import java.util.Optional;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * What an encoder gives to a training step.
 *
 * @param slots one embedding per slot of the side, slots x size
 * @param penalty a scalar to be added to the loss, if there is one
 */
record Encoded(Operand<TFloat32> slots, Optional<Operand<TFloat32>> penalty) {
  /** Embeddings without a penalty. */
  static Encoded of(Operand<TFloat32> slots) {
    return new Encoded(slots, Optional.empty());
  }
}
