package org.trellisrec.tensorflow.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.trellisrec.spi.SavableModel;
import org.trellisrec.spi.UserBlock;

/** The weights of a network as they are at the first scoring. */
final class NetworkModel implements SavableModel {
  private final ModelGraph graph;
  private final boolean owner;
  private boolean fresh;

  /**
   * @param owner true if closing the model closes the graph
   */
  NetworkModel(ModelGraph graph, boolean owner) {
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
    return graph.parameters().counts();
  }

  @Override
  public void save(Path folder) throws IOException {
    SavedNetwork.write(graph, folder);
  }

  @Override
  public void close() {
    if (owner) {
      graph.close();
    }
  }
}
