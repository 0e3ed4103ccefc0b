package org.trellisrec.recommenders.graph;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.op.linalg.MatMul;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TInt64;
import org.trellisrec.data.Interactions;
import org.trellisrec.tensorflow.graph.DenseProduct;
import org.trellisrec.tensorflow.graph.Pass;
import org.trellisrec.tensorflow.graph.RaggedRows;
import org.trellisrec.tensorflow.graph.SparseMatrix;

/**
 * The bipartite graph of training interactions with symmetric normalisation: the edge of user u and
 * item i weighs {@code 1 / sqrt(n_u n_i)}, with the numbers of their edges. Ratings do not count.
 * Only the users x items block is kept; the other one is its transpose.
 *
 * <p>Edges between the nodes of the {@link DenseCore} are kept as a dense matrix, all others as a
 * sparse one. A product is the sum of both. The sparse edges go through the users in tiles, and
 * item by item within a tile: the vectors of a tile stay in the first cache of a processor, and as
 * one user's edges are not next to each other, no sum waits for the one before. They are also kept
 * user by user, for what only some users are to receive.
 */
final class NormalizedGraph {
  /** Users of a tile; 64 values of each take 32 KB. */
  private static final int TILE = 128;

  private final Ops tf;
  private final SparseMatrix edges;
  private final RaggedRows edgesByUser;
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
    Edges byUser = new Edges(train.size());
    int[] starts = new int[train.rows() + 1];
    for (int user = 0; user < train.rows(); user++) {
      for (int p = train.start(user); p < train.end(user); p++) {
        int item = train.column(p);
        float weight = (float) (1 / Math.sqrt((double) train.count(user) * itemDegrees[item]));
        if (rows[user] >= 0 && columns[item] >= 0) {
          ofCore[rows[user] * dense.items().length + columns[item]] += weight;
        } else {
          byUser.add(user, item, weight);
        }
      }
      starts[user + 1] = byUser.size;
    }
    Edges tiled = new Edges(train.size());
    for (int from = 0; from < train.rows(); from += TILE) {
      int to = Math.min(train.rows(), from + TILE);
      for (int edge : byUser.itemByItem(starts[from], starts[to])) {
        tiled.add(byUser, edge);
      }
    }
    Operand<TInt64> shape = tf.constant(new long[] {train.rows(), train.columns()});
    edges = new SparseMatrix(tf, tiled.cells(tf), tiled.weights(tf), shape);
    edgesByUser =
        new RaggedRows(tf, tf.constant(starts), byUser.cells(tf), byUser.weights(tf), shape);
    core =
        dense.isEmpty()
            ? null
            : new Core(
                tf.constant(
                    Shape.of(dense.users().length, dense.items().length), DataBuffers.of(ofCore)),
                tf.constant(dense.users()),
                tf.constant(dense.items()));
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
  Operand<TFloat32> toUsers(Pass pass, Operand<TFloat32> items) {
    return toUsers(pass, items, edges);
  }

  /**
   * What some users receive from their items: items x d to n x d.
   *
   * @param some indices of users, n
   */
  Operand<TFloat32> toUsers(Pass pass, Operand<TFloat32> items, Operand<TInt32> some) {
    return rows(toUsers(pass, items, edgesByUser.only(some)), some);
  }

  private Operand<TFloat32> toUsers(Pass pass, Operand<TFloat32> items, SparseMatrix from) {
    Operand<TFloat32> received = from.times(items);
    return core == null
        ? received
        : plus(received, core.users, DenseProduct.of(pass, core.weights, rows(items, core.items)));
  }

  /** What items receive from their users: users x d to items x d. */
  Operand<TFloat32> toItems(Pass pass, Operand<TFloat32> users) {
    Operand<TFloat32> received = edges.transposedTimes(users);
    return core == null
        ? received
        : plus(
            received,
            core.items,
            DenseProduct.of(pass, core.weights, rows(users, core.users), MatMul.transposeA(true)));
  }

  private Operand<TFloat32> rows(Operand<TFloat32> all, Operand<TInt32> some) {
    return tf.gather(all, some, tf.constant(0));
  }

  private Operand<TFloat32> plus(
      Operand<TFloat32> all, Operand<TInt32> some, Operand<TFloat32> more) {
    return tf.scatterNdNonAliasingAdd(all, tf.expandDims(some, tf.constant(1)), more);
  }

  /** Users, items and weights of edges. */
  private static final class Edges {
    private final int[] cells;
    private final float[] weights;
    private int size;

    Edges(int most) {
      cells = new int[2 * most];
      weights = new float[most];
    }

    void add(int user, int item, float weight) {
      cells[2 * size] = user;
      cells[2 * size + 1] = item;
      weights[size++] = weight;
    }

    void add(Edges from, int edge) {
      add(from.cells[2 * edge], from.cells[2 * edge + 1], from.weights[edge]);
    }

    /** The numbers of edges {@code from} to {@code to}, the lowest item first. */
    int[] itemByItem(int from, int to) {
      return IntStream.range(from, to)
          .mapToLong(edge -> ((long) cells[2 * edge + 1] << Integer.SIZE) | edge)
          .sorted()
          .mapToInt(key -> (int) key)
          .toArray();
    }

    Operand<TInt32> cells(Ops tf) {
      return tf.constant(Shape.of(size, 2), DataBuffers.of(Arrays.copyOf(cells, 2 * size)));
    }

    Operand<TFloat32> weights(Ops tf) {
      return tf.constant(Shape.of(size), DataBuffers.of(Arrays.copyOf(weights, size)));
    }
  }
}
