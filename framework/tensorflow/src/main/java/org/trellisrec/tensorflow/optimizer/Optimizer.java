package org.trellisrec.tensorflow.optimizer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tensorflow.Graph;
import org.tensorflow.GraphOperation;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;
import org.trellisrec.tensorflow.graph.Feeds;
import org.trellisrec.tensorflow.graph.Gradients;
import org.trellisrec.tensorflow.graph.Parameters;
import org.trellisrec.tensorflow.graph.Pass;
import org.trellisrec.tensorflow.graph.TableRows;
import org.trellisrec.tensorflow.optimizer.OptimizerParams.EmbeddingUpdates;

/**
 * The operations of a training step: gradients of the loss by all trained variables, then one
 * update each. No update starts before the loss and the last gradient are known, so that none of
 * them sees a variable that already moved.
 */
public final class Optimizer {
  private final UpdateRule rule;
  private final Op step;

  /**
   * Adds the operations to the graph.
   *
   * @param pass the training pass, with everything that uses the variables
   * @param parameters the variables; moments are added to them as state
   * @param loss a scalar
   * @throws IllegalArgumentException if the loss does not depend on one of the variables, or cannot
   *     be derived by it
   * @throws org.trellisrec.spi.InputException if updates are to be lazy and cannot be
   */
  public Optimizer(
      Graph graph,
      Pass pass,
      Parameters parameters,
      Operand<TFloat32> loss,
      OptimizerParams params) {
    requireAllUsed(graph, parameters, loss);
    Map<String, TableRows> lazy =
        params.embeddingUpdates() == EmbeddingUpdates.LAZY
            ? LazyTables.of(graph, pass, parameters, loss)
            : Map.of();
    Map<String, Variable<TFloat32>> variables = parameters.trained();
    List<Operand<TFloat32>> by = new ArrayList<>();
    parameters
        .values()
        .forEach((name, value) -> by.add(lazy.containsKey(name) ? lazy.get(name).rows() : value));
    List<Operand<TFloat32>> gradients =
        Clipping.apply(pass.tf(), Gradients.of(graph, loss, by), params.clipNorm());
    List<Op> before = new ArrayList<>(gradients);
    before.add(pass.tf().debugging.checkNumerics(loss, "the loss is not finite"));
    before.addAll(pass.updates());
    Ops after = pass.tf().withControlDependencies(before);
    rule = UpdateRule.of(after, parameters, params);
    List<Op> updates = new ArrayList<>(pass.updates());
    int next = 0;
    for (Map.Entry<String, Variable<TFloat32>> entry : List.copyOf(variables.entrySet())) {
      Operand<TFloat32> gradient = gradients.get(next++);
      TableRows rows = lazy.get(entry.getKey());
      updates.add(
          rows == null
              ? rule.dense(entry.getKey(), entry.getValue(), gradient)
              : rule.rows(entry.getKey(), rows, gradient));
    }
    step = pass.tf().withControlDependencies(updates).noOp();
  }

  /**
   * The operation that does a step. Where the loss is not finite it fails before anything is
   * updated but for what the pass itself updates, such as running means.
   */
  public Op step() {
    return step;
  }

  /**
   * Feeds what depends on the number of steps.
   *
   * @param number of the step, from 1
   */
  public void fill(long number, Feeds into) {
    rule.fill(number, into);
  }

  private static void requireAllUsed(Graph graph, Parameters parameters, Operand<TFloat32> loss) {
    Set<GraphOperation> ofLoss = graph.subgraphTo(Set.of(loss));
    List<String> unused = new ArrayList<>();
    parameters
        .values()
        .forEach(
            (name, value) -> {
              if (!ofLoss.contains((GraphOperation) value.op())) {
                unused.add(name);
              }
            });
    if (!unused.isEmpty()) {
      throw new IllegalArgumentException(
          "the loss does not depend on the trained parameters %s; use them, or do not add them"
              .formatted(String.join(", ", unused)));
    }
  }
}
