package org.trellisrec.recommenders.branch;

import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;
import org.trellisrec.tensorflow.graph.BatchInput;
import org.trellisrec.tensorflow.graph.EntityInput;
import org.trellisrec.tensorflow.graph.Pass;

/** Turns the entities of one side into embeddings. */
interface Encoder {
  /** Length of an embedding. */
  int size();

  /** The embeddings that a training step uses. */
  Encoded training(Pass pass, BatchInput batch);

  /**
   * The embeddings of entities at inference.
   *
   * @return n x size
   */
  Operand<TFloat32> inference(Pass pass, EntityInput entities);
}
