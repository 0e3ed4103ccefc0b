package org.trellisrec.tensorflow.training;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    return graph.inference().represent(side, only(side, modality));
  }

  private VisibleModalities only(EntitySide side, String kept) {
    BitSet everyone = new BitSet();
    everyone.set(0, graph.inference().entities(side));
    Map<String, BitSet> hidden = new LinkedHashMap<>();
    modalities(side).stream()
        .filter(name -> !name.equals(kept))
        .forEach(name -> hidden.put(name, everyone));
    return side == EntitySide.USERS
        ? new VisibleModalities(hidden, Map.of())
        : new VisibleModalities(Map.of(), hidden);
  }
}
