package org.trellisrec.tensorflow.graph;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.stream.IntStream;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;

/**
 * Tables of vectors that a graph keeps on its device, so that a step is fed the indices of rows and
 * not the rows. They are no parameters: they come from the data, are never saved, and are filled in
 * once after every opening of the session.
 */
final class KeptVectors {
  private record Table(
      Variable<TFloat32> variable, Placeholder<TFloat32> values, Op filled, float[][] rows) {}

  private final Ops tf;
  private final IdentityHashMap<float[][], Table> tables = new IdentityHashMap<>();
  private final List<Table> inOrder = new ArrayList<>();

  KeptVectors(Ops tf) {
    this.tf = tf;
  }

  /**
   * A table, once however often it is asked for.
   *
   * @param name for the variable
   * @param length of a row
   * @param rows the vectors; zeros stand for null
   * @return rows x length
   */
  Operand<TFloat32> table(String name, int length, float[][] rows) {
    return tf.identity(tables.computeIfAbsent(rows, absent -> made(name, length, rows)).variable());
  }

  private Table made(String name, int length, float[][] rows) {
    Shape shape = Shape.of(rows.length, length);
    Variable<TFloat32> variable = tf.withName(name).variable(shape, TFloat32.class);
    Placeholder<TFloat32> values = tf.placeholder(TFloat32.class, Placeholder.shape(shape));
    Table table = new Table(variable, values, tf.assign(variable, values), rows);
    inOrder.add(table);
    return table;
  }

  /** Gives every table its values when it is run with what {@link #fill} feeds. */
  Op filled() {
    return tf.withControlDependencies(inOrder.stream().map(Table::filled).toList()).noOp();
  }

  /** Feeds the values of every table. */
  void fill(Feeds into) {
    for (Table table : inOrder) {
      float[] zeros = new float[(int) table.variable().shape().get(1)];
      float[][] rows = table.rows().clone();
      for (int row = 0; row < rows.length; row++) {
        rows[row] = rows[row] == null ? zeros : rows[row];
      }
      into.put(table.values(), rows, IntStream.range(0, rows.length).toArray(), zeros.length);
    }
  }
}
