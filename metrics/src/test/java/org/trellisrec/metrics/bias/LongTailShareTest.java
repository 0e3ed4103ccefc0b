package org.trellisrec.metrics.bias;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.trellisrec.spi.Convention;
import org.trellisrec.spi.Metric;
import org.trellisrec.testkit.MetricContract;
import org.trellisrec.testkit.TinyEvaluation;

class LongTailShareTest extends MetricContract {
  private static final Offset<Double> EXACT = Offset.offset(1e-12);

  @Override
  protected Metric metric() {
    return of(ShortHead.INTERACTIONS);
  }

  private static Metric of(ShortHead rule) {
    return new LongTailShare(new ShortHeadParams(rule));
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
    return 1;
  }

  /** Item 0 alone has four fifths of the training rows, item 1 the rest, item 2 none. */
  private static TinyEvaluation oneUser() {
    return TinyEvaluation.of(5, 4)
        .train(0, 0, 1)
        .train(1, 0)
        .train(2, 0)
        .train(3, 0)
        .relevant(4, 3)
        .list(4, 0, 1, 2);
  }

  @Test
  void untrainedItemsAreInTheTail() {
    assertThat(oneUser().value(metric(), 3)).isCloseTo(2 / 3.0, EXACT);
    assertThat(oneUser().value(metric(), 2)).isCloseTo(1 / 2.0, EXACT);
  }

  @Test
  void elliotKnowsTrainingItemsOnly() {
    assertThat(oneUser().convention(Convention.ELLIOT).value(metric(), 3))
        .isCloseTo(1 / 3.0, EXACT);
    assertThat(oneUser().convention(Convention.ELLIOT).value(metric(), 1)).isEqualTo(0);
  }

  @Test
  void recboleTailIsATenthOfTheTrainingItems() {
    TinyEvaluation many = TinyEvaluation.of(3, 30).convention(Convention.RECBOLE);
    many.train(0, IntStream.range(0, 25).toArray());
    many.train(1, IntStream.range(3, 25).toArray());
    many.relevant(2, 29).list(2, 0, 1, 2, 29);

    assertThat(many.value(metric(), 4)).isCloseTo(2 / 4.0, EXACT);
    assertThat(oneUser().convention(Convention.RECBOLE).value(metric(), 3))
        .isCloseTo(1 / 3.0, EXACT);
  }

  @Test
  void theTailMayBeFourFifthsOfTheItems() {
    // of ten equally popular items 0 and 1 are no tail; item 11 is unknown
    TinyEvaluation ten = TinyEvaluation.of(2, 12).train(0, IntStream.range(0, 10).toArray());
    ten.relevant(1, 3).list(1, 0, 2, 8, 11);

    assertThat(ten.value(of(ShortHead.ITEMS), 4)).isCloseTo(3 / 4.0, EXACT);
    assertThat(ten.value(of(ShortHead.INTERACTIONS), 4)).isCloseTo(2 / 4.0, EXACT);
    assertThat(ten.convention(Convention.ELLIOT).value(of(ShortHead.ITEMS), 4))
        .isCloseTo(2 / 4.0, EXACT);
  }

  @Test
  void recboleGivesWayToFourFifthsOfTheItems() {
    // tails of 10 items: RecBole's is item 9, four fifths are 2 to 9
    TinyEvaluation ten = TinyEvaluation.of(3, 10).convention(Convention.RECBOLE);
    ten.train(0, IntStream.range(0, 10).toArray()).train(1, IntStream.range(0, 9).toArray());
    ten.relevant(2, 3).list(2, 1, 2, 9);

    assertThat(ten.value(metric(), 3)).isCloseTo(1 / 3.0, EXACT);
    assertThat(ten.value(of(ShortHead.ITEMS), 3)).isCloseTo(2 / 3.0, EXACT);
    assertThat(of(ShortHead.ITEMS).label("APLT")).isEqualTo("APLT_short_head:items");
  }
}
