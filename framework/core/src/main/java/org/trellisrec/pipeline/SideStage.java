package org.trellisrec.pipeline;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.Modality;
import org.trellisrec.data.SideInformation;
import org.trellisrec.data.VisibleModalities;
import org.trellisrec.data.Vocabulary;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.ReadContext;
import org.trellisrec.spi.SideInformationReader;

/**
 * Reads the side information that a configuration declares.
 *
 * @param users sources of modalities of users
 * @param items sources of modalities of items
 */
record SideStage(List<SideInformationReader> users, List<SideInformationReader> items) {
  /**
   * The data with their own modalities and the declared ones; a declared one replaces one of its
   * name that the data have.
   *
   * @throws InputException if a source is wrong, or two declare the same name
   */
  Dataset addTo(Dataset data, ReadContext context) {
    SideInformation declared =
        new SideInformation(
            read("users", users, data.users(), context),
            read("items", items, data.items(), context));
    SideInformation all = data.side().plus(declared);
    checkNames("users", all.users());
    checkNames("items", all.items());
    return data.withSide(all);
  }

  private static Map<String, Modality> read(
      String side, List<SideInformationReader> sources, Vocabulary ids, ReadContext context) {
    Map<String, Modality> modalities = new LinkedHashMap<>();
    for (SideInformationReader source : sources) {
      source
          .read(ids, context)
          .forEach(
              (name, modality) -> {
                if (modalities.put(name, modality) != null) {
                  throw new InputException(
                      "side_information.%s: two sources declare the modality '%s'; rename one",
                      side, name);
                }
                context.note(described(side, name, modality));
              });
    }
    return modalities;
  }

  private static String described(String side, String name, Modality modality) {
    long present = IntStream.range(0, modality.size()).filter(modality::has).count();
    return String.format(
        Locale.ROOT, "%,d of %,d %s have the modality '%s'", present, modality.size(), side, name);
  }

  private static void checkNames(String side, Map<String, Modality> modalities) {
    if (modalities.containsKey(VisibleModalities.INTERACTIONS)) {
      throw new InputException(
          "a modality of %s is called 'interactions', which stands for their interactions; rename it",
          side);
    }
    if (modalities.containsKey(VisibleModalities.ID)) {
      throw new InputException(
          "a modality of %s is called 'id', which stands for a vector that models train for each of"
              + " them; rename it",
          side);
    }
  }
}
