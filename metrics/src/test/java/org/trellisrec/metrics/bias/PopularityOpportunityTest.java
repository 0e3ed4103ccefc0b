package org.trellisrec.metrics.bias;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.trellisrec.metrics.StandardAndRecBole;
import org.trellisrec.spi.Convention;
import org.trellisrec.spi.Metric;
import org.trellisrec.testkit.MetricContract;
import org.trellisrec.testkit.TinyEvaluation;

class PopularityOpportunityTest extends MetricContract {
  private static final Offset<Double> EXACT = Offset.offset(1e-12);

  @Override
  protected Metric metric() {
    return of(ShortHead.INTERACTIONS);
  }

  private static Metric of(ShortHead rule) {
    return new PopularityOpportunity(new ShortHeadParams(rule));
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

  @Override
  protected boolean higherIsBetter(Convention convention) {
    return false;
  }

  /** Item 0 has half of the 8 training rows, items 0 and 1 seven eighths, item 3 none. */
  private static TinyEvaluation known() {
    return TinyEvaluation.of(6, 4).train(0, 0, 1, 2).train(1, 0, 1).train(2, 0, 1).train(3, 0);
  }

  @Test
  void comparesTheHitsOfHeadAndTail() {
    TinyEvaluation twoUsers = known().relevant(3, 2).list(3, 2).relevant(4, 0, 3).list(4, 0, 1, 2);

    // head 1 of 1, tail 1 of 2
    assertThat(twoUsers.value(metric(), 3)).isCloseTo((1 / 4.0) / (3 / 4.0), EXACT);
    assertThat(twoUsers.list(3, 1).value(metric(), 3)).isCloseTo(1, EXACT);
  }

  @Test
  void elliotTailHasTrainingItemsOnly() {
    TinyEvaluation elliot = known().relevant(4, 0, 2, 3).convention(Convention.ELLIOT);

    // head 1 of 1, tail 1 of 1
    assertThat(elliot.list(4, 0, 2).value(metric(), 2)).isEqualTo(0);
    assertThat(elliot.list(4, 0, 3).value(metric(), 2)).isCloseTo(1, EXACT);
  }

  @StandardAndRecBole
  void whatTheUserKnowsIsNotAskedFor(Convention convention) {
    TinyEvaluation again =
        known().convention(convention).relevant(3, 0, 2).relevant(4, 1).list(3, 2).list(4, 1);

    assertThat(again.value(metric(), 1)).isEqualTo(0);
  }

  @StandardAndRecBole
  void hasNoValueIfAGroupIsNotRelevant(Convention convention) {
    assertThat(known().convention(convention).relevant(4, 0).list(4, 0).value(metric(), 1)).isNaN();
  }

  @Test
  void theTailMayBeFourFifthsOfTheItems() {
    // of items 0, 1 and 2 only the first is no tail
    TinyEvaluation tiny = known().relevant(4, 0, 1, 3).list(4, 0, 1);

    // head 1 of 1, tail 1 of 2
    assertThat(tiny.value(of(ShortHead.ITEMS), 2)).isCloseTo((1 / 4.0) / (3 / 4.0), EXACT);
    assertThat(tiny.value(of(ShortHead.ITEMS), 1)).isCloseTo(1, EXACT);
    // head 2 of 2, tail 0 of 1
    assertThat(tiny.value(metric(), 2)).isCloseTo(1, EXACT);
    // without the unknown item: tail 1 of 1
    assertThat(tiny.convention(Convention.ELLIOT).value(of(ShortHead.ITEMS), 2)).isEqualTo(0);
    assertThat(of(ShortHead.ITEMS).label("PopREO")).isEqualTo("PopREO_short_head:items");
  }
}
