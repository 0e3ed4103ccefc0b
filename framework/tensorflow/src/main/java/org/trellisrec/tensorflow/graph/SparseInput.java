package org.trellisrec.tensorflow.graph;

import java.nio.IntBuffer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TInt64;
import org.trellisrec.data.Interactions;
import org.trellisrec.spi.InputException;

/**
 * A sparse matrix as input, a row per entity, n x width: for instance their interactions. The
 * product and its gradient cost two floating-point operations per entry and column, whatever the
 * width. On a CPU this is several times faster than gathering dense rows wherever less than a third
 * of the cells are filled.
 *
 * <p>Where products are all that is asked for, entries are fed column by column. A product then
 * goes through the rows of the dense matrix once, one after the other, and so does its gradient;
 * what they jump about in has a row per entity of the batch only, and stays in the cache. This
 * halves the time of both. No sum changes its order.
 */
public final class SparseInput {
  /** Entries up to which the room that they are put in order in is kept, per thread: 48 MiB. */
  public static final int KEPT_ENTRIES = 1 << 22;

  private static final int ROOM_PER_ENTRY = 3;
  private static final int MOST_ENTRIES = (Integer.MAX_VALUE - 8) / ROOM_PER_ENTRY;

  /**
   * Room for the rows of the entries, and then for their cells, while they are put in order. It is
   * kept because collecting the garbage would cost more than filling it.
   */
  private static final ThreadLocal<int[]> ROOM = ThreadLocal.withInitial(() -> new int[0]);

  private final Ops tf;
  private final Placeholder<TInt32> cells;
  private final Operand<TFloat32> values;
  private final Placeholder<TInt64> shape;
  private final Function<Entities, Interactions> matrix;
  private final boolean binary;
  private boolean rowByRow;

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
    return entries().times(dense);
  }

  /** The matrix, for more than a product; entries are then fed row by row. */
  public SparseMatrix matrix() {
    rowByRow = true;
    return entries();
  }

  private SparseMatrix entries() {
    return new SparseMatrix(tf, cells, values, shape);
  }

  void fill(Entities entities, Feeds feeds) {
    Interactions rows = matrix.apply(entities);
    long entries = IntStream.of(entities.indices()).mapToLong(rows::count).sum();
    int[] room = room(entries);
    int size = (int) entries;
    float[] ratings = new float[binary ? 0 : size];
    if (rowByRow) {
      placeByRow(entities.indices(), rows, room, ratings);
    } else {
      placeByColumn(entities.indices(), rows, size, room, ratings);
    }
    int cellsFrom = rowByRow ? 0 : size;
    feeds.put(cells, IntBuffer.wrap(room, cellsFrom, 2 * size), size, 2);
    if (!binary) {
      feeds.put(values, ratings, size);
    }
    feeds.put(shape, new long[] {entities.size(), rows.columns()}, 2);
  }

  private void placeByRow(int[] entities, Interactions rows, int[] into, float[] ratings) {
    int next = 0;
    for (int row = 0; row < entities.length; row++) {
      for (int p = rows.start(entities[row]); p < rows.end(entities[row]); p++) {
        if (!binary) {
          ratings[next] = rows.rating(p);
        }
        into[2 * next] = row;
        into[2 * next + 1] = rows.column(p);
        next++;
      }
    }
  }

  /** The cells come after {@code size} numbers that are needed on the way. */
  private void placeByColumn(
      int[] entities, Interactions rows, int size, int[] into, float[] ratings) {
    // Where the entries of each column start, and once they are placed, where they end.
    int[] ends = columnStarts(rows, entities);
    for (int row = 0; row < entities.length; row++) {
      for (int p = rows.start(entities[row]); p < rows.end(entities[row]); p++) {
        int at = ends[rows.column(p)]++;
        into[at] = row;
        if (!binary) {
          ratings[at] = rows.rating(p);
        }
      }
    }
    int entry = 0;
    int next = size;
    for (int column = 0; column < rows.columns(); column++) {
      for (; entry < ends[column]; entry++) {
        into[next++] = into[entry];
        into[next++] = column;
      }
    }
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

  /** Number of entries of one of these entities. */
  int entries(Entities entities, int entity) {
    return matrix.apply(entities).count(entity);
  }

  /**
   * Room for so many entries.
   *
   * @throws InputException if no array is as long
   */
  static int[] room(long entries) {
    if (entries > MOST_ENTRIES) {
      throw new InputException(
          "the users or items of a batch have %d interactions or labels, but at most %d can be"
              + " computed with at once; lower batch_size",
          entries, MOST_ENTRIES);
    }
    int size = ROOM_PER_ENTRY * (int) entries;
    if (entries > KEPT_ENTRIES) {
      return new int[size];
    }
    if (ROOM.get().length < size) {
      ROOM.set(new int[Math.min(size + size / 4, ROOM_PER_ENTRY * KEPT_ENTRIES)]);
    }
    return ROOM.get();
  }
}
