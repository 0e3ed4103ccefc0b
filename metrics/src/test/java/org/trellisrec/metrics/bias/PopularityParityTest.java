package org.trellisrec.metrics.bias;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.trellisrec.data.Candidates;
import org.trellisrec.data.Interactions;
import org.trellisrec.evaluation.Evaluator;
import org.trellisrec.evaluation.NamedMetric;
import org.trellisrec.metrics.StandardAndRecBole;
import org.trellisrec.spi.Convention;
import org.trellisrec.spi.Metric;
import org.trellisrec.spi.TaskContext;
import org.trellisrec.testkit.MetricContract;
import org.trellisrec.testkit.TinyEvaluation;

class PopularityParityTest extends MetricContract {
  private static final Offset<Double> EXACT = Offset.offset(1e-12);

  @Override
  protected Metric metric() {
    return of(ShortHead.INTERACTIONS);
  }

  private static Metric of(ShortHead rule) {
    return new PopularityParity(new ShortHeadParams(rule));
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

  @Override
  protected boolean higherIsBetter(Convention convention) {
    return false;
  }

  /** The head is item 0, which user 3 knows; user 4 knows nothing. */
  private static TinyEvaluation twoUsers() {
    return TinyEvaluation.of(5, 4)
        .train(0, 0, 1)
        .train(1, 0)
        .train(2, 0)
        .train(3, 0)
        .relevant(3, 2)
        .list(3, 1)
        .relevant(4, 3)
        .list(4, 0, 1, 2);
  }

  @Test
  void comparesChancesOfHeadAndTail() {
    // head 1 of 1, tail 3 of 6
    assertThat(twoUsers().value(metric(), 3)).isCloseTo((1 / 4.0) / (3 / 4.0), EXACT);
    // head 1 of 1, tail 1 of 6
    assertThat(twoUsers().value(metric(), 1)).isCloseTo((5 / 12.0) / (7 / 12.0), EXACT);
  }

  @Test
  void onlyCandidatesCouldHaveBeenShown() {
    // tail 2 of 4 without item 2
    TinyEvaluation fewer = twoUsers().candidates(0, 1, 3).list(4, 0, 1);

    assertThat(fewer.value(metric(), 3)).isCloseTo((1 / 4.0) / (3 / 4.0), EXACT);
    assertThat(fewer.candidates(0, 1).value(metric(), 3)).isCloseTo(0, EXACT);
  }

  @Test
  void elliotTailHasTrainingItemsOnly() {
    TinyEvaluation elliot = twoUsers().convention(Convention.ELLIOT);

    // head 1 of 1, tail 2 of 2
    assertThat(elliot.value(metric(), 3)).isCloseTo(0, EXACT);
    // head 1 of 1, tail 1 of 2
    assertThat(elliot.value(metric(), 1)).isCloseTo((1 / 4.0) / (3 / 4.0), EXACT);
  }

  @StandardAndRecBole
  void hasNoValueWithoutAHead(Convention convention) {
    TinyEvaluation cold = TinyEvaluation.of(1, 4).convention(convention).relevant(0, 2).list(0, 1);

    assertThat(cold.value(metric(), 1)).isNaN();
  }

  @StandardAndRecBole
  void sampledCandidatesAreCountedPerUser(Convention convention) {
    TaskContext all = twoUsers().convention(convention).context();
    Interactions sampled =
        Interactions.of(5, 4, new int[] {3, 3, 4, 4, 4}, new int[] {0, 1, 0, 1, 2}, null, null);
    TaskContext context =
        new TaskContext(
            all.dataset(),
            all.train(),
            all.task().withCandidates(new Candidates.PerUser(sampled)),
            all.popularity(),
            all.convention(),
            0);
    List<NamedMetric> metrics = List.of(NamedMetric.of("PopRSP", metric()));

    // head 1 of 1 (user 3 knows it), tail 3 of 3
    assertThat(
            new Evaluator(1)
                .evaluate(
                    twoUsers().convention(convention).lists(), context, metrics, new int[] {3})
                .value("PopRSP", 3))
        .hasValue(0);
  }

  @Test
  void theTailMayBeFourFifthsOfTheItems() {
    // items 0 and 1 have seven of eight rows, but only item 0 is no tail of three items
    TinyEvaluation tiny =
        TinyEvaluation.of(6, 4).train(0, 0, 1, 2).train(1, 0, 1).train(2, 0, 1).train(3, 0);
    tiny.relevant(4, 3).list(4, 0, 1, 2);

    // head 1 of 1, tail 1 of 3
    assertThat(tiny.value(of(ShortHead.ITEMS), 2)).isCloseTo((1 / 3.0) / (2 / 3.0), EXACT);
    // head 1 of 1, tail 2 of 3
    assertThat(tiny.value(of(ShortHead.ITEMS), 3)).isCloseTo((1 / 6.0) / (5 / 6.0), EXACT);
    // head 2 of 2, tail 0 of 2
    assertThat(tiny.value(metric(), 2)).isCloseTo(1, EXACT);
    // without the unknown item: tail 1 of 2
    assertThat(tiny.convention(Convention.ELLIOT).value(of(ShortHead.ITEMS), 2))
        .isCloseTo((1 / 4.0) / (3 / 4.0), EXACT);
    assertThat(of(ShortHead.ITEMS).label("PopRSP")).isEqualTo("PopRSP_short_head:items");
  }

  @StandardAndRecBole
  void whatIsMaskedCouldNotHaveBeenShown(Convention convention) {
    // head 1 of 1; tail 1 of 4, as user 3 could be shown item 1 only
    TinyEvaluation masked = twoUsers().convention(convention).mask(3, 0, 2, 3);

    assertThat(masked.value(metric(), 1)).isCloseTo((3 / 8.0) / (5 / 8.0), EXACT);
  }

  @Test
  void elliotPassesOverTrainingItemsOnly() {
    assertThat(twoUsers().convention(Convention.ELLIOT).mask(4, 1).value(metric(), 3))
        .isCloseTo(0, EXACT);
  }

  @Test
  void usersWithoutAListCouldHaveBeenShownSomething() {
    // user 1 knows item 0: head 1 of 1, tail 3 of 9
    assertThat(twoUsers().relevant(1, 3).value(metric(), 3))
        .isCloseTo((1 / 3.0) / (2 / 3.0), EXACT);
  }
}
