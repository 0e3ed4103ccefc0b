package org.trellisrec.recommenders.branch;

import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;
import org.trellisrec.tensorflow.graph.Pass;

/** Makes one embedding of an entity from those of its modalities. */
interface Fusion {
  /**
   * One embedding per slot.
   *
   * @param parts slots x k x d
   * @param weights 1 where a slot has a k-th modality, 0 where it has not, slots x k
   * @return slots x d; zeros for a slot without any modality
   */
  Operand<TFloat32> of(Pass pass, Operand<TFloat32> parts, Operand<TFloat32> weights);
}
