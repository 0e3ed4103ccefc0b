package org.trellisrec.data;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * An immutable sparse matrix of interactions in compressed-row form: rows are users and columns are
 * items, unless it was {@linkplain #transpose() transposed}. Entries carry a rating (1 when the
 * source has none) and, where the source has them, a timestamp.
 *
 * <p>Within a row, entries are sorted by column; entries of the same (row, column) pair are allowed
 * and keep the order in which they were given. A <i>position</i> is the index of an entry in the
 * whole matrix, in {@code [0, size)}.
 *
 * <p>Heap cost per entry: 4 bytes for the column, 0 to 4 for the rating, 0, 4 or 8 for the
 * timestamp.
 */
public final class Interactions {
  private final int columns;
  private final int[] starts;
  private final int[] columnOf;
  private final FloatColumn values;
  private final LongColumn timestamps;

  private Interactions(
      int columns, int[] starts, int[] columnOf, FloatColumn values, LongColumn timestamps) {
    this.columns = columns;
    this.starts = starts;
    this.columnOf = columnOf;
    this.values = values;
    this.timestamps = timestamps;
  }

  /** The matrix of this shape without any entry. */
  public static Interactions empty(int rows, int columns) {
    return new Interactions(columns, new int[rows + 1], new int[0], FloatColumn.constant(1f), null);
  }

  /**
   * Builds a matrix from coordinates in any order.
   *
   * @param rows number of rows; every entry of {@code rowOf} is in {@code [0, rows)}
   * @param columns number of columns; every entry of {@code columnOf} is in {@code [0, columns)}
   * @param ratings one rating per entry, or null for all 1
   * @param timestamps one timestamp per entry, or null for none
   * @throws IllegalArgumentException if the arrays differ in length or an index is outside the
   *     shape
   */
  public static Interactions of(
      int rows, int columns, int[] rowOf, int[] columnOf, float[] ratings, long[] timestamps) {
    int size = rowOf.length;
    requireLength(size, columnOf.length, "columns");
    requireIndices(rowOf, rows, "row");
    requireIndices(columnOf, columns, "column");
    int[] byColumn = stableOrder(columnOf, columns, null);
    int[] order = stableOrder(rowOf, rows, byColumn);
    int[] starts = starts(rowOf, rows);
    int[] sorted = new int[size];
    for (int i = 0; i < size; i++) {
      sorted[i] = columnOf[order[i]];
    }
    FloatColumn values = FloatColumn.constant(1f);
    if (ratings != null) {
      requireLength(size, ratings.length, "ratings");
      values = FloatColumn.of(ratings).gather(order, size);
    }
    LongColumn times = null;
    if (timestamps != null) {
      requireLength(size, timestamps.length, "timestamps");
      times = LongColumn.of(timestamps).gather(order, size);
    }
    return new Interactions(columns, starts, sorted, values, times);
  }

  /**
   * Takes over arrays that are already in row order.
   *
   * @param columns number of columns; every entry of {@code columnOf} is in {@code [0, columns)}
   * @param starts first position of every row, and the number of entries at the end
   * @param columnOf column of every entry, not descending within a row
   * @param ratings one rating per entry
   * @param timestamps one timestamp per entry, or null for none
   * @throws IllegalArgumentException if the rows or columns are out of order or outside the shape
   */
  public static Interactions ofRows(
      int columns, int[] starts, int[] columnOf, FloatColumn ratings, LongColumn timestamps) {
    requireLength(starts[starts.length - 1], columnOf.length, "columns");
    requireIndices(columnOf, columns, "column");
    for (int row = 0; row + 1 < starts.length; row++) {
      for (int p = starts[row] + 1; p < starts[row + 1]; p++) {
        if (columnOf[p - 1] > columnOf[p]) {
          throw new IllegalArgumentException(
              "row %d has column %d before %d".formatted(row, columnOf[p - 1], columnOf[p]));
        }
      }
    }
    return new Interactions(columns, starts, columnOf, ratings, timestamps);
  }

  /** Number of rows (users). */
  public int rows() {
    return starts.length - 1;
  }

  /** Number of columns (items). */
  public int columns() {
    return columns;
  }

  /** Number of entries. */
  public int size() {
    return columnOf.length;
  }

  /** First position of {@code row}. */
  public int start(int row) {
    return starts[row];
  }

  /** One past the last position of {@code row}. */
  public int end(int row) {
    return starts[row + 1];
  }

  /** Number of entries of {@code row}. */
  public int count(int row) {
    return starts[row + 1] - starts[row];
  }

  /** The column of the entry at {@code position}. */
  public int column(int position) {
    return columnOf[position];
  }

  /** The rating of the entry at {@code position}; 1 if the source has no ratings. */
  public float rating(int position) {
    return values.get(position);
  }

  /** True if the entries carry timestamps. */
  public boolean hasTimestamps() {
    return timestamps != null;
  }

  /**
   * The timestamp of the entry at {@code position}, in the unit of the source.
   *
   * @throws IllegalStateException if there are no timestamps
   */
  public long timestamp(int position) {
    if (timestamps == null) {
      throw new IllegalStateException("these interactions have no timestamps");
    }
    return timestamps.get(position);
  }

  /** The columns of {@code row}, ascending, as a new array. */
  public int[] columnsOf(int row) {
    return Arrays.copyOfRange(columnOf, starts[row], starts[row + 1]);
  }

  /** The position of an entry (row, column), or a negative number if there is none. */
  public int find(int row, int column) {
    return Arrays.binarySearch(columnOf, starts[row], starts[row + 1], column);
  }

  /** True if there is an entry (row, column). */
  public boolean contains(int row, int column) {
    return find(row, column) >= 0;
  }

  /** Entries per column, as a new array of length {@link #columns()}. */
  public int[] columnCounts() {
    int[] counts = new int[columns];
    for (int column : columnOf) {
      counts[column]++;
    }
    return counts;
  }

  /** The row of every position, as a new array of length {@link #size()}. */
  public int[] rowOfPositions() {
    int[] rowOf = new int[size()];
    for (int row = 0; row < rows(); row++) {
      Arrays.fill(rowOf, starts[row], starts[row + 1], row);
    }
    return rowOf;
  }

  /** The entries whose position passes {@code keep}, in a matrix of the same shape. */
  public Interactions filter(IntPredicate keep) {
    int[] positions = new int[size()];
    int[] newStarts = new int[starts.length];
    int kept = 0;
    for (int row = 0; row < rows(); row++) {
      for (int p = starts[row]; p < starts[row + 1]; p++) {
        if (keep.test(p)) {
          positions[kept++] = p;
        }
      }
      newStarts[row + 1] = kept;
    }
    int[] newColumns = new int[kept];
    for (int i = 0; i < kept; i++) {
      newColumns[i] = columnOf[positions[i]];
    }
    return new Interactions(
        columns,
        newStarts,
        newColumns,
        values.gather(positions, kept),
        gatherTimes(positions, kept));
  }

  /**
   * The entries of both matrices; entries of the same pair stand side by side, this one's first.
   *
   * @throws IllegalArgumentException if the shapes differ
   */
  public Interactions plus(Interactions other) {
    if (other.rows() != rows() || other.columns != columns) {
      throw new IllegalArgumentException("cannot add %s to %s".formatted(other, this));
    }
    if (other.size() == 0) {
      return this;
    }
    int size = Math.addExact(size(), other.size());
    int[] rowOf = Arrays.copyOf(rowOfPositions(), size);
    int[] allColumns = Arrays.copyOf(columnOf, size);
    float[] ratings = new float[size];
    boolean timed = timestamps != null && other.timestamps != null;
    long[] times = timed ? new long[size] : null;
    System.arraycopy(other.rowOfPositions(), 0, rowOf, size(), other.size());
    System.arraycopy(other.columnOf, 0, allColumns, size(), other.size());
    for (int i = 0; i < size; i++) {
      Interactions source = i < size() ? this : other;
      int position = i < size() ? i : i - size();
      ratings[i] = source.rating(position);
      if (timed) {
        times[i] = source.timestamp(position);
      }
    }
    return of(rows(), columns, rowOf, allColumns, ratings, times);
  }

  private LongColumn gatherTimes(int[] positions, int count) {
    return timestamps == null ? null : timestamps.gather(positions, count);
  }

  /** These entries with other ratings, one for each position. */
  public Interactions withRatings(float[] ratings) {
    requireLength(size(), ratings.length, "ratings");
    return new Interactions(columns, starts, columnOf, FloatColumn.of(ratings), timestamps);
  }

  /** These entries with every rating set to 1. */
  public Interactions binary() {
    return new Interactions(columns, starts, columnOf, FloatColumn.constant(1f), timestamps);
  }

  /**
   * The same entries seen from the other side: rows become columns. Costs a full pass; timestamps
   * are kept.
   *
   * @return a matrix of {@link #columns()} rows and {@link #rows()} columns
   */
  public Interactions transpose() {
    int[] order = stableOrder(columnOf, columns, null);
    int[] rowOf = rowOfPositions();
    int[] newColumns = new int[size()];
    for (int i = 0; i < newColumns.length; i++) {
      newColumns[i] = rowOf[order[i]];
    }
    return new Interactions(
        rows(),
        starts(columnOf, columns),
        newColumns,
        values.gather(order, size()),
        gatherTimes(order, size()));
  }

  /** Heap bytes held by the arrays. */
  public long bytes() {
    return (long) Integer.BYTES * (starts.length + columnOf.length)
        + values.bytes()
        + (timestamps == null ? 0 : timestamps.bytes());
  }

  @Override
  public String toString() {
    return "Interactions[%d x %d, %d entries]".formatted(rows(), columns, size());
  }

  private static int[] starts(int[] keys, int bound) {
    int[] starts = new int[bound + 1];
    for (int key : keys) {
      starts[key + 1]++;
    }
    for (int i = 0; i < bound; i++) {
      starts[i + 1] += starts[i];
    }
    return starts;
  }

  /**
   * Counting sort: positions ordered by key, those of equal key in the order of {@code base} (null:
   * ascending).
   */
  private static int[] stableOrder(int[] keys, int bound, int[] base) {
    int[] next = starts(keys, bound);
    int[] order = new int[keys.length];
    for (int i = 0; i < keys.length; i++) {
      int position = base == null ? i : base[i];
      order[next[keys[position]]++] = position;
    }
    return order;
  }

  private static void requireLength(int expected, int found, String what) {
    if (expected != found) {
      throw new IllegalArgumentException(
          "expected %d %s, one per entry, but found %d".formatted(expected, what, found));
    }
  }

  private static void requireIndices(int[] indices, int bound, String what) {
    for (int index : indices) {
      if (index < 0 || index >= bound) {
        throw new IllegalArgumentException(
            "%s %d is outside [0, %d)".formatted(what, index, bound));
      }
    }
  }
}
