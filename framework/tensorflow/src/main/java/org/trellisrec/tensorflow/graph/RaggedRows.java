package org.trellisrec.tensorflow.graph;

import java.util.List;
import org.tensorflow.DeviceSpec;
import org.tensorflow.DeviceSpec.DeviceType;
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
public record RaggedRows(
    Ops tf,
    Operand<TInt32> starts,
    Operand<TInt32> cells,
    Operand<TFloat32> values,
    Operand<TInt64> shape) {

  /**
   * A matrix of the same shape with nothing in the other rows. They are taken out on the CPU,
   * wherever else the graph is: TensorFlow can do it nowhere else.
   *
   * @param rows indices, in any order; a row that is named twice is there once
   */
  public SparseMatrix only(Operand<TInt32> rows) {
    Ops cpu =
        tf.withDevice(DeviceSpec.newBuilder().deviceType(DeviceType.CPU).deviceIndex(0).build());
    Operand<TInt32> distinct = cpu.unique(rows, cpu.constant(new int[] {0})).y();
    return new SparseMatrix(
        tf,
        cpu.ragged.raggedGather(List.of(starts), cells, distinct, 1L).outputDenseValues(),
        cpu.ragged.raggedGather(List.of(starts), values, distinct, 1L).outputDenseValues(),
        shape);
  }
}
