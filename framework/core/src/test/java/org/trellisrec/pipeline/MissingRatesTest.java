package org.trellisrec.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trellisrec.config.MissingModalitiesConfig.Rates;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.VisibleModalities;
import org.trellisrec.data.Vocabulary;
import org.trellisrec.spi.Seed;

/** 100 users and 200 items; the first 40 users and the first 80 items occur in training. */
class MissingRatesTest {
  private static final int USERS = 100;
  private static final int ITEMS = 200;
  private static final Seed SEED = new Seed(7);
  private static final Dataset DATA = SmallData.dataset(USERS, ITEMS, "");
  private static final Interactions TRAIN =
      SmallData.matrix(
          USERS,
          ITEMS,
          IntStream.range(0, 80)
              .mapToObj(item -> item % 40 + ":" + item)
              .collect(Collectors.joining(" ")));

  private static VisibleModalities draw(Map<String, Double> users, Map<String, Double> items) {
    return new MissingRates(new Rates(users, items), DATA).draw(SEED);
  }

  private static BitSet ofItems(String modality, double rate) {
    return draw(Map.of(), Map.of(modality, rate)).hiddenOfItems().get(modality);
  }

  private static boolean contains(BitSet all, BitSet some) {
    BitSet others = (BitSet) some.clone();
    others.andNot(all);
    return others.isEmpty();
  }

  @Test
  void everyModalityIsLostByItsOwnShare() {
    VisibleModalities left =
        draw(Map.of("gender", 0.1, "age", 0.45), Map.of("genres", 0.2, "text", 0.6));

    assertThat(left.hiddenOfUsers().get("gender").cardinality()).isEqualTo(10);
    assertThat(left.hiddenOfUsers().get("age").cardinality()).isEqualTo(45);
    assertThat(left.hiddenOfItems().get("genres").cardinality()).isEqualTo(40);
    assertThat(left.hiddenOfItems().get("text").cardinality()).isEqualTo(120);
  }

  @ParameterizedTest
  @CsvSource({"0.001, 0", "0.0025, 1", "0.0124, 2", "0.0126, 3", "0.999, 200", "1, 200"})
  void aShareIsRoundedToWholeEntities(double rate, int lost) {
    VisibleModalities left = draw(Map.of(), Map.of("genres", rate));

    assertThat(IntStream.range(0, ITEMS).filter(item -> !left.ofItem("genres", item)))
        .hasSize(lost);
  }

  @Test
  void atAHigherRateTheSameLoseItAndSomeMore() {
    BitSet lower = new BitSet();
    for (int percent = 5; percent <= 100; percent += 5) {
      BitSet higher = ofItems("genres", percent / 100.0);
      assertThat(higher.cardinality()).isEqualTo(2 * percent);
      assertThat(contains(higher, lower)).isTrue();
      lower = higher;
    }
  }

  @Test
  void modalitiesSidesAndSeedsAreDrawnByThemselves() {
    Map<String, Double> both = Map.of("a", 0.5, "b", 0.5);
    VisibleModalities left = draw(both, both);
    BitSet firstItems = left.hiddenOfItems().get("a").get(0, USERS);

    assertThat(left.hiddenOfItems().get("a")).isNotEqualTo(left.hiddenOfItems().get("b"));
    assertThat(left.hiddenOfUsers().get("a")).isNotEqualTo(left.hiddenOfUsers().get("b"));
    assertThat(left.hiddenOfUsers().get("a")).isNotEqualTo(firstItems);
    assertThat(left.hiddenOfItems().get("a")).isEqualTo(ofItems("a", 0.5));
    assertThat(new MissingRates(new Rates(both, both), DATA).draw(new Seed(8)).hiddenOfItems())
        .isNotEqualTo(left.hiddenOfItems());
  }

  @Test
  void whoLosesAModalityFollowsFromTheIdWhateverItsPlace() {
    List<String> ids =
        IntStream.range(0, ITEMS).mapToObj(DATA.items()::id).collect(Collectors.toList());
    Collections.reverse(ids);
    Dataset reversed =
        new Dataset("reversed", DATA.users(), Vocabulary.of(ids), DATA.interactions());
    BitSet lost =
        new MissingRates(new Rates(Map.of(), Map.of("genres", 0.3)), reversed)
            .draw(SEED)
            .hiddenOfItems()
            .get("genres");

    assertThat(names(reversed, lost)).hasSize(60).isEqualTo(names(DATA, ofItems("genres", 0.3)));
  }

  private static Set<String> names(Dataset data, BitSet items) {
    return items.stream().mapToObj(data.items()::id).collect(Collectors.toSet());
  }

  @ParameterizedTest
  @CsvSource({"0.25, 10, 20", "0.75, 30, 60", "1, 40, 80"})
  void inTrainingTheShareIsOfThoseWhoOccurThere(double rate, int users, int items) {
    Rates rates = new Rates(Map.of("gender", rate), Map.of("genres", rate));
    VisibleModalities left = new MissingRates(rates, DATA).drawTrained(SEED, TRAIN);
    BitSet lostByUsers = left.hiddenOfUsers().get("gender");
    BitSet lostByItems = left.hiddenOfItems().get("genres");

    assertThat(lostByUsers.cardinality()).isEqualTo(users);
    assertThat(lostByUsers.length()).isLessThanOrEqualTo(40);
    assertThat(lostByItems.cardinality()).isEqualTo(items);
    assertThat(lostByItems.length()).isLessThanOrEqualTo(80);
  }

  @Test
  void whoLosesInteractionsLosesTheVectorThatCameFromThem() {
    Map<String, BitSet> lost =
        draw(Map.of(), Map.of(VisibleModalities.INTERACTIONS, 0.3, "genres", 0.6)).hiddenOfItems();

    assertThat(lost.get(VisibleModalities.INTERACTIONS).cardinality()).isEqualTo(60);
    assertThat(lost.get(VisibleModalities.ID)).isEqualTo(lost.get(VisibleModalities.INTERACTIONS));
  }
}
