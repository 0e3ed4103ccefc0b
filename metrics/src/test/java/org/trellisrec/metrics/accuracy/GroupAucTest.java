package org.trellisrec.metrics.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trellisrec.evaluation.Evaluation;
import org.trellisrec.spi.Convention;
import org.trellisrec.spi.Metric;
import org.trellisrec.testkit.MetricContract;
import org.trellisrec.testkit.TinyEvaluation;

class GroupAucTest extends MetricContract {
  private static final Offset<Double> EXACT = Offset.offset(1e-12);

  @Override
  protected Metric metric() {
    return new GroupAuc();
  }

  @Override
  protected double largest(Convention convention) {
    return 1;
  }

  @Override
  protected double onEmptyList() {
    return Double.NaN;
  }

  @Override
  protected double onNoRelevantItem() {
    return Double.NaN;
  }

  /** Items 1 and 2 of the relevant ones are ranked, 3 is not; user 1 has one hit in the middle. */
  private static TinyEvaluation twoUsers() {
    return TinyEvaluation.of(3, 10)
        .relevant(0, 1, 2, 3)
        .list(0, 1, 5, 6, 2)
        .relevant(1, 4)
        .list(1, 7, 4, 8);
  }

  /** The same with ten training items, so that Elliot counts 8 irrelevant ones for user 0. */
  private static TinyEvaluation elliot() {
    return twoUsers().train(2, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9).convention(Convention.ELLIOT);
  }

  /** Scores 3, 2, 2, 2, 1; relevant are the first and one of those that tie. */
  private static TinyEvaluation ties() {
    return TinyEvaluation.of(2, 10)
        .train(1, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9)
        .relevant(0, 1, 2)
        .scored(0, new int[] {1, 5, 6, 2, 7}, 3, 2, 2, 2, 1);
  }

  @Test
  void equalScoresAreHalfAPair() {
    assertThat(ties().value(metric(), 1)).isCloseTo((3 + 1 / 2.0 + 1 / 2.0 + 1) / 6, EXACT);
    // RecBole: [2 * (5 + 1) - 2 * 3 / 2 - (1 + 3)] / (2 * 3) with average ranks 1 and 3, from 1
    assertThat(ties().convention(Convention.RECBOLE).value(metric(), 1))
        .isCloseTo((12 - 3 - 4) / 6.0, EXACT);
    assertThat(ties().convention(Convention.ELLIOT).value(metric(), 1))
        .isCloseTo((1 + (9 - 3 + 1) / 9.0) / 2, EXACT);
  }

  @Test
  void isTheShareOfPairsInOrderOfEveryUser() {
    assertThat(twoUsers().userValues(metric(), 1))
        .containsExactly(new double[] {2 / 6.0, 1 / 2.0}, EXACT);
    assertThat(twoUsers().value(metric(), 1)).isCloseTo((2 / 6.0 + 1 / 2.0) / 2, EXACT);
  }

  @Test
  void recboleWeighsUsersByTheirRelevantItems() {
    assertThat(twoUsers().convention(Convention.RECBOLE).value(metric(), 3))
        .isCloseTo((3 * (2 / 6.0) + 1 / 2.0) / 4, EXACT);
    assertThat(twoUsers().list(1, 4, 7, 8).convention(Convention.RECBOLE).value(metric(), 3))
        .isCloseTo((3 * (2 / 6.0) + 1) / 4, EXACT);
  }

  @Test
  void elliotDividesByTheRelevantItems() {
    assertThat(elliot().value(metric(), 1)).isCloseTo(((1 + 6 / 8.0) / 3 + 9 / 10.0) / 2, EXACT);
    assertThat(elliot().list(1, 7, 8).value(metric(), 1)).isCloseTo((1 + 6 / 8.0) / 3 / 2, EXACT);
  }

  /** User 0 ranks all three relevant items first; what the other has is up to the test. */
  private static TinyEvaluation threeToOne() {
    return TinyEvaluation.of(2, 9)
        .convention(Convention.RECBOLE)
        .relevant(0, 1, 2, 3)
        .list(0, 1, 2, 3, 4, 5)
        .relevant(1, 6);
  }

  @Test
  void usersWithoutAValueWeighNothing() {
    assertThat(threeToOne().value(metric(), 3)).isCloseTo(1, EXACT);
    // nothing irrelevant is ranked
    assertThat(threeToOne().list(1, 6).value(metric(), 1)).isCloseTo(1, EXACT);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 9})
  void recboleCountsAShortRankingAtEveryCutoff(int cutoff) {
    Evaluation.Row row = threeToOne().list(1, 7, 6).evaluate(metric(), cutoff).rows().get(0);

    assertThat(row.value()).isCloseTo((3 * 1 + 0) / 4.0, EXACT);
    assertThat(row.users()).isEqualTo(2);
  }

  @Test
  void theValuesOfUsersKnowNoWeights() {
    assertThat(threeToOne().list(1, 6, 7).userValues(metric(), 3))
        .containsExactly(new double[] {1, 1}, EXACT);
  }

  @Test
  void elliotHasNoValueWithoutAnIrrelevantItem() {
    TinyEvaluation tiny =
        threeToOne().list(0, 4, 1, 2, 3).list(1, 0, 6).convention(Convention.ELLIOT);
    // n is 3 - 1 - 3 + 1 = 0 and 3 - 2 - 1 + 1 = 1
    assertThat(tiny.train(0, 7).train(1, 4, 8).userValues(metric(), 3))
        .containsExactly(Double.NaN, 0);
    // n is 3 - 2 - 3 + 1 = -1 and 3 - 2 - 1 + 1 = 1
    assertThat(tiny.train(0, 8).userValues(metric(), 3)).containsExactly(Double.NaN, 0);
    assertThat(tiny.value(metric(), 3)).isZero();
  }

  @Test
  void elliotFallsBelow0WhereMoreIsBeforeAHitThanItCounts() {
    // n = 2 - 1 - 1 + 1 = 1, with 3 items before the hit
    TinyEvaluation tiny =
        TinyEvaluation.of(2, 9).train(0, 0).train(1, 1).relevant(0, 2).list(0, 1, 7, 8, 2);

    assertThat(tiny.convention(Convention.ELLIOT).value(metric(), 4)).isCloseTo(1 - 3 / 1.0, EXACT);
  }

  @Test
  void recboleWeighsByWhatReachesTheThreshold() {
    TinyEvaluation tenths =
        TinyEvaluation.of(2, 6)
            .rated(0, 1, 4.1)
            .rated(0, 2, 4.1)
            .list(0, 1, 2, 3)
            .rated(1, 4, 5)
            .list(1, 5, 4)
            .threshold(4.1)
            .convention(Convention.RECBOLE);

    // 2 and 1 relevant items, shares 1 and 0
    assertThat(tenths.value(metric(), 1)).isCloseTo(2 / 3.0, EXACT);
  }
}
