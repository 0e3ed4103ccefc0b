package org.trellisrec.tensorflow.layers;

import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.trellisrec.tensorflow.graph.Initializer;
import org.trellisrec.tensorflow.graph.Parameters;
import org.trellisrec.tensorflow.graph.Pass;
import org.trellisrec.tensorflow.graph.TableRows;

/** A table with one trained vector per entity. */
public final class Embedding {
  private final Variable<TFloat32> variable;
  private final Operand<TFloat32> table;

  /**
   * A table with parameters {@code name}.
   *
   * @param entities number of vectors
   * @param size their length, which counts as the fan-in
   */
  public Embedding(
      Parameters parameters, String name, int entities, int size, Initializer initializer) {
    table = parameters.trained(name, Shape.of(entities, size), initializer.forTable(size));
    variable = parameters.trained().get(name);
  }

  /**
   * The vectors of these entities.
   *
   * @param indices n; none twice
   * @return n x size
   */
  public Operand<TFloat32> apply(Pass pass, Operand<TInt32> indices) {
    Operand<TFloat32> rows = pass.tf().gather(table, indices, pass.tf().constant(0));
    pass.used(new TableRows(variable, indices, rows));
    return rows;
  }

  /** The whole table, entities x size. */
  public Operand<TFloat32> table() {
    return table;
  }
}
