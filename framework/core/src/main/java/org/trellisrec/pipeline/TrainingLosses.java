package org.trellisrec.pipeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.trellisrec.config.MissingModalitiesConfig.Rates;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.EntitySide;
import org.trellisrec.data.ItemSet;
import org.trellisrec.data.Modality;
import org.trellisrec.data.Split;
import org.trellisrec.data.VisibleModalities;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.Seed;

/** Takes modalities out of what models learn from. */
final class TrainingLosses {
  private final Rates rates;
  private final Dataset data;

  /**
   * What a configuration withholds from models that learn from these data.
   *
   * @throws InputException if it names a modality that the data lack, or the interactions
   */
  TrainingLosses(Rates rates, Dataset data) {
    this.rates = rates;
    this.data = data;
    check(EntitySide.USERS, rates.users().keySet());
    check(EntitySide.ITEMS, rates.items().keySet());
  }

  private void check(EntitySide side, Set<String> names) {
    new KnownModalities(data).require(side, "training_rates", names);
    if (names.contains(VisibleModalities.INTERACTIONS)) {
      throw new InputException(
          "%straining_rates.%s names 'interactions', which training cannot do without; remove it",
          KnownModalities.SECTION, side);
    }
  }

  /** The data that a model may learn from: modalities are lost for good. */
  Dataset learned(Split split, Seed seed) {
    if (rates.isEmpty()) {
      return data;
    }
    VisibleModalities left =
        new MissingRates(rates, data).drawTrained(seed.derive("missing/training"), split.train());
    return data.withSide(data.side().without(left));
  }

  /**
   * Tells for each modality that training goes without in part how many entities lose it.
   *
   * @param learned what {@link #learned} makes of the data for this split
   */
  List<String> notes(Split split, Dataset learned) {
    int[] users =
        IntStream.range(0, data.users().size())
            .filter(user -> split.train().count(user) > 0)
            .toArray();
    int[] items = ItemSet.occurringIn(split.train()).toArray();
    List<String> losses = new ArrayList<>();
    rates
        .users()
        .forEach((name, rate) -> losses.add(loss(EntitySide.USERS, users, name, rate, learned)));
    rates
        .items()
        .forEach((name, rate) -> losses.add(loss(EntitySide.ITEMS, items, name, rate, learned)));
    return losses.stream()
        .map(loss -> "protocol '%s', fold %s: %s".formatted(split.protocol(), split.fold(), loss))
        .toList();
  }

  private String loss(EntitySide side, int[] trained, String name, double rate, Dataset learned) {
    long had = having(side.modalities(data.side()).get(name), trained);
    long have = having(side.modalities(learned.side()).get(name), trained);
    String others =
        had < trained.length ? "; %d more have none".formatted(trained.length - had) : "";
    return "%d of %d %s with training interactions lose '%s' (rate %s)%s"
        .formatted(had - have, trained.length, side, name, rate, others);
  }

  private static long having(Modality modality, int[] entities) {
    return Arrays.stream(entities).filter(modality::has).count();
  }
}
