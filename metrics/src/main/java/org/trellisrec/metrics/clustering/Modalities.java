package org.trellisrec.metrics.clustering;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.trellisrec.data.Modality;

/** Looks modalities up by name, and describes them. */
final class Modalities {
  private Modalities() {}

  static Optional<Modality> find(Map<String, Modality> modalities, String name) {
    return Optional.ofNullable(modalities.get(name));
  }

  /** Those with one label per entity. */
  static Map<String, Modality> categorical(Map<String, Modality> modalities) {
    Map<String, Modality> categorical = new LinkedHashMap<>(modalities);
    categorical.values().removeIf(modality -> !(modality instanceof Modality.Categorical));
    return categorical;
  }

  /** What a modality gives to an entity. */
  static String kind(Modality modality) {
    if (modality instanceof Modality.Categorical) {
      return "a label per entity";
    }
    if (modality instanceof Modality.MultiHot) {
      return "any number of labels per entity (multi-hot)";
    }
    if (modality instanceof Modality.Dense dense) {
      return dense.length() == 1
          ? "a number per entity"
          : "a vector of %d numbers per entity".formatted(dense.length());
    }
    return "a text per entity";
  }

  static String names(Map<String, Modality> modalities) {
    return modalities.isEmpty() ? "none" : String.join(", ", modalities.keySet());
  }
}
