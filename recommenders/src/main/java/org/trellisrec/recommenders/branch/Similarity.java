package org.trellisrec.recommenders.branch;

import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;
import org.trellisrec.tensorflow.graph.Pass;

/** Scores pairs of embeddings. */
interface Similarity {
  /**
   * The scores of lists in training.
   *
   * @param users lists x d
   * @param items lists x length x d
   * @return lists x length
   */
  Operand<TFloat32> ofLists(Pass pass, Operand<TFloat32> users, Operand<TFloat32> items);

  /**
   * The scores of all pairs at inference.
   *
   * @param users n x d
   * @param items m x d
   * @return n x m
   */
  Operand<TFloat32> ofAll(Pass pass, Operand<TFloat32> users, Operand<TFloat32> items);
}
