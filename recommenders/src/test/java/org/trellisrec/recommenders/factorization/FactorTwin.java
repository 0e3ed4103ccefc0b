package org.trellisrec.recommenders.factorization;

import org.trellisrec.recommenders.twin.Twin;
import org.trellisrec.recommenders.twin.Vectors;
import org.trellisrec.recommenders.twin.Weights;
import org.trellisrec.tensorflow.batch.Batch;

/**
 * {@code s(u, i) = p_u . q_i + b_i} in double precision, under any loss.
 *
 * @param loss of a batch, given all scores
 */
record FactorTwin(Loss loss) implements Twin {
  /** A loss over scores. */
  interface Loss {
    double of(Batch batch, double[][] scores);
  }

  @Override
  public double loss(Weights weights, Batch batch, int step) {
    return loss.of(batch, scores(weights));
  }

  @Override
  public double[][] scores(Weights weights) {
    double[][] scores =
        Vectors.dots(weights.table("embeddings/users"), weights.table("embeddings/items"));
    double[][] biases = weights.table("biases/items");
    for (double[] row : scores) {
      for (int item = 0; item < row.length; item++) {
        row[item] += biases[item][0];
      }
    }
    return scores;
  }
}
