package org.trellisrec.recommenders.math;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.trellisrec.spi.InputException;

/** A matrix of floats outside the Java heap, row by row, as native BLAS wants it. */
public final class DenseMatrix implements AutoCloseable {
  private static final double GIB = 1 << 30;

  private final int rows;
  private final int columns;
  private final FloatPointer values;

  /**
   * A matrix whose entries are undefined.
   *
   * @throws InputException if there is not enough memory
   */
  public DenseMatrix(int rows, int columns) {
    this.rows = rows;
    this.columns = columns;
    long size = (long) rows * columns;
    try {
      this.values = new FloatPointer(Math.max(1, size));
    } catch (OutOfMemoryError e) {
      throw new InputException(
          "a %d x %d matrix takes %.1f GiB outside the Java heap, but only %.1f GiB are allowed and"
              + " %.1f GiB free; give Java more memory (-Xmx sets this limit too), or drop rare items"
              + " with a prefilter such as item_k_core",
          rows,
          columns,
          size * Float.BYTES / GIB,
          Pointer.maxBytes() / GIB,
          Pointer.availablePhysicalBytes() / GIB);
    }
  }

  /** Number of rows. */
  public int rows() {
    return rows;
  }

  /** Number of columns. */
  public int columns() {
    return columns;
  }

  /** Where an entry lies. Never closed: that would free the whole matrix. */
  FloatPointer at(int row, int column) {
    return values.getPointer((long) row * columns + column);
  }

  /** Writes the first {@code count} entries of {@code source} at the start of a row. */
  public void setRow(int row, float[] source, int count) {
    setRow(row, 0, source, count);
  }

  /** Writes the first {@code count} entries of {@code source} from a column on. */
  public void setRow(int row, int column, float[] source, int count) {
    at(row, column).put(source, 0, count);
  }

  /** Reads {@code count} entries from a column on. */
  public void getRow(int row, int column, float[] target, int count) {
    at(row, column).get(target, 0, count);
  }

  @Override
  public void close() {
    values.close();
  }
}
