package org.trellisrec.recommenders.branch;

import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;
import org.trellisrec.tensorflow.graph.Pass;
import org.trellisrec.tensorflow.layers.Cosine;
import org.trellisrec.tensorflow.layers.Scores;

/**
 * The cosine of the angle between two embeddings.
 *
 * @param floor scores below it are set to it at inference; without effect if negative infinity
 */
record CosineSimilarity(double floor) implements Similarity {
  @Override
  public Operand<TFloat32> ofLists(Pass pass, Operand<TFloat32> users, Operand<TFloat32> items) {
    return Scores.ofLists(
        pass.tf(), Cosine.normalize(pass.tf(), users), Cosine.normalize(pass.tf(), items));
  }

  @Override
  public Operand<TFloat32> ofAll(Pass pass, Operand<TFloat32> users, Operand<TFloat32> items) {
    Operand<TFloat32> cosines =
        Scores.ofAll(pass, Cosine.normalize(pass.tf(), users), Cosine.normalize(pass.tf(), items));
    return Double.isInfinite(floor)
        ? cosines
        : pass.tf().math.maximum(cosines, pass.tf().constant((float) floor));
  }
}
