package org.trellisrec.recommenders.graph;

import java.util.Arrays;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.op.linalg.MatMul;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.trellisrec.data.Interactions;
import org.trellisrec.tensorflow.graph.SparseMatrix;

/**
 * The bipartite graph of training interactions with symmetric normalisation: the edge of user u and
 * item i weighs {@code 1 / sqrt(n_u n_i)}, with the numbers of their edges. Ratings do not count.
 * Only the users x items block is kept; the other one is its transpose.
 *
 * <p>Edges between the nodes of the {@link DenseCore} are kept as a dense matrix, all others as a
 * sparse one. A product is the sum of both. The sparse edges go through the users in tiles, and
 * item by item within a tile: the vectors of a tile stay in the first cache of a processor, and as
 * one user's edges are not next to each other, no sum waits for the one before.
 */
final class NormalizedGraph {
  /** Users of a tile; 64 values of each take 32 KB. */
  private static final int TILE = 128;

  private final Ops tf;
  private final SparseMatrix edges;
  private final Core core;

  /** The dense part: its weights, users x items, and where they belong. */
  private record Core(Operand<TFloat32> weights, Operand<TInt32> users, Operand<TInt32> items) {}

  /**
   * The graph as constants.
   *
   * @param train users x items
   * @param dense which part of it to keep as a dense matrix
   */
  NormalizedGraph(Ops tf, Interactions train, DenseCore dense) {
    this.tf = tf;
    int[] rows = places(dense.users(), train.rows());
    int[] columns = places(dense.items(), train.columns());
    int[] itemDegrees = train.columnCounts();
    float[] ofCore = new float[dense.cells()];
    int[] cells = new int[2 * train.size()];
    float[] weights = new float[train.size()];
    int size = 0;
    for (int from = 0; from < train.rows(); from += TILE) {
      for (long edge : itemByItem(train, from, Math.min(train.rows(), from + TILE))) {
        int item = (int) (edge >> Integer.SIZE);
        int user = (int) edge;
        float weight = (float) (1 / Math.sqrt((double) train.count(user) * itemDegrees[item]));
        if (rows[user] >= 0 && columns[item] >= 0) {
          ofCore[rows[user] * dense.items().length + columns[item]] += weight;
        } else {
          cells[2 * size] = user;
          cells[2 * size + 1] = item;
          weights[size++] = weight;
        }
      }
    }
    edges =
        new SparseMatrix(
            tf,
            tf.constant(Shape.of(size, 2), DataBuffers.of(Arrays.copyOf(cells, 2 * size))),
            tf.constant(Shape.of(size), DataBuffers.of(Arrays.copyOf(weights, size))),
            tf.constant(new long[] {train.rows(), train.columns()}));
    core =
        dense.isEmpty()
            ? null
            : new Core(
                tf.constant(
                    Shape.of(dense.users().length, dense.items().length), DataBuffers.of(ofCore)),
                tf.constant(dense.users()),
                tf.constant(dense.items()));
  }

  /** The edges of some users, the item in the upper half and the user in the lower one. */
  private static long[] itemByItem(Interactions train, int from, int to) {
    long[] edges = new long[train.start(to) - train.start(from)];
    int next = 0;
    for (int user = from; user < to; user++) {
      for (int p = train.start(user); p < train.end(user); p++) {
        edges[next++] = ((long) train.column(p) << Integer.SIZE) | user;
      }
    }
    Arrays.sort(edges);
    return edges;
  }

  /** Where each of {@code size} entities is among {@code some}; -1 where it is not. */
  private static int[] places(int[] some, int size) {
    int[] places = new int[size];
    Arrays.fill(places, -1);
    for (int place = 0; place < some.length; place++) {
      places[some[place]] = place;
    }
    return places;
  }

  /** What users receive from their items: items x d to users x d. */
  Operand<TFloat32> toUsers(Operand<TFloat32> items) {
    Operand<TFloat32> received = edges.times(items);
    return core == null
        ? received
        : plus(received, core.users, tf.linalg.matMul(core.weights, rows(items, core.items)));
  }

  /** What items receive from their users: users x d to items x d. */
  Operand<TFloat32> toItems(Operand<TFloat32> users) {
    Operand<TFloat32> received = edges.transposedTimes(users);
    return core == null
        ? received
        : plus(
            received,
            core.items,
            tf.linalg.matMul(core.weights, rows(users, core.users), MatMul.transposeA(true)));
  }

  private Operand<TFloat32> rows(Operand<TFloat32> all, Operand<TInt32> some) {
    return tf.gather(all, some, tf.constant(0));
  }

  private Operand<TFloat32> plus(
      Operand<TFloat32> all, Operand<TInt32> some, Operand<TFloat32> more) {
    return tf.scatterNdNonAliasingAdd(all, tf.expandDims(some, tf.constant(1)), more);
  }
}
