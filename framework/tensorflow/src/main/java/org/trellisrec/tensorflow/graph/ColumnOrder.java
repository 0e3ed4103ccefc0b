package org.trellisrec.tensorflow.graph;

import java.util.Arrays;
import org.trellisrec.data.Interactions;

/**
 * Puts the entries of some rows of a matrix in order column by column. Where they are a large share
 * of all entries, by going through the transposed matrix, which is kept, and leaving out those of
 * other rows; otherwise by counting.
 */
final class ColumnOrder {
  /** Entries that are passed over in the time that it takes to put one in order. */
  private static final int PASSED = 4;

  private final boolean binary;
  private volatile Transposed transposed;

  private record Transposed(Interactions rows, Interactions byColumn) {}

  /**
   * @param binary true if the ratings are not asked for
   */
  ColumnOrder(boolean binary) {
    this.binary = binary;
  }

  /** Where the cells start in an array of {@code 3 * size + 2} numbers. */
  static int cellsFrom(int size) {
    return size;
  }

  /**
   * Places the cells, row and column each.
   *
   * @param entities the rows, of which the first is row 0
   * @param size number of their entries
   * @param into from {@link #cellsFrom} on; what is before serves as room on the way
   * @param ratings of the entries, unless they are not asked for
   */
  void place(int[] entities, Interactions rows, int size, int[] into, float[] ratings) {
    int[] rowOf = PASSED * (long) size < rows.size() ? null : rowOf(entities, rows.rows());
    if (rowOf == null) {
      count(entities, rows, size, into, ratings);
    } else {
      pass(rowOf, byColumn(rows), size, into, ratings);
    }
  }

  /** The row of every entity, -1 for those that have none; null if one has several. */
  private static int[] rowOf(int[] entities, int size) {
    int[] rowOf = new int[size];
    Arrays.fill(rowOf, -1);
    for (int row = 0; row < entities.length; row++) {
      if (rowOf[entities[row]] >= 0) {
        return null;
      }
      rowOf[entities[row]] = row;
    }
    return rowOf;
  }

  private Interactions byColumn(Interactions rows) {
    Transposed known = transposed;
    if (known == null || known.rows != rows) {
      known = new Transposed(rows, rows.transpose());
      transposed = known;
    }
    return known.byColumn;
  }

  private void pass(int[] rowOf, Interactions byColumn, int size, int[] into, float[] ratings) {
    int next = cellsFrom(size);
    int entry = 0;
    for (int column = 0; column < byColumn.rows(); column++) {
      for (int p = byColumn.start(column); p < byColumn.end(column); p++) {
        int row = rowOf[byColumn.column(p)];
        into[next] = row;
        into[next + 1] = column;
        if (!binary && row >= 0) {
          ratings[entry++] = byColumn.rating(p);
        }
        // What is kept or not is as good as random, and no branch can be foreseen.
        next += 2 * (~row >>> 31);
      }
    }
  }

  private void count(int[] entities, Interactions rows, int size, int[] into, float[] ratings) {
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
    int next = cellsFrom(size);
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
}
