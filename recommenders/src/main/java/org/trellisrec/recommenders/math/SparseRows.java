package org.trellisrec.recommenders.math;

import java.util.Arrays;
import java.util.function.IntPredicate;
import org.trellisrec.data.Interactions;

/**
 * A sparse matrix in compressed-row form with open arrays, for inner loops. Nobody changes the
 * arrays once it is built.
 *
 * @param columns number of columns
 * @param starts row {@code r} occupies positions {@code starts[r]} to {@code starts[r + 1]}
 * @param column the column of every position, ascending within a row
 * @param value the value of every position
 */
public record SparseRows(int columns, int[] starts, int[] column, float[] value) {

  /**
   * The rows of {@code source}.
   *
   * @param binary true to take every rating as 1
   */
  public static SparseRows of(Interactions source, boolean binary) {
    int[] starts = new int[source.rows() + 1];
    int[] column = new int[source.size()];
    float[] value = new float[source.size()];
    for (int row = 0; row < source.rows(); row++) {
      starts[row + 1] = source.end(row);
    }
    for (int p = 0; p < column.length; p++) {
      column[p] = source.column(p);
    }
    if (binary) {
      Arrays.fill(value, 1f);
    } else {
      for (int p = 0; p < value.length; p++) {
        value[p] = source.rating(p);
      }
    }
    return new SparseRows(source.columns(), starts, column, value);
  }

  /**
   * The matrix with these rows.
   *
   * @param column the columns of every row, ascending
   * @param value the values of every row
   */
  public static SparseRows of(int columns, int[][] column, float[][] value) {
    int[] starts = new int[column.length + 1];
    for (int row = 0; row < column.length; row++) {
      starts[row + 1] = Math.addExact(starts[row], column[row].length);
    }
    int[] allColumns = new int[starts[column.length]];
    float[] allValues = new float[allColumns.length];
    for (int row = 0; row < column.length; row++) {
      System.arraycopy(column[row], 0, allColumns, starts[row], column[row].length);
      System.arraycopy(value[row], 0, allValues, starts[row], value[row].length);
    }
    return new SparseRows(columns, starts, allColumns, allValues);
  }

  /** Number of rows. */
  public int rows() {
    return starts.length - 1;
  }

  /** Number of entries. */
  public int size() {
    return column.length;
  }

  /** First position of {@code row}. */
  public int start(int row) {
    return starts[row];
  }

  /** One past the last position of {@code row}. */
  public int end(int row) {
    return starts[row + 1];
  }

  /** The same entries with other values. */
  public SparseRows withValues(float[] other) {
    return new SparseRows(columns, starts, column, other);
  }

  /**
   * The same rows with these columns only, renumbered in their order.
   *
   * @param kept ascending; every entry lies in one of these columns
   */
  public SparseRows selectColumns(int[] kept) {
    if (kept.length == columns) {
      return this;
    }
    int[] renumbered = new int[columns];
    for (int index = 0; index < kept.length; index++) {
      renumbered[kept[index]] = index;
    }
    int[] newColumn = new int[size()];
    for (int p = 0; p < newColumn.length; p++) {
      newColumn[p] = renumbered[column[p]];
    }
    return new SparseRows(kept.length, starts, newColumn, value);
  }

  /** The same with some of the rows; all others are empty. */
  public SparseRows keepRows(IntPredicate kept) {
    int[] newStarts = new int[starts.length];
    for (int row = 0; row < rows(); row++) {
      newStarts[row + 1] = newStarts[row] + (kept.test(row) ? end(row) - start(row) : 0);
    }
    int[] newColumn = new int[newStarts[rows()]];
    float[] newValue = new float[newColumn.length];
    for (int row = 0; row < rows(); row++) {
      int size = newStarts[row + 1] - newStarts[row];
      System.arraycopy(column, start(row), newColumn, newStarts[row], size);
      System.arraycopy(value, start(row), newValue, newStarts[row], size);
    }
    return new SparseRows(columns, newStarts, newColumn, newValue);
  }

  /** Columns become rows. */
  public SparseRows transpose() {
    int[] newStarts = new int[columns + 1];
    for (int c : column) {
      newStarts[c + 1]++;
    }
    for (int c = 0; c < columns; c++) {
      newStarts[c + 1] += newStarts[c];
    }
    int[] next = Arrays.copyOf(newStarts, columns);
    int[] newColumn = new int[size()];
    float[] newValue = new float[size()];
    for (int row = 0; row < rows(); row++) {
      for (int p = start(row); p < end(row); p++) {
        int target = next[column[p]]++;
        newColumn[target] = row;
        newValue[target] = value[p];
      }
    }
    return new SparseRows(rows(), newStarts, newColumn, newValue);
  }

  /** Adds {@code factor} times {@code row} to a dense vector with one entry per column. */
  public void addRow(int row, float factor, float[] sum) {
    int to = end(row);
    for (int p = start(row); p < to; p++) {
      sum[column[p]] += factor * value[p];
    }
  }
}
