package org.trellisrec.pipeline;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.EntitySide;
import org.trellisrec.data.VisibleModalities;
import org.trellisrec.spi.InputException;

/**
 * The modalities that {@code evaluation.missing_modalities} may name.
 *
 * @param data all data
 */
record KnownModalities(Dataset data) {
  /** What messages call the section. */
  static final String SECTION = "evaluation.missing_modalities.";

  /** The modalities of a side, the interactions first. */
  List<String> of(EntitySide side) {
    List<String> known = new ArrayList<>(List.of(VisibleModalities.INTERACTIONS));
    known.addAll(side.modalities(data.side()).keySet());
    return known;
  }

  /**
   * Checks what a key names of a side.
   *
   * @throws InputException if there is no such modality
   */
  void require(EntitySide side, String key, Collection<String> names) {
    require(key + "." + side, names, of(side));
  }

  /**
   * Checks names against those that are possible.
   *
   * @throws InputException if one is none of them
   */
  static void require(String where, Collection<String> names, List<String> known) {
    for (String name : names) {
      if (!known.contains(name)) {
        throw new InputException(
            "%s%s names '%s', but the modalities are %s",
            SECTION, where, name, String.join(", ", known));
      }
    }
  }
}
