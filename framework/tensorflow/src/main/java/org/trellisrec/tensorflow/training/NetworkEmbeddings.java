package org.trellisrec.tensorflow.training;

import java.util.List;
import org.trellisrec.data.EntitySide;
import org.trellisrec.data.VisibleModalities;
import org.trellisrec.spi.ModalityEmbeddings;

/**
 * The vectors of the modalities of a network: what represents an entity of which nothing but one
 * modality is visible, since a fusion leaves a single vector as it is.
 *
 * @param graph the network
 */
record NetworkEmbeddings(ModelGraph graph) implements ModalityEmbeddings {
  @Override
  public List<String> modalities(EntitySide side) {
    return graph.network().modalities(side);
  }

  @Override
  public Vectors vectors(EntitySide side, String modality) {
    if (!modalities(side).contains(modality)) {
      throw new IllegalArgumentException("no modality " + modality + " of " + side);
    }
    int entities = graph.inference().entities(side);
    return graph
        .inference()
        .represent(
            side, VisibleModalities.only(side, entities, modalities(side), List.of(modality)));
  }
}
