package org.trellisrec.recommenders.modalities;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.trellisrec.data.EntitySide;
import org.trellisrec.data.Modality;
import org.trellisrec.data.SideInformation;
import org.trellisrec.spi.InputException;

/** Which side information a model reads, checked against what there is. */
public final class ContentNames {
  private ContentNames() {}

  /**
   * The modalities to read, at least one.
   *
   * @param asked their names; empty for all there are
   * @throws InputException if there are none, or naming one that does not exist, that nobody has,
   *     that is raw text, or that is named twice
   */
  public static List<String> of(EntitySide side, List<String> asked, SideInformation information) {
    Map<String, Modality> known = side.modalities(information);
    if (asked.isEmpty() && known.isEmpty()) {
      throw new InputException(
          "this model needs side information of %s, and the data have none; declare some under"
              + " side_information",
          side);
    }
    for (String name : asked) {
      if (!known.containsKey(name)) {
        throw new InputException(
            "the data have no side information '%s' of %s; there is %s",
            name, side, known.isEmpty() ? "none" : String.join(", ", known.keySet()));
      }
    }
    List<String> names = asked.isEmpty() ? List.copyOf(known.keySet()) : List.copyOf(asked);
    names.forEach(name -> requireReadable(side, name, known));
    requireDistinct(side, names);
    return names;
  }

  /**
   * Refuses a modality that nobody has, and raw text.
   *
   * @param known the modalities of the side, this one among them
   */
  public static void requireReadable(EntitySide side, String name, Map<String, Modality> known) {
    Modality modality = known.get(name);
    if (IntStream.range(0, modality.size()).noneMatch(modality::has)) {
      throw new InputException(
          "none of the %d %s has the modality '%s'; check where it is read (column, pattern, missing),"
              + " or leave it out",
          modality.size(), side, name);
    }
    if (modality instanceof Modality.Text) {
      throw new InputException(
          "modality '%s' of %s is raw text; have it turned into vectors where it is read, by"
              + " TF-IDF or hashing, give vectors of another model, or name the modalities to use"
              + " without it%s",
          name, side, others(known));
    }
  }

  private static String others(Map<String, Modality> known) {
    List<String> others =
        known.entrySet().stream()
            .filter(each -> !(each.getValue() instanceof Modality.Text))
            .map(Map.Entry::getKey)
            .toList();
    return others.isEmpty() ? "" : ": " + String.join(", ", others);
  }

  /** Refuses a name that stands twice. */
  public static void requireDistinct(EntitySide side, List<String> names) {
    if (new TreeSet<>(names).size() < names.size()) {
      throw new InputException("a modality of %s is named twice: %s", side, names);
    }
  }
}
