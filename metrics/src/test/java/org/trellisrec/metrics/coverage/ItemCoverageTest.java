package org.trellisrec.metrics.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trellisrec.spi.Convention;
import org.trellisrec.spi.Metric;
import org.trellisrec.testkit.MetricContract;
import org.trellisrec.testkit.TinyEvaluation;

class ItemCoverageTest extends MetricContract {
  private static final Offset<Double> EXACT = Offset.offset(1e-12);

  @Override
  protected Metric metric() {
    return as(null);
  }

  private static Metric as(ItemCoverage.Form form) {
    return new ItemCoverage(new ItemCoverage.Params(form));
  }

  @Override
  protected double largest(Convention convention) {
    return convention == Convention.ELLIOT ? 30 : 1;
  }

  @Override
  protected double onEmptyList() {
    return 0;
  }

  @Override
  protected double onNoRelevantItem() {
    return 3 / 9.0;
  }

  private static TinyEvaluation twoUsers() {
    return TinyEvaluation.of(2, 10)
        .candidates(0, 1, 2, 3, 4, 5, 6, 7)
        .train(0, 8, 9)
        .relevant(0, 1)
        .list(0, 1, 2)
        .relevant(1, 2)
        .list(1, 2, 3);
  }

  @Test
  void isAShareOfTheCandidates() {
    assertThat(twoUsers().value(metric(), 2)).isCloseTo(3 / 8.0, EXACT);
    assertThat(twoUsers().value(metric(), 1)).isCloseTo(2 / 8.0, EXACT);
  }

  @Test
  void elliotCounts() {
    assertThat(twoUsers().convention(Convention.ELLIOT).value(metric(), 2)).isEqualTo(3);
    assertThat(twoUsers().convention(Convention.ELLIOT).value(metric(), 1)).isEqualTo(2);
  }

  @Test
  void recboleDividesByItemsWithInteractionsAndOne() {
    assertThat(twoUsers().convention(Convention.RECBOLE).value(metric(), 2))
        .isCloseTo(3 / 5.0, EXACT);
    assertThat(twoUsers().convention(Convention.RECBOLE).value(metric(), 1))
        .isCloseTo(2 / 5.0, EXACT);
  }

  @ParameterizedTest
  @CsvSource({"STANDARD, 8", "ELLIOT, 3", "RECBOLE, 5"})
  void mayBeAskedForAsFractionOrCount(Convention convention, double catalogue) {
    TinyEvaluation tiny = twoUsers().train(0, 7).convention(convention);
    double all = convention == Convention.RECBOLE ? catalogue + 1 : catalogue;

    assertThat(tiny.value(as(ItemCoverage.Form.FRACTION), 2)).isCloseTo(3 / all, EXACT);
    assertThat(tiny.value(as(ItemCoverage.Form.FRACTION), 1)).isCloseTo(2 / all, EXACT);
    assertThat(tiny.value(as(ItemCoverage.Form.COUNT), 2)).isEqualTo(3);
    assertThat(tiny.value(as(ItemCoverage.Form.COUNT), 1)).isEqualTo(2);
  }

  /**
   * Two items occur, 0 and 1; with the padding item that is three to share, and four are listed.
   */
  @Test
  void recboleExceedsOneWithItemsThatOccurNowhere() {
    TinyEvaluation tiny =
        TinyEvaluation.of(1, 10)
            .relevant(0, 0, 1)
            .list(0, 1, 2, 3, 4)
            .convention(Convention.RECBOLE);

    assertThat(tiny.value(metric(), 4)).isCloseTo(4 / 3.0, EXACT);
  }

  @Test
  void tablesShowWhatWasAskedFor() {
    assertThat(metric().label("ItemCoverage")).isEqualTo("ItemCoverage");
    assertThat(as(ItemCoverage.Form.COUNT).label("ItemCoverage"))
        .isEqualTo("ItemCoverage_as:count");
  }
}
