package org.trellisrec.tensorflow.graph;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TInt64;

/**
 * A sparse matrix in a graph, n x width, some of whose rows can be taken out.
 *
 * @param tf builds operations
 * @param starts n + 1: the first entry of every row, and at the end the number of entries
 * @param cells entries x 2, row and column, row by row
 * @param values one per entry
 * @param shape n and width
 */
public record SparseRows(
    Ops tf,
    Operand<TInt32> starts,
    Operand<TInt32> cells,
    Operand<TFloat32> values,
    Operand<TInt64> shape) {

  /**
   * A matrix of the same shape with nothing in the other rows.
   *
   * @param rows indices, in any order; a row that is named twice is there once
   */
  public SparseMatrix only(Operand<TInt32> rows) {
    Operand<TInt32> distinct = tf.unique(rows, tf.constant(new int[] {0})).y();
    return new SparseMatrix(
        tf,
        tf.ragged.raggedGather(List.of(starts), cells, distinct, 1L).outputDenseValues(),
        tf.ragged.raggedGather(List.of(starts), values, distinct, 1L).outputDenseValues(),
        shape);
  }
}
