package org.trellisrec.tensorflow.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.trellisrec.data.Interactions;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.Seed;
import org.trellisrec.tensorflow.batch.Pairs.Pair;

class ListSourceTest {
  private static final Interactions TRAIN = Pairs.train();
  private static final Seed SEED = new Seed(11);

  private static ListSource source(PositiveOrder order, int negatives, int batchSize) {
    return new ListSource(TRAIN, order, negatives, batchSize, false, SEED);
  }

  private static List<Pair> positives(List<Pair> pairs) {
    return pairs.stream().filter(pair -> pair.place() == 0).toList();
  }

  private static List<Pair> negatives(List<Pair> pairs) {
    return pairs.stream().filter(pair -> pair.place() > 0).toList();
  }

  @ParameterizedTest
  @CsvSource({"0,7", "1,1", "3,10", "2,1000000"})
  void everyPositiveComesOnceAnEpoch(int negatives, int batchSize) {
    List<Pair> pairs = Pairs.of(source(PositiveOrder.PER_POSITIVE, negatives, batchSize), 1);
    TreeSet<Integer> found = new TreeSet<>();
    for (Pair pair : positives(pairs)) {
      assertThat(TRAIN.contains(pair.user(), pair.item())).isTrue();
      assertThat(found.add(pair.user() * Pairs.ITEMS + pair.item())).as("%s again", pair).isTrue();
    }
    int leftOut = negatives > 0 ? TRAIN.count(Pairs.SATED) : 0;
    assertThat(found).hasSize(TRAIN.size() - leftOut);
    assertThat(negatives(pairs)).hasSize(negatives * found.size());
  }

  @ParameterizedTest
  @EnumSource
  void negativesAreItemsThatTheUserLacks(PositiveOrder order) {
    for (int epoch = 1; epoch <= 5; epoch++) {
      for (Pair pair : negatives(Pairs.of(source(order, 4, 16), epoch))) {
        assertThat(TRAIN.contains(pair.user(), pair.item())).as(pair.toString()).isFalse();
        assertThat(pair.item()).isNotEqualTo(Pairs.UNSEEN);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void usersWithoutNegativesOrPositivesAreLeftOut(PositiveOrder order) {
    assertThat(Pairs.of(source(order, 1, 16), 1))
        .extracting(Pair::user)
        .contains(Pairs.USERS - 1)
        .doesNotContain(Pairs.SATED, Pairs.EMPTY);
  }

  @Test
  void negativesAreUniform() {
    int user = 4;
    int[] counts = new int[Pairs.ITEMS];
    ListSource source = source(PositiveOrder.PER_POSITIVE, 50, 64);
    for (int epoch = 1; epoch <= 20; epoch++) {
      negatives(Pairs.of(source, epoch)).stream()
          .filter(pair -> pair.user() == user)
          .forEach(pair -> counts[pair.item()]++);
    }
    ChiSquare.assertUniform(
        IntStream.range(0, Pairs.UNSEEN)
            .filter(item -> !TRAIN.contains(user, item))
            .map(item -> counts[item])
            .toArray());
  }

  @Test
  void usersAreUniformWhereTheyAreDrawn() {
    int[] users = new int[Pairs.USERS];
    int[] itemsOfLast = new int[Pairs.ITEMS];
    ListSource source = source(PositiveOrder.UNIFORM_USER, 0, 64);
    for (int epoch = 1; epoch <= 100; epoch++) {
      for (Pair pair : Pairs.of(source, epoch)) {
        users[pair.user()]++;
        if (pair.user() == Pairs.USERS - 1) {
          itemsOfLast[pair.item()]++;
        }
      }
    }
    ChiSquare.assertUniform(
        IntStream.range(0, Pairs.USERS)
            .filter(user -> user != Pairs.EMPTY)
            .map(user -> users[user])
            .toArray());
    ChiSquare.assertUniform(
        IntStream.range(0, Pairs.ITEMS)
            .filter(item -> TRAIN.contains(Pairs.USERS - 1, item))
            .map(item -> itemsOfLast[item])
            .toArray());
  }

  /** Where a certain positive stands among the others, over many epochs. */
  @Test
  void theOrderIsShuffled() {
    ListSource source = source(PositiveOrder.PER_POSITIVE, 0, 1000);
    int[] places = new int[source.batches() * 1000];
    int size = 0;
    Pair first = Pairs.of(source, 1).get(0);
    for (int epoch = 2; epoch <= 1001; epoch++) {
      List<Pair> pairs = Pairs.of(source, epoch);
      size = pairs.size();
      places[pairs.indexOf(first)]++;
    }
    ChiSquare.assertUniform(IntStream.range(0, size).map(place -> places[place]).toArray());
  }

  @Test
  void labelsAreOnesOrRatings() {
    ListSource ones = new ListSource(TRAIN, PositiveOrder.PER_POSITIVE, 2, 8, true, SEED);
    for (Pair pair : Pairs.of(ones, 1)) {
      assertThat(pair.label()).isEqualTo(pair.place() == 0 ? 1f : 0f);
    }
    int[] rowOf = TRAIN.rowOfPositions();
    for (Pair pair : Pairs.of(source(PositiveOrder.PER_POSITIVE, 2, 8), 1)) {
      float rating =
          (float)
              IntStream.range(0, TRAIN.size())
                  .filter(p -> rowOf[p] == pair.user() && TRAIN.column(p) == pair.item())
                  .mapToDouble(TRAIN::rating)
                  .sum();
      assertThat(pair.label()).isEqualTo(pair.place() == 0 ? rating : 0f);
    }
  }

  @Test
  void onlyTheLastBatchIsShorter() {
    List<Batch> batches = Pairs.batches(source(PositiveOrder.PER_POSITIVE, 1, 10), 1);
    assertThat(batches.subList(0, batches.size() - 1)).extracting(Batch::lists).containsOnly(10);
    assertThat(batches.get(batches.size() - 1).lists()).isBetween(1, 10);
  }

  /** Two users with both items that occur. */
  private static Interactions full() {
    return Interactions.of(2, 3, new int[] {0, 0, 1, 1}, new int[] {0, 1, 0, 1}, null, null);
  }

  @Test
  void dataWithoutNegativesAreRefused() {
    assertThatThrownBy(() -> new ListSource(full(), PositiveOrder.PER_POSITIVE, 1, 2, true, SEED))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("of 2 users with interactions none lacks any of the 2 items");
  }

  @Test
  void dataWithoutNegativesAreVisitedWhereNoneIsDrawn() {
    ListSource source = new ListSource(full(), PositiveOrder.PER_POSITIVE, 0, 2, true, SEED);
    assertThat(Pairs.of(source, 1))
        .extracting(Pair::user, Pair::item)
        .containsExactlyInAnyOrder(tuple(0, 0), tuple(0, 1), tuple(1, 0), tuple(1, 1));
  }

  @Test
  void dataWithoutInteractionsAreRefused() {
    Interactions none = Interactions.of(2, 3, new int[0], new int[0], null, null);
    assertThatThrownBy(() -> new ListSource(none, PositiveOrder.PER_POSITIVE, 0, 2, true, SEED))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("no training interactions");
  }

  @ParameterizedTest
  @EnumSource
  void whatIsLeftOutIsCounted(PositiveOrder order) {
    assertThat(source(order, 0, 16).leftOut()).isEmpty();
    assertThat(source(order, 1, 16).leftOut().orElseThrow())
        .startsWith(
            "left out of training: 14 of %d interactions, of 1 of 11 users; these users have all 14"
                .formatted(TRAIN.size()));
  }
}
