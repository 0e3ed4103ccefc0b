package org.trellisrec.recommenders.branch;

import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;
import org.trellisrec.tensorflow.graph.EntityInput;
import org.trellisrec.tensorflow.graph.Pass;

/** What brings the interactions of an entity to the width of a branch. */
@FunctionalInterface
interface Projection {
  /**
   * The projected interactions, without activation.
   *
   * @param entities n users, or n items
   * @return n x width of the branch
   */
  Operand<TFloat32> apply(Pass pass, EntityInput entities);
}
