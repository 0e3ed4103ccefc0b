package org.trellisrec.metrics.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.trellisrec.evaluation.Evaluation;
import org.trellisrec.metrics.StandardAndRecBole;
import org.trellisrec.spi.Convention;
import org.trellisrec.spi.Metric;
import org.trellisrec.testkit.MetricContract;
import org.trellisrec.testkit.TinyEvaluation;

class AucTest extends MetricContract {
  private static final Offset<Double> EXACT = Offset.offset(1e-12);

  @Override
  protected Metric metric() {
    return new Auc();
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

  @StandardAndRecBole
  void isTheMeanShareOfPairsInOrder(Convention convention) {
    // user 0: 2 of 3 x 2 pairs, user 1: 1 of 1 x 2
    assertThat(twoUsers().convention(convention).value(metric(), 1))
        .isCloseTo((2 / 6.0 + 1 / 2.0) / 2, EXACT);
    assertThat(twoUsers().convention(convention).list(1, 4, 7, 8).value(metric(), 3))
        .isCloseTo((2 / 6.0 + 1) / 2, EXACT);
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
    // 3 of 3, and of 3 pairs two halves and a whole: as roc_auc_score([1, 0, 0, 1, 0], scores)
    assertThat(ties().value(metric(), 1)).isCloseTo((3 + 1 / 2.0 + 1 / 2.0 + 1) / 6, EXACT);
    assertThat(ties().convention(Convention.RECBOLE).value(metric(), 1))
        .isCloseTo((3 + 1 / 2.0 + 1 / 2.0 + 1) / 6, EXACT);
    // n = 10 - 0 - 2 + 1; ranks 0 and 3 as listed
    assertThat(ties().convention(Convention.ELLIOT).value(metric(), 1))
        .isCloseTo((1 + (9 - 3 + 1) / 9.0) / 2, EXACT);
  }

  @Test
  void recboleCountsAShortRankingAtEveryCutoff() {
    TinyEvaluation tiny = twoUsers().convention(Convention.RECBOLE);

    assertThat(tiny.evaluate(metric(), 1, 4, 9).rows())
        .extracting(Evaluation.Row::users)
        .containsExactly(2, 2, 2);
    assertThat(tiny.value(metric(), 9)).isCloseTo((2 / 6.0 + 1 / 2.0) / 2, EXACT);
  }

  @Test
  void elliotLeavesOutUsersWithoutAnIrrelevantItem() {
    // n is 4 - 2 - 3 + 1 = 0 for user 0, and 4 - 0 - 1 + 1 = 4 for user 1
    TinyEvaluation tiny = twoUsers().train(0, 0, 7).train(2, 4, 8).convention(Convention.ELLIOT);

    assertThat(tiny.evaluate(metric(), 1).rows())
        .containsExactly(new Evaluation.Row("metric", 1, (4 - 1) / 4.0, 1));
    assertThat(tiny.relevant(1, 0, 1, 2, 3).value(metric(), 1)).isNaN();
  }

  @Test
  void elliotAveragesOverTheHitsOfAllUsers() {
    // 8 of 8 and 6 of 8, and 9 of 10
    assertThat(elliot().value(metric(), 1)).isCloseTo((1 + 6 / 8.0 + 9 / 10.0) / 3, EXACT);
    assertThat(elliot().list(1, 7, 8).value(metric(), 1)).isCloseTo((1 + 6 / 8.0) / 2, EXACT);
  }
}
