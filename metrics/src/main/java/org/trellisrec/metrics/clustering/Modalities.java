package org.trellisrec.metrics.clustering;

import java.util.Map;
import java.util.Optional;
import org.trellisrec.data.Modality;

/** Looks modalities up by name. */
final class Modalities {
  private Modalities() {}

  static Optional<Modality> find(Map<String, Modality> modalities, String name) {
    return Optional.ofNullable(modalities.get(name));
  }

  static String names(Map<String, Modality> modalities) {
    return modalities.isEmpty() ? "none" : String.join(", ", modalities.keySet());
  }
}
