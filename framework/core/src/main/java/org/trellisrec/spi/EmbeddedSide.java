package org.trellisrec.spi;

import java.util.List;
import java.util.Map;

/** The vectors that a model of a finished run has for each modality of its users or items. */
public interface EmbeddedSide {
  /**
   * Whose vectors they are.
   *
   * @param model label of the model
   * @param protocol name of the protocol
   * @param fold fold of the split
   * @param seed master seed of the repetition
   * @param side users or items
   */
  record Key(String model, String protocol, String fold, long seed, ModalityEmbeddings.Side side) {}

  /** Whose vectors they are. */
  Key key();

  /** Names of the modalities, in order. */
  List<String> modalities();

  /**
   * Reads the vectors of a modality.
   *
   * @return vectors of one length by the id of the entity, in the order of ids; entities that lack
   *     the modality are absent
   * @throws InputException if a file is missing or damaged
   */
  Map<String, float[]> vectors(String modality);
}
