package org.trellisrec.spi;

import java.util.List;
import java.util.Map;
import org.trellisrec.data.EntitySide;

/** The vectors that a model of a finished run has for each modality of its users or items. */
public interface EmbeddedSide {
  /** The model, on its split. */
  FinishedRun.Unit unit();

  /** Users or items. */
  EntitySide side();

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
