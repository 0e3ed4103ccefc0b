package org.trellisrec.metrics.diversity;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.trellisrec.data.Candidates;
import org.trellisrec.data.Interactions;
import org.trellisrec.metrics.StandardAndRecBole;
import org.trellisrec.spi.Convention;
import org.trellisrec.spi.Metric;
import org.trellisrec.spi.TaskContext;
import org.trellisrec.testkit.MetricContract;
import org.trellisrec.testkit.TinyEvaluation;

class SerendipityTest extends MetricContract {
  private static final Offset<Double> EXACT = Offset.offset(1e-12);

  @Override
  protected Metric metric() {
    return new Serendipity();
  }

  @Override
  protected double largest(Convention convention) {
    return 1;
  }

  @Override
  protected double onEmptyList() {
    return 0;
  }

  @Override
  protected double onNoRelevantItem() {
    return Double.NaN;
  }

  /** Items 0, 1, 2 in the order of popularity; user 3 has no history, user 2 has item 0. */
  private static TinyEvaluation known() {
    return TinyEvaluation.of(4, 6).train(0, 0, 1, 2).train(1, 0, 1).train(2, 0);
  }

  @StandardAndRecBole
  void popularItemsAreExpected(Convention convention) {
    TinyEvaluation oneUser = known().convention(convention).relevant(3, 0, 2).list(3, 0, 2);

    assertThat(oneUser.value(metric(), 1)).isEqualTo(0);
    assertThat(oneUser.value(metric(), 2)).isCloseTo(1 / 2.0, EXACT);
  }

  @StandardAndRecBole
  void theHistoryIsNotRecommendedByTheBaseline(Convention convention) {
    TinyEvaluation oneUser = known().convention(convention).relevant(2, 1, 2).list(2, 2, 1);

    assertThat(oneUser.value(metric(), 1)).isCloseTo(1, EXACT);
    assertThat(oneUser.value(metric(), 2)).isEqualTo(0);
  }

  @StandardAndRecBole
  void onlyCandidatesAreRecommendedByTheBaseline(Convention convention) {
    TinyEvaluation oneUser = known().convention(convention).relevant(3, 2).list(3, 2);

    assertThat(oneUser.value(metric(), 1)).isCloseTo(1, EXACT);
    assertThat(oneUser.candidates(2, 3).value(metric(), 1)).isEqualTo(0);
  }

  @Test
  void sampledCandidatesAreTheUsersOwn() {
    TaskContext all = known().relevant(3, 2).context();
    Interactions own = Interactions.of(4, 6, new int[] {3, 3}, new int[] {1, 2}, null, null);
    TaskContext sampled =
        new TaskContext(
            all.dataset(),
            all.train(),
            all.task().withCandidates(new Candidates.PerUser(own)),
            all.popularity(),
            all.convention(),
            0);
    PopularityBaseline baseline = PopularityBaseline.of(sampled);

    assertThat(baseline.recommends(3, 1, 1)).isTrue();
    assertThat(baseline.recommends(3, 2, 1)).isFalse();
    assertThat(baseline.recommends(3, 2, 2)).isTrue();
    assertThat(baseline.recommends(3, 0, 2)).isFalse();
  }
}
