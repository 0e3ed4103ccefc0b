package org.trellisrec.tensorflow.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.trellisrec.data.EntitySide;
import org.trellisrec.data.VisibleModalities;
import org.trellisrec.spi.ModalityEmbeddings;
import org.trellisrec.spi.Model;
import org.trellisrec.spi.SavableModel;
import org.trellisrec.spi.UserBlock;
import org.trellisrec.tensorflow.TensorFlowRuntime;

/** The weights of a network as they are at the first scoring. */
final class NetworkModel implements SavableModel {
  private final ModelGraph graph;
  private final VisibleModalities visible;
  private final boolean owner;

  /**
   * @param owner true if closing the model closes the graph
   */
  NetworkModel(ModelGraph graph, boolean owner) {
    this(graph, VisibleModalities.ALL, owner);
  }

  private NetworkModel(ModelGraph graph, VisibleModalities visible, boolean owner) {
    this.graph = graph;
    this.visible = visible;
    this.owner = owner;
  }

  @Override
  public void score(UserBlock users, float[][] scores) {
    graph.inference().score(this, visible, users, scores);
  }

  @Override
  public Model seeing(VisibleModalities some) {
    return graph.network().usesModalities() ? new NetworkModel(graph, some, false) : this;
  }

  @Override
  public boolean uses(EntitySide side, String modality) {
    return graph.network().uses(side, modality);
  }

  @Override
  public Map<String, Long> parameterCounts() {
    return graph.parameters().counts();
  }

  @Override
  public Optional<ModalityEmbeddings> modalityEmbeddings() {
    ModalityEmbeddings embeddings = new NetworkEmbeddings(graph);
    boolean any =
        Arrays.stream(EntitySide.values()).anyMatch(side -> !embeddings.modalities(side).isEmpty());
    return any ? Optional.of(embeddings) : Optional.empty();
  }

  @Override
  public Map<String, String> computedBy() {
    return Map.of(
        "tensorflow", TensorFlowRuntime.build(), "device", graph.session().placement().toString());
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
