package org.trellisrec.tensorflow.graph;

import java.util.Arrays;
import org.trellisrec.data.Interactions;

/**
 * Puts the entries of some rows of a matrix in order column by column. Where they are a large share
 * of all entries, and the matrix is not seen for the first time, by going through its transpose,
 * which is kept, and leaving out those of other rows; otherwise by counting. Within a column they
 * come in the order of the entities' indices, whichever way is taken.
 */
final class ColumnOrder {
  /** Entries that are passed over in the time that it takes to put one in order. */
  private static final int PASSED = 4;

  private final boolean binary;
  private volatile Interactions lastLarge;
  private volatile Transposed transposed;

  /**
   * @param binary true if the ratings are not asked for
   */
  ColumnOrder(boolean binary) {
    this.binary = binary;
  }

  /** Length of the array that {@link #place} fills. */
  static int roomFor(int size) {
    return 3 * size + 2;
  }

  /** Where the cells start in it. */
  static int cellsFrom(int size) {
    return size;
  }

  /**
   * Places the cells, row and column each.
   *
   * @param entities the rows, of which the first is row 0; none twice
   * @param size number of their entries
   * @param into from {@link #cellsFrom} on; what is before serves as room on the way
   * @param ratings of the entries, unless they are not asked for
   */
  void place(int[] entities, Interactions rows, int size, int[] into, float[] ratings) {
    Transposed known = PASSED * (long) size < rows.size() ? null : known(rows);
    if (known == null) {
      count(entities, rows, size, into, ratings);
    } else {
      known.pass(entities, size, into, binary ? null : ratings);
    }
  }

  /** The transpose, null at the first call: many matrices are seen once. */
  private Transposed known(Interactions rows) {
    Transposed known = transposed;
    if (known != null && known.rows == rows) {
      return known;
    }
    if (lastLarge != rows) {
      lastLarge = rows;
      return null;
    }
    known = Transposed.of(rows, binary);
    transposed = known;
    return known;
  }

  /**
   * Where the entries of every column are.
   *
   * @param starts the first one of each column, and the end
   * @param entityOf the row of each
   * @param positionOf its position in the rows, unless ratings are not asked for
   */
  private record Transposed(Interactions rows, int[] starts, int[] entityOf, int[] positionOf) {
    static Transposed of(Interactions rows, boolean binary) {
      int[] starts = new int[rows.columns() + 1];
      for (int p = 0; p < rows.size(); p++) {
        starts[rows.column(p) + 1]++;
      }
      Arrays.parallelPrefix(starts, Integer::sum);
      int[] next = starts.clone();
      int[] entityOf = new int[rows.size()];
      int[] positionOf = new int[binary ? 0 : rows.size()];
      for (int entity = 0; entity < rows.rows(); entity++) {
        for (int p = rows.start(entity); p < rows.end(entity); p++) {
          int at = next[rows.column(p)]++;
          entityOf[at] = entity;
          if (!binary) {
            positionOf[at] = p;
          }
        }
      }
      return new Transposed(rows, starts, entityOf, positionOf);
    }

    void pass(int[] entities, int size, int[] into, float[] ratings) {
      int[] rowOf = new int[rows.rows()];
      Arrays.fill(rowOf, -1);
      for (int row = 0; row < entities.length; row++) {
        rowOf[entities[row]] = row;
      }
      int next = cellsFrom(size);
      int entry = 0;
      for (int column = 0; column < rows.columns(); column++) {
        for (int p = starts[column]; p < starts[column + 1]; p++) {
          int row = rowOf[entityOf[p]];
          into[next] = row;
          into[next + 1] = column;
          if (ratings != null && row >= 0) {
            ratings[entry++] = rows.rating(positionOf[p]);
          }
          // A branch on what is as good as random would cost more than what it saves to write.
          next += 2 * (~row >>> 31);
        }
      }
    }
  }

  private void count(int[] entities, Interactions rows, int size, int[] into, float[] ratings) {
    // Where the entries of each column start, and once they are placed, where they end.
    int[] ends = columnStarts(rows, entities);
    for (long entityAndRow : byEntity(entities)) {
      int entity = (int) (entityAndRow >> Integer.SIZE);
      for (int p = rows.start(entity); p < rows.end(entity); p++) {
        int at = ends[rows.column(p)]++;
        into[at] = (int) entityAndRow;
        if (!binary) {
          ratings[at] = rows.rating(p);
        }
      }
    }
    int entry = 0;
    int next = cellsFrom(size);
    for (int column = 0; column < rows.columns(); column++) {
      for (; entry < ends[column]; entry++) {
        into[next++] = into[entry];
        into[next++] = column;
      }
    }
  }

  /** The entities in ascending order, in the upper halves, and their rows in the lower ones. */
  private static long[] byEntity(int[] entities) {
    long[] order = new long[entities.length];
    for (int row = 0; row < entities.length; row++) {
      order[row] = ((long) entities[row] << Integer.SIZE) | row;
    }
    Arrays.sort(order);
    return order;
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
}
