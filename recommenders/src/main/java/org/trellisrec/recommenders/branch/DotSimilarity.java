package org.trellisrec.recommenders.branch;

import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;
import org.trellisrec.tensorflow.graph.Pass;
import org.trellisrec.tensorflow.layers.Scores;

/** The dot product. */
record DotSimilarity() implements Similarity {
  @Override
  public Operand<TFloat32> ofLists(Pass pass, Operand<TFloat32> users, Operand<TFloat32> items) {
    return Scores.ofLists(pass.tf(), users, items);
  }

  @Override
  public Operand<TFloat32> ofAll(Pass pass, Operand<TFloat32> users, Operand<TFloat32> items) {
    return Scores.ofAll(pass, users, items);
  }
}
