package org.trellisrec.data;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Named modalities of users and of items, each aligned with the vocabulary of its side.
 *
 * @param users modalities of users by name, in declaration order
 * @param items modalities of items by name, in declaration order
 */
public record SideInformation(Map<String, Modality> users, Map<String, Modality> items) {
  /** No side information at all. */
  public static final SideInformation NONE = new SideInformation(Map.of(), Map.of());

  /** Keeps its own copy of the maps, order included. */
  public SideInformation {
    users = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(users));
    items = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(items));
  }

  /** The same modalities for a subset of the entities, given by their ascending old indices. */
  public SideInformation select(int[] keptUsers, int[] keptItems) {
    return new SideInformation(select(users, keptUsers), select(items, keptItems));
  }

  private static Map<String, Modality> select(Map<String, Modality> modalities, int[] kept) {
    Map<String, Modality> selected = new LinkedHashMap<>();
    modalities.forEach((name, modality) -> selected.put(name, modality.select(kept)));
    return selected;
  }
}
