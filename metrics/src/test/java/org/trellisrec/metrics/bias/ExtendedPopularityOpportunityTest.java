package org.trellisrec.metrics.bias;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.trellisrec.metrics.StandardAndRecBole;
import org.trellisrec.spi.Convention;
import org.trellisrec.spi.Metric;
import org.trellisrec.testkit.MetricContract;
import org.trellisrec.testkit.TinyEvaluation;

class ExtendedPopularityOpportunityTest extends MetricContract {
  private static final Offset<Double> EXACT = Offset.offset(1e-12);

  @Override
  protected Metric metric() {
    return of(0.8);
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

  private static Metric of(double share) {
    return new ExtendedPopularityOpportunity(new PopRatioParams(share, ShortHead.INTERACTIONS));
  }

  private static TinyEvaluation oneUser() {
    return known().relevant(4, 0, 1, 3).list(4, 0, 1);
  }

  @StandardAndRecBole
  void theHeadHasTheGivenShare(Convention convention) {
    // head 1 of 1, tail 1 of 2
    assertThat(oneUser().convention(convention).value(of(0.5), 2))
        .isCloseTo((1 / 4.0) / (3 / 4.0), EXACT);
    // head 2 of 2, tail 0 of 1
    assertThat(oneUser().convention(convention).value(of(0.8), 2)).isCloseTo(1, EXACT);
  }

  @Test
  void elliotTailHasTrainingItemsOnly() {
    TinyEvaluation elliot = oneUser().convention(Convention.ELLIOT);

    // head 1 of 1, tail 1 of 1
    assertThat(elliot.value(of(0.5), 2)).isEqualTo(0);
    assertThat(elliot.value(of(0.5), 1)).isCloseTo(1, EXACT);
  }

  @StandardAndRecBole
  void fourFifthsAreThePlainMetric(Convention convention) {
    assertThat(oneUser().convention(convention).value(metric(), 2))
        .isCloseTo(
            oneUser()
                .convention(convention)
                .value(new PopularityOpportunity(new ShortHeadParams(ShortHead.INTERACTIONS)), 2),
            EXACT);
  }

  private static Metric byItems(double share) {
    return new ExtendedPopularityOpportunity(new PopRatioParams(share, ShortHead.ITEMS));
  }

  @StandardAndRecBole
  void theTailMayHaveTheGivenShareOfTheItems(Convention convention) {
    // head 1 of 1, tail 1 of 2
    assertThat(oneUser().convention(convention).value(byItems(0.8), 2))
        .isCloseTo((1 / 4.0) / (3 / 4.0), EXACT);
    // the tail is item 2 and the unknown one: head 2 of 2, tail 0 of 1
    assertThat(oneUser().convention(convention).value(byItems(0.5), 2)).isCloseTo(1, EXACT);
    // head 1 of 2, tail 1 of 1
    assertThat(oneUser().convention(convention).list(4, 0, 3).value(byItems(0.5), 2))
        .isCloseTo((1 / 4.0) / (3 / 4.0), EXACT);
    assertThat(byItems(0.5).label("ExtendedPopREO"))
        .isEqualTo("ExtendedPopREO_short_head:items_pop_ratio:0.5");
  }
}
