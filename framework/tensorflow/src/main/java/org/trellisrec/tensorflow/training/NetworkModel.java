package org.trellisrec.tensorflow.training;

import java.util.Map;
import org.trellisrec.spi.Model;
import org.trellisrec.spi.UserBlock;

/** The weights of a network as they are at the first scoring. */
final class NetworkModel implements Model {
  private final NetworkGraph graph;
  private final boolean owner;
  private boolean fresh;

  /**
   * @param owner true if closing the model closes the graph
   */
  NetworkModel(NetworkGraph graph, boolean owner) {
    this.graph = graph;
    this.owner = owner;
  }

  @Override
  public void score(UserBlock users, float[][] scores) {
    synchronized (this) {
      if (!fresh) {
        graph.inference().refresh();
        fresh = true;
      }
    }
    graph.inference().score(users, scores);
  }

  @Override
  public Map<String, Long> parameterCounts() {
    return graph.counts();
  }

  @Override
  public void close() {
    if (owner) {
      graph.close();
    }
  }
}
