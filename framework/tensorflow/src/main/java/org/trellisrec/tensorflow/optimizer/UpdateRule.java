package org.trellisrec.tensorflow.optimizer;

import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;
import org.trellisrec.tensorflow.graph.Feeds;
import org.trellisrec.tensorflow.graph.Parameters;
import org.trellisrec.tensorflow.graph.TableRows;

/** How one variable follows its gradient. */
interface UpdateRule {
  /** The rule that these parameters ask for. */
  static UpdateRule of(Ops tf, Parameters parameters, OptimizerParams params) {
    return switch (params.optimizer()) {
      case SGD -> new SgdRule(tf, params);
      case ADAM -> new AdamRule(tf, parameters, params, false);
      case ADAMW -> new AdamRule(tf, parameters, params, true);
    };
  }

  /** Updates a whole variable. */
  Op dense(String name, Variable<TFloat32> variable, Operand<TFloat32> gradient);

  /**
   * Updates some rows of a table.
   *
   * @param gradient by the rows, in their shape
   */
  Op rows(String name, TableRows rows, Operand<TFloat32> gradient);

  /**
   * Feeds what depends on the number of steps.
   *
   * @param number of the step, from 1
   */
  void fill(long number, Feeds into);
}
