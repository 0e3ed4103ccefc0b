package org.trellisrec.recommenders.graph;

import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.trellisrec.data.Interactions;
import org.trellisrec.tensorflow.graph.SparseMatrix;

/**
 * The bipartite graph of training interactions with symmetric normalisation: the edge of user u and
 * item i weighs {@code 1 / sqrt(n_u n_i)}, with the numbers of their edges. Ratings do not count.
 * Only the users x items block is kept; the other one is its transpose.
 */
final class NormalizedGraph {
  private final SparseMatrix edges;

  /**
   * The graph as constants.
   *
   * @param train users x items
   */
  NormalizedGraph(Ops tf, Interactions train) {
    int size = train.size();
    int[] itemDegrees = train.columnCounts();
    int[] cells = new int[2 * size];
    float[] weights = new float[size];
    for (int user = 0; user < train.rows(); user++) {
      for (int p = train.start(user); p < train.end(user); p++) {
        cells[2 * p] = user;
        cells[2 * p + 1] = train.column(p);
        double degrees = (double) train.count(user) * itemDegrees[train.column(p)];
        weights[p] = (float) (1 / Math.sqrt(degrees));
      }
    }
    edges =
        new SparseMatrix(
            tf,
            tf.constant(Shape.of(size, 2), DataBuffers.of(cells)),
            tf.constant(Shape.of(size), DataBuffers.of(weights)),
            tf.constant(new long[] {train.rows(), train.columns()}));
  }

  /** What users receive from their items: items x d to users x d. */
  Operand<TFloat32> toUsers(Operand<TFloat32> items) {
    return edges.times(items);
  }

  /** What items receive from their users: users x d to items x d. */
  Operand<TFloat32> toItems(Operand<TFloat32> users) {
    return edges.transposedTimes(users);
  }
}
