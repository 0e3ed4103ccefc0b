package org.trellisrec.tensorflow.optimizer;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.tensorflow.Graph;
import org.tensorflow.GraphOperation;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;
import org.trellisrec.spi.InputException;
import org.trellisrec.tensorflow.graph.Parameters;
import org.trellisrec.tensorflow.graph.Pass;
import org.trellisrec.tensorflow.graph.TableRows;

/** The tables of which a step updates only the rows in use. */
final class LazyTables {
  private LazyTables() {}

  /**
   * These tables by name.
   *
   * @param pass with all that the loss does with rows of tables
   * @throws InputException if there is none, or the loss depends on one of them otherwise than by
   *     one look-up of rows: the gradient of that other use would be lost
   */
  static Map<String, TableRows> of(
      Graph graph, Pass pass, Parameters parameters, Operand<TFloat32> loss) {
    Set<GraphOperation> ofLoss = graph.subgraphTo(Set.of(loss));
    Map<String, TableRows> lazy = new LinkedHashMap<>();
    for (TableRows rows : pass.tables()) {
      String name = nameOf(rows, parameters);
      requireSoleUse(name, parameters.values().get(name), ofLoss);
      lazy.put(name, rows);
    }
    if (lazy.isEmpty()) {
      throw new InputException(
          "embedding_updates is lazy, but this model looks up no rows of embedding tables; remove"
              + " the key or set it to dense");
    }
    return lazy;
  }

  private static String nameOf(TableRows rows, Parameters parameters) {
    return parameters.trained().entrySet().stream()
        .filter(entry -> entry.getValue().equals(rows.table()))
        .map(Map.Entry::getKey)
        .findAny()
        .orElseThrow();
  }

  private static void requireSoleUse(
      String name, Operand<TFloat32> value, Set<GraphOperation> ofLoss) {
    Set<GraphOperation> uses = new HashSet<>(((GraphOperation) value.op()).consumers());
    uses.retainAll(ofLoss);
    if (uses.size() != 1) {
      throw new InputException(
          "embedding_updates is lazy, but the loss of this model uses the table %s %d times, not"
              + " once; set it to dense",
          name, uses.size());
    }
  }
}
