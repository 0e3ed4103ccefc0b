package org.trellisrec.pipeline;

import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.trellisrec.config.MissingModalitiesConfig.Rates;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.ItemSet;
import org.trellisrec.data.VisibleModalities;
import org.trellisrec.data.Vocabulary;
import org.trellisrec.spi.Seed;

/**
 * Draws the entities that lose a modality. Every entity has a pseudo-random number of its own for
 * each modality, and those with the smallest ones lose it: with a higher rate the same entities and
 * some more.
 */
record MissingRates(Rates rates, Dataset data) {
  /** What stays visible if entities lose modalities, whether they occur in training or not. */
  VisibleModalities draw(Seed seed) {
    return draw(seed, user -> true, item -> true);
  }

  /** The same for entities that occur in these training interactions; the others lose nothing. */
  VisibleModalities drawTrained(Seed seed, Interactions train) {
    ItemSet trained = ItemSet.occurringIn(train);
    return draw(seed, user -> train.count(user) > 0, trained::contains);
  }

  private VisibleModalities draw(Seed seed, IntPredicate users, IntPredicate items) {
    return new VisibleModalities(
            draw(rates.users(), data.users(), users, seed.derive("users")),
            draw(rates.items(), data.items(), items, seed.derive("items")))
        .withoutIds();
  }

  private static Map<String, BitSet> draw(
      Map<String, Double> rates, Vocabulary ids, IntPredicate eligible, Seed seed) {
    int[] entities = IntStream.range(0, ids.size()).filter(eligible).toArray();
    Map<String, BitSet> lost = new LinkedHashMap<>();
    rates.forEach((name, rate) -> lost.put(name, draw(rate, ids, entities, seed.derive(name))));
    return lost;
  }

  private static BitSet draw(double rate, Vocabulary ids, int[] entities, Seed seed) {
    long[] numbers =
        Arrays.stream(entities).mapToLong(e -> seed.derive(ids.id(e)).value()).sorted().toArray();
    int count = (int) Math.round(rate * entities.length);
    BitSet lost = new BitSet(ids.size());
    if (count > 0) {
      long largest = numbers[count - 1];
      Arrays.stream(entities)
          .filter(e -> seed.derive(ids.id(e)).value() <= largest)
          .forEach(lost::set);
    }
    return lost;
  }
}
