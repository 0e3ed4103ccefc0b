package org.trellisrec.recommenders.graph;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * One vector per node of the graph.
 *
 * @param users users x d
 * @param items items x d
 */
record Nodes(Operand<TFloat32> users, Operand<TFloat32> items) {
  /** What every node receives from its neighbours. */
  Nodes propagated(NormalizedGraph graph) {
    return new Nodes(graph.toUsers(items), graph.toItems(users));
  }

  /** The sum of these vectors and of what {@code layers} rounds of propagation make of them. */
  Nodes sumOfLayers(Ops tf, NormalizedGraph graph, int layers) {
    List<Operand<TFloat32>> ofUsers = new ArrayList<>(List.of(users));
    List<Operand<TFloat32>> ofItems = new ArrayList<>(List.of(items));
    Nodes layer = this;
    for (int k = 0; k < layers; k++) {
      layer = layer.propagated(graph);
      ofUsers.add(layer.users);
      ofItems.add(layer.items);
    }
    return new Nodes(tf.math.addN(ofUsers), tf.math.addN(ofItems));
  }
}
