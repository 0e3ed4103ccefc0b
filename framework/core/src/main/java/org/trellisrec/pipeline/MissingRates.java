package org.trellisrec.pipeline;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntPredicate;
import org.trellisrec.config.MissingModalitiesConfig.Rates;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.ItemSet;
import org.trellisrec.data.VisibleModalities;
import org.trellisrec.data.Vocabulary;
import org.trellisrec.spi.BottomK;
import org.trellisrec.spi.Seed;

/**
 * Draws the entities that lose a modality, a {@link BottomK} sample for each modality: with a
 * higher rate the same entities and some more.
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
    BitSet entities = new BitSet(ids.size());
    for (int entity = 0; entity < ids.size(); entity++) {
      entities.set(entity, eligible.test(entity));
    }
    Map<String, BitSet> lost = new LinkedHashMap<>();
    rates.forEach(
        (name, rate) -> {
          int count = (int) Math.round(rate * entities.cardinality());
          lost.put(name, BottomK.sample(ids, entities, count, seed.derive(name)));
        });
    return lost;
  }
}
