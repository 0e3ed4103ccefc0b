package org.trellisrec.metrics.bias;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.trellisrec.metrics.StandardAndRecBole;
import org.trellisrec.spi.Convention;
import org.trellisrec.spi.Metric;
import org.trellisrec.testkit.MetricContract;
import org.trellisrec.testkit.TinyEvaluation;

class LongTailCountTest extends MetricContract {
  private static final Offset<Double> EXACT = Offset.offset(1e-12);

  @Override
  protected Metric metric() {
    return of(ShortHead.INTERACTIONS);
  }

  private static Metric of(ShortHead rule) {
    return new LongTailCount(new ShortHeadParams(rule));
  }

  @Override
  protected double largest(Convention convention) {
    return 10;
  }

  @Override
  protected double onEmptyList() {
    return 0;
  }

  @Override
  protected double onNoRelevantItem() {
    return 3;
  }

  /** Item 0 has half of the 8 training rows, items 0 and 1 seven eighths, item 3 none. */
  private static TinyEvaluation known() {
    return TinyEvaluation.of(6, 4).train(0, 0, 1, 2).train(1, 0, 1).train(2, 0, 1).train(3, 0);
  }

  private static TinyEvaluation oneUser() {
    return known().relevant(4, 3).list(4, 0, 2, 3);
  }

  @StandardAndRecBole
  void countsTheTail(Convention convention) {
    assertThat(oneUser().convention(convention).value(metric(), 1)).isEqualTo(0);
    assertThat(oneUser().convention(convention).value(metric(), 2)).isEqualTo(1);
    assertThat(oneUser().convention(convention).value(metric(), 3)).isEqualTo(2);
  }

  @Test
  void elliotKnowsTrainingItemsOnly() {
    assertThat(oneUser().convention(Convention.ELLIOT).value(metric(), 3)).isEqualTo(1);
    assertThat(oneUser().convention(Convention.ELLIOT).list(4, 3).value(metric(), 3))
        .isCloseTo(0, EXACT);
  }

  @Test
  void theTailMayBeFourFifthsOfTheItems() {
    // of items 0, 1 and 2 only the first is no tail
    TinyEvaluation three = known().relevant(4, 3).list(4, 0, 1, 3);

    assertThat(three.value(of(ShortHead.ITEMS), 2)).isEqualTo(1);
    assertThat(three.value(of(ShortHead.ITEMS), 3)).isEqualTo(2);
    assertThat(three.value(of(ShortHead.INTERACTIONS), 3)).isEqualTo(1);
    assertThat(three.convention(Convention.ELLIOT).value(of(ShortHead.ITEMS), 3)).isEqualTo(1);
  }

  @StandardAndRecBole
  void equallyPopularItemsEnterTheHeadByIndex(Convention convention) {
    TinyEvaluation ten =
        TinyEvaluation.of(2, 10).convention(convention).train(0, IntStream.range(0, 10).toArray());
    ten.relevant(1, 3).list(1, 9, 2, 1, 0);

    assertThat(ten.value(of(ShortHead.ITEMS), 4)).isEqualTo(2);
    assertThat(ten.value(of(ShortHead.INTERACTIONS), 4)).isEqualTo(1);
  }

  @Test
  void tablesShowTheRule() {
    assertThat(of(ShortHead.INTERACTIONS).label("ACLT")).isEqualTo("ACLT");
    assertThat(of(ShortHead.ITEMS).label("ACLT")).isEqualTo("ACLT_short_head:items");
  }
}
