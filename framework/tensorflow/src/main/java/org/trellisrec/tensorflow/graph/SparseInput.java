package org.trellisrec.tensorflow.graph;

import java.nio.IntBuffer;
import java.util.function.Function;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TInt64;
import org.trellisrec.data.Interactions;

/**
 * A sparse matrix as input, a row per entity, n x width: for instance their interactions. The
 * product and its gradient cost two floating-point operations per entry and column, whatever the
 * width. On a CPU this is several times faster than gathering dense rows wherever less than a third
 * of the cells are filled.
 *
 * <p>Entries are fed column by column. The product then goes through the rows of the dense matrix
 * once, one after the other, and so does its gradient; what they jump about in has a row per entity
 * of the batch only, and stays in the cache. This halves the time of both. No sum changes its
 * order.
 */
public final class SparseInput {
  /**
   * Room for the rows of the entries, and then for their cells, while they are put in order. It is
   * kept because collecting the garbage would cost more than filling it.
   */
  private static final ThreadLocal<int[]> SPARE = ThreadLocal.withInitial(() -> new int[0]);

  private final Ops tf;
  private final Placeholder<TInt32> cells;
  private final Operand<TFloat32> values;
  private final Placeholder<TInt64> shape;
  private final Function<Entities, Interactions> matrix;
  private final boolean binary;

  /**
   * @param matrix the rows of all entities
   * @param binary true if every entry counts 1, false if it counts its rating
   */
  SparseInput(Ops tf, String name, Function<Entities, Interactions> matrix, boolean binary) {
    this.tf = tf;
    this.matrix = matrix;
    this.binary = binary;
    cells =
        tf.withName(name + ".cells").placeholder(TInt32.class, Placeholder.shape(Shape.of(-1, 2)));
    values = binary ? ones() : tf.withName(name + ".values").placeholder(TFloat32.class);
    shape = tf.withName(name + ".shape").placeholder(TInt64.class);
  }

  private Operand<TFloat32> ones() {
    Operand<TInt32> entries =
        tf.slice(tf.shape(cells), tf.constant(new int[] {0}), tf.constant(new int[] {1}));
    return tf.fill(entries, tf.constant(1f));
  }

  /**
   * The product with a dense matrix.
   *
   * @param dense width x p
   * @return n x p
   */
  public Operand<TFloat32> times(Operand<TFloat32> dense) {
    return matrix().times(dense);
  }

  /** The matrix, for more than a product. */
  public SparseMatrix matrix() {
    return new SparseMatrix(tf, cells, values, shape);
  }

  void fill(Entities entities, Feeds feeds) {
    Interactions rows = matrix.apply(entities);
    // Where each column starts, and after its entries are placed, where it ends.
    int[] ends = columnStarts(rows, entities.indices());
    int size = ends[rows.columns()];
    int[] spare = spare(3 * size);
    float[] entries = new float[binary ? 0 : size];
    for (int row = 0; row < entities.size(); row++) {
      int entity = entities.indices()[row];
      for (int p = rows.start(entity); p < rows.end(entity); p++) {
        int at = ends[rows.column(p)]++;
        spare[at] = row;
        if (!binary) {
          entries[at] = rows.rating(p);
        }
      }
    }
    int entry = 0;
    int next = size;
    for (int column = 0; column < rows.columns(); column++) {
      for (; entry < ends[column]; entry++) {
        spare[next++] = spare[entry];
        spare[next++] = column;
      }
    }
    feeds.put(cells, IntBuffer.wrap(spare, size, 2 * size), size, 2);
    if (!binary) {
      feeds.put(values, entries, size);
    }
    feeds.put(shape, new long[] {entities.size(), rows.columns()}, 2);
  }

  /** Number of entries before each column, and at the end of all of them. */
  private static int[] columnStarts(Interactions rows, int[] entities) {
    int[] starts = new int[rows.columns() + 1];
    for (int entity : entities) {
      for (int p = rows.start(entity); p < rows.end(entity); p++) {
        starts[rows.column(p) + 1]++;
      }
    }
    for (int column = 0; column < rows.columns(); column++) {
      starts[column + 1] += starts[column];
    }
    return starts;
  }

  private static int[] spare(int size) {
    if (SPARE.get().length < size) {
      SPARE.set(new int[size + size / 4]);
    }
    return SPARE.get();
  }
}
