package org.trellisrec.tensorflow.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trellisrec.data.Interactions;
import org.trellisrec.spi.Seed;
import org.trellisrec.tensorflow.batch.Pairs.Pair;

class PairSourceTest {
  private static final int NEGATIVES = 3;
  private static final int USER = 7;
  private static final Interactions TRAIN = Pairs.train();

  private static PairSource source(int negatives, int batchSize) {
    return new PairSource(TRAIN, negatives, batchSize, true, new Seed(5));
  }

  private static List<Pair> manyPairs() {
    List<Pair> pairs = new ArrayList<>();
    for (int epoch = 1; epoch <= 50; epoch++) {
      pairs.addAll(Pairs.of(source(NEGATIVES, 16), epoch));
    }
    return pairs;
  }

  @ParameterizedTest
  @CsvSource({"1,1", "3,16", "5,1000000"})
  void anEpochHasSoManyExamplesPerPositive(int negatives, int batchSize) {
    PairSource source = source(negatives, batchSize);
    int positives = TRAIN.size() - TRAIN.count(Pairs.SATED);
    assertThat(Pairs.of(source, 1)).hasSize((1 + negatives) * positives);
    int full = (1 + negatives) * Math.min(batchSize, positives);
    assertThat(Pairs.batches(source, 1).get(0).lists()).isEqualTo(full);
  }

  @Test
  void whatIsLeftOutIsCounted() {
    assertThat(source(1, 1).leftOut().orElseThrow())
        .startsWith("left out of training: 14 of %d interactions, of 1".formatted(TRAIN.size()));
  }

  @Test
  void labelsSayWhetherThePairIsAPositive() {
    for (Pair pair : manyPairs()) {
      boolean positive = TRAIN.contains(pair.user(), pair.item());
      assertThat(pair.label()).as(pair.toString()).isEqualTo(positive ? 1f : 0f);
      assertThat(pair.item()).isNotEqualTo(Pairs.UNSEEN);
    }
  }

  @Test
  void oneInSoManyIsAPositive() {
    List<Pair> pairs = manyPairs();
    double share = pairs.stream().filter(pair -> pair.label() == 1).count() / (double) pairs.size();
    double deviation = Math.sqrt(0.25 * 0.75 / pairs.size());
    assertThat(share).isBetween(0.25 - 5 * deviation, 0.25 + 5 * deviation);
  }

  @Test
  void usersAreUniform() {
    int[] counts = new int[Pairs.USERS];
    manyPairs().forEach(pair -> counts[pair.user()]++);
    assertThat(counts[Pairs.SATED] + counts[Pairs.EMPTY]).isZero();
    ChiSquare.assertUniform(
        IntStream.range(0, Pairs.USERS)
            .filter(user -> user != Pairs.SATED && user != Pairs.EMPTY)
            .map(user -> counts[user])
            .toArray());
  }

  @Test
  void positivesAndNegativesOfAUserAreUniform() {
    int[] counts = new int[Pairs.ITEMS];
    manyPairs().stream().filter(pair -> pair.user() == USER).forEach(pair -> counts[pair.item()]++);
    for (boolean positive : new boolean[] {true, false}) {
      ChiSquare.assertUniform(
          IntStream.range(0, Pairs.UNSEEN)
              .filter(item -> TRAIN.contains(USER, item) == positive)
              .map(item -> counts[item])
              .toArray());
    }
  }
}
