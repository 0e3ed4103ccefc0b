package org.trellisrec.recommenders.branch;

import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;
import org.trellisrec.tensorflow.graph.BatchInput;
import org.trellisrec.tensorflow.graph.Pass;

/** What training minimises. */
interface Objective {
  /**
   * The loss of a batch.
   *
   * @param similarity scores pairs
   * @param users one embedding per list, lists x d
   * @param items one embedding per item of every list, lists x length x d
   * @return a scalar
   */
  Operand<TFloat32> loss(
      Pass pass,
      BatchInput batch,
      Similarity similarity,
      Operand<TFloat32> users,
      Operand<TFloat32> items);
}
