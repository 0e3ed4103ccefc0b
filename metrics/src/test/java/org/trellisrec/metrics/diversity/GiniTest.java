package org.trellisrec.metrics.diversity;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.trellisrec.spi.Convention;
import org.trellisrec.spi.Metric;
import org.trellisrec.testkit.MetricContract;
import org.trellisrec.testkit.TinyEvaluation;

class GiniTest extends MetricContract {
  private static final Offset<Double> EXACT = Offset.offset(1e-12);

  @Override
  protected Metric metric() {
    return new Gini();
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
    return 3 / 4.0;
  }

  @Override
  protected boolean higherIsBetter(Convention convention) {
    return convention == Convention.ELLIOT;
  }

  private static TinyEvaluation twoUsers() {
    return TinyEvaluation.of(2, 10)
        .candidates(0, 1, 2, 3)
        .train(0, 0, 4, 5, 6)
        .train(1, 7)
        .relevant(0, 1)
        .list(0, 1, 2)
        .relevant(1, 2)
        .list(1, 2, 3);
  }

  @Test
  void comparesTheCountsOfAllCandidates() {
    // counts 0, 1, 1, 2 with weights -3, -1, 1, 3
    assertThat(twoUsers().value(metric(), 2)).isCloseTo((-1 + 1 + 6) / (3 * 4.0), EXACT);
    // counts 0, 0, 1, 1
    assertThat(twoUsers().value(metric(), 1)).isCloseTo((1 + 3) / (3 * 2.0), EXACT);
  }

  @Test
  void isZeroForEqualCounts() {
    TinyEvaluation even = TinyEvaluation.of(1, 4).relevant(0, 1).list(0, 3, 2, 1, 0);

    assertThat(even.value(metric(), 4)).isCloseTo(0, EXACT);
    assertThat(even.value(metric(), 1)).isCloseTo(1, EXACT);
  }

  @Test
  void elliotReportsTheComplementOverTrainingItems() {
    // counts 0, 0, 1, 1, 2 with weights -4, -2, 0, 2, 4
    assertThat(twoUsers().convention(Convention.ELLIOT).value(metric(), 2))
        .isCloseTo(1 - (2 + 8) / (4 * 4.0), EXACT);
    assertThat(twoUsers().convention(Convention.ELLIOT).value(metric(), 1))
        .isCloseTo(1 - (2 + 4) / (4 * 2.0), EXACT);
  }

  @Test
  void recboleDividesByTheNumberOfItems() {
    // eight items with the padding item; counts 1, 1, 2 with weights 3, 5, 7
    assertThat(twoUsers().convention(Convention.RECBOLE).value(metric(), 2))
        .isCloseTo((3 + 5 + 14) / (8 * 4.0), EXACT);
    assertThat(twoUsers().convention(Convention.RECBOLE).value(metric(), 1))
        .isCloseTo((5 + 7) / (8 * 2.0), EXACT);
  }

  @Test
  void oneTrainingItemCannotBeUneven() {
    TinyEvaluation tiny = TinyEvaluation.of(1, 3).train(0, 0).relevant(0, 1).list(0, 1, 2);

    assertThat(tiny.convention(Convention.ELLIOT).value(metric(), 2)).isNaN();
  }
}
