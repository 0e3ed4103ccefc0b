package org.trellisrec.recommenders.graph;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;
import org.trellisrec.tensorflow.graph.Pass;

/**
 * One vector per node of the graph.
 *
 * @param users users x d
 * @param items items x d
 */
record Nodes(Operand<TFloat32> users, Operand<TFloat32> items) {
  /** What every node receives from its neighbours. */
  Nodes propagated(Pass pass, NormalizedGraph graph) {
    return new Nodes(graph.toUsers(pass, items), graph.toItems(pass, users));
  }

  /** The layers from this one on, {@code rounds} of them after it. */
  List<Nodes> layers(Pass pass, NormalizedGraph graph, int rounds) {
    List<Nodes> layers = new ArrayList<>(List.of(this));
    for (int k = 0; k < rounds; k++) {
      layers.add(layers.get(k).propagated(pass, graph));
    }
    return layers;
  }
}
