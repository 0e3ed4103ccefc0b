package org.trellisrec.tensorflow.graph;

import org.tensorflow.Operand;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * The rows of a table that a pass uses.
 *
 * @param table the variable, entities x size
 * @param indices which rows, n; none twice
 * @param rows their values, n x size
 */
public record TableRows(
    Variable<TFloat32> table, Operand<TInt32> indices, Operand<TFloat32> rows) {}
