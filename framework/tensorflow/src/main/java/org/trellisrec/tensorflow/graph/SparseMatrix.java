package org.trellisrec.tensorflow.graph;

import java.util.function.UnaryOperator;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TInt64;

/**
 * A sparse matrix in a graph, n x width. Gradients flow to what it is multiplied with, not to it.
 *
 * @param tf builds operations
 * @param cells entries x 2, row and column, in any order; cells that are given twice count twice
 * @param values one per entry
 * @param shape n and width
 */
public record SparseMatrix(
    Ops tf, Operand<TInt32> cells, Operand<TFloat32> values, Operand<TInt64> shape) {

  /**
   * The product with a dense matrix.
   *
   * @param dense width x p
   * @return n x p
   */
  public Operand<TFloat32> times(Operand<TFloat32> dense) {
    return SparseProduct.of(tf, cells, values, shape, dense);
  }

  /**
   * The product of the transpose with a dense matrix.
   *
   * @param dense n x p
   * @return width x p
   */
  public Operand<TFloat32> transposedTimes(Operand<TFloat32> dense) {
    return SparseProduct.transposed(tf, cells, values, shape, dense);
  }

  /** The sum of every row, n. */
  public Operand<TFloat32> rowSums() {
    return tf.math.unsortedSegmentSum(values, rowOfEntry(), rows());
  }

  /** Every row multiplied by a factor of its own, n of them. */
  public SparseMatrix scaledRows(Operand<TFloat32> factors) {
    return mapped(entries -> tf.math.mul(entries, perEntry(factors)));
  }

  /** The rows with Euclidean length 1; rows without entries stay so. */
  public SparseMatrix normalizedRows() {
    return scaledRows(tf.math.rsqrt(mapped(tf.math::square).rowSums()));
  }

  /** The same cells with other values. */
  public SparseMatrix mapped(UnaryOperator<Operand<TFloat32>> change) {
    return new SparseMatrix(tf, cells, change.apply(values), shape);
  }

  /**
   * What a dense matrix has in these cells.
   *
   * @param dense n x width
   * @return a value per entry
   */
  public Operand<TFloat32> cellsOf(Operand<TFloat32> dense) {
    return tf.gatherNd(dense, cells);
  }

  /**
   * The value of its row for every entry.
   *
   * @param ofRows n
   * @return a value per entry
   */
  public Operand<TFloat32> perEntry(Operand<TFloat32> ofRows) {
    return tf.gather(ofRows, rowOfEntry(), tf.constant(0));
  }

  /**
   * A dense matrix less this one. No gradient passes.
   *
   * @param dense n x width
   * @return n x width
   */
  public Operand<TFloat32> subtractedFrom(Operand<TFloat32> dense) {
    return tf.stopGradient(tf.tensorScatterNdSub(dense, cells, values));
  }

  private Operand<TInt32> rowOfEntry() {
    return tf.gather(cells, tf.constant(0), tf.constant(1));
  }

  private Operand<TInt32> rows() {
    return tf.gather(size(), tf.constant(0), tf.constant(0));
  }

  private Operand<TInt32> size() {
    return tf.dtypes.cast(shape, TInt32.class);
  }
}
