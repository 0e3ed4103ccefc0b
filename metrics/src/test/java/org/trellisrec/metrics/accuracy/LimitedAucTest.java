package org.trellisrec.metrics.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.trellisrec.metrics.StandardAndRecBole;
import org.trellisrec.spi.Convention;
import org.trellisrec.spi.Metric;
import org.trellisrec.testkit.MetricContract;
import org.trellisrec.testkit.TinyEvaluation;

class LimitedAucTest extends MetricContract {
  private static final Offset<Double> EXACT = Offset.offset(1e-12);

  @Override
  protected Metric metric() {
    return new LimitedAuc();
  }

  @Override
  protected double largest(Convention convention) {
    return 1;
  }

  @Override
  protected double onEmptyList() {
    return 1 / 2.0;
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

  private static TinyEvaluation oneUser() {
    return TinyEvaluation.of(1, 10).relevant(0, 1, 2, 3).list(0, 1, 5, 6, 2);
  }

  @StandardAndRecBole
  void goesStraightToTheEndAfterTheList(Convention convention) {
    // of 7 irrelevant items 7 and 5 are below the hits; the third comes before half of the last 5
    assertThat(oneUser().convention(convention).value(metric(), 4))
        .isCloseTo((7 + 5 + 5 / 2.0) / 21, EXACT);
    assertThat(oneUser().convention(convention).value(metric(), 1))
        .isCloseTo((7 + 2 * 7 / 2.0) / 21, EXACT);
  }

  @StandardAndRecBole
  void historyAndOtherItemsAreNoCandidates(Convention convention) {
    TinyEvaluation fewer =
        oneUser().convention(convention).train(0, 9).candidates(1, 2, 5, 6, 7, 9);

    // 3 irrelevant candidates; item 3 cannot be reached
    assertThat(fewer.value(metric(), 1)).isCloseTo((3 + 3 / 2.0) / 9, EXACT);
    assertThat(fewer.value(metric(), 4)).isCloseTo((3 + 1) / 9.0, EXACT);
  }

  /** Scores 3, 2, 2, 2, 1; relevant are the first and one of those that tie. */
  private static TinyEvaluation ties() {
    return TinyEvaluation.of(2, 10)
        .train(1, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9)
        .relevant(0, 1, 2)
        .scored(0, new int[] {1, 5, 6, 2, 7}, 3, 2, 2, 2, 1);
  }

  @Test
  void equalScoresInTheListAreHalfAPair() {
    // 8 irrelevant candidates, 3 of them listed; item 2 is below one of those that tie on average
    assertThat(ties().value(metric(), 5)).isCloseTo((8 + (8 - 1)) / 16.0, EXACT);
    // cut before item 2 only item 1 is a hit: item 2 comes before half of the 6 that remain
    assertThat(ties().value(metric(), 3)).isCloseTo((8 + 6 / 2.0) / 16, EXACT);
    assertThat(ties().convention(Convention.ELLIOT).value(metric(), 5))
        .isCloseTo((1 + (9 - 3 + 1) / 9.0) / 2, EXACT);
  }

  @Test
  void elliotCountsTheListOnly() {
    assertThat(elliot().userValues(metric(), 4))
        .containsExactly(new double[] {(1 + 6 / 8.0) / 3, 9 / 10.0}, EXACT);
    assertThat(elliot().value(metric(), 1)).isCloseTo((1 + 0) / 2.0, EXACT);
  }

  @StandardAndRecBole
  void whatIsMaskedIsNoCandidate(Convention convention) {
    TinyEvaluation masked = oneUser().convention(convention).train(0, 9).mask(0, 8, 9);

    // 5 irrelevant candidates: 0, 4, 5, 6 and 7
    assertThat(masked.value(metric(), 1)).isCloseTo((5 + 2 * 5 / 2.0) / 15, EXACT);
  }

  @StandardAndRecBole
  void whatCouldNotBeShownIsPassedOver(Convention convention) {
    TinyEvaluation clean =
        TinyEvaluation.of(1, 6).convention(convention).relevant(0, 4).train(0, 0, 1, 2, 3);
    // item 5 is the only irrelevant candidate
    assertThat(clean.list(0, 0, 1, 2, 3, 4).value(metric(), 5)).isCloseTo(1, EXACT);
    assertThat(clean.list(0, 0, 5, 2, 3, 4).value(metric(), 5)).isCloseTo(0, EXACT);
    assertThat(clean.list(0, 0, 1, 2, 3).value(metric(), 4)).isCloseTo(1 / 2.0, EXACT);
    assertThat(clean.scored(0, new int[] {0, 5, 1, 4, 2}, 2, 1, 1, 1, 1).value(metric(), 5))
        .isCloseTo(1 / 2.0, EXACT);
  }

  @StandardAndRecBole
  void aRelevantItemThatCouldNotBeShownIsNoHit(Convention convention) {
    // of items 4 and 0 only 4 could be shown, before item 5
    TinyEvaluation tiny =
        TinyEvaluation.of(1, 6).convention(convention).relevant(0, 0, 4).train(0, 0, 1, 2, 3);

    assertThat(tiny.list(0, 0, 4, 5).value(metric(), 3)).isCloseTo(1 / 2.0, EXACT);
  }

  @StandardAndRecBole
  void withoutIrrelevantCandidateThereIsNoValue(Convention convention) {
    TinyEvaluation tiny = TinyEvaluation.of(1, 3).convention(convention).relevant(0, 2);

    assertThat(tiny.train(0, 0, 1).list(0, 0, 2).value(metric(), 2)).isNaN();
  }

  @Test
  void elliotHasNoValueWithoutAnIrrelevantItem() {
    // n = 2 - 1 - 2 + 1 = 0, with and without a hit
    TinyEvaluation tiny =
        TinyEvaluation.of(2, 6).train(0, 0).train(1, 1).relevant(0, 2, 3).list(0, 1, 2);

    assertThat(tiny.convention(Convention.ELLIOT).value(metric(), 2)).isNaN();
    assertThat(tiny.value(metric(), 1)).isNaN();
  }
}
