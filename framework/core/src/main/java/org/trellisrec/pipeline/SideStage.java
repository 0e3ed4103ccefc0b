package org.trellisrec.pipeline;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.trellisrec.config.yaml.Position;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.Modality;
import org.trellisrec.data.Scaling;
import org.trellisrec.data.SideInformation;
import org.trellisrec.data.VisibleModalities;
import org.trellisrec.data.Vocabulary;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.PluginCall;
import org.trellisrec.spi.ReadContext;
import org.trellisrec.spi.SideInformationReader;

/**
 * Reads the side information that a configuration declares.
 *
 * @param users sources of modalities of users
 * @param items sources of modalities of items
 */
record SideStage(List<Source> users, List<Source> items) {
  /**
   * A source of modalities.
   *
   * @param at where it is configured
   */
  record Source(Position at, SideInformationReader reader) {}

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
    checkNames("", "users", data.side().users().keySet());
    checkNames("", "items", data.side().items().keySet());
    return data.withSide(data.side().plus(declared));
  }

  private static Map<String, Modality> read(
      String side, List<Source> sources, Vocabulary ids, ReadContext context) {
    Map<String, Modality> modalities = new LinkedHashMap<>();
    Map<String, Position> places = new HashMap<>();
    for (Source source : sources) {
      SideInformationReader reader = source.reader();
      PluginCall call = PluginCall.of("reader", reader);
      Map<String, Modality> read =
          call.present("read", call.result("read", () -> reader.read(ids, context)));
      checkNames(source.at() + ": ", side, read.keySet());
      read.forEach(
          (name, modality) -> {
            Position earlier = places.putIfAbsent(name, source.at());
            if (earlier != null) {
              throw new InputException(
                  "%s: side_information.%s: the modality '%s' is declared at %s already; rename one",
                  source.at(), side, name, earlier);
            }
            modalities.put(name, modality);
            context.note(described(side, name, modality));
          });
    }
    return modalities;
  }

  private static String described(String side, String name, Modality modality) {
    long present = IntStream.range(0, modality.size()).filter(modality::has).count();
    return String.format(
        Locale.ROOT,
        "%,d of %,d %s have the modality '%s'%s",
        present,
        modality.size(),
        side,
        name,
        present == 0 ? "" : remark(modality));
  }

  private static String remark(Modality modality) {
    if (modality instanceof Modality.Dense numbers) {
      return unscaled(numbers);
    }
    OptionalInt labels = modality.labelCount();
    return labels.isEmpty()
        ? ""
        : String.format(
            Locale.ROOT,
            ", of %,d different label%s",
            labels.getAsInt(),
            labels.getAsInt() == 1 ? "" : "s");
  }

  /** Numbers beyond those that models start from, such as years, outweigh all else. */
  private static String unscaled(Modality.Dense numbers) {
    if (numbers.length() > 1 || numbers.scaling() != Scaling.NONE) {
      return "";
    }
    DoubleSummaryStatistics range =
        Arrays.stream(numbers.vectors())
            .filter(Objects::nonNull)
            .mapToDouble(vector -> vector[0])
            .summaryStatistics();
    if (range.getMin() >= -1 && range.getMax() <= 1) {
      return "";
    }
    return String.format(
        Locale.ROOT,
        ", numbers from %s to %s, which are not scaled",
        (float) range.getMin(),
        (float) range.getMax());
  }

  private static void checkNames(String where, String side, Set<String> names) {
    if (names.contains(VisibleModalities.INTERACTIONS)) {
      throw new InputException(
          "%sa modality of %s is called 'interactions', which stands for their interactions; rename"
              + " it",
          where, side);
    }
    if (names.contains(VisibleModalities.ID)) {
      throw new InputException(
          "%sa modality of %s is called 'id', which stands for a vector that models train for each of"
              + " them; rename it",
          where, side);
    }
  }
}
