package org.trellisrec.metrics.fairness;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.trellisrec.metrics.StandardAndRecBole;
import org.trellisrec.metrics.accuracy.GroupAuc;
import org.trellisrec.metrics.accuracy.Ndcg;
import org.trellisrec.metrics.accuracy.Precision;
import org.trellisrec.spi.Convention;
import org.trellisrec.spi.Metric;
import org.trellisrec.testkit.TinyEvaluation;

class UserRankingDifferenceTest extends ClusteredMetricContract {
  private static final Offset<Double> EXACT = Offset.offset(1e-12);

  @Override
  protected Metric metric() {
    return of(clusters(600), "nDCG");
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

  private static final double LOG2_3 = Math.log(3) / Math.log(2);

  private static Metric of(Path file, String quality) {
    return new UserRankingDifference(
        new UserRankingDifference.Params("G", file, quality),
        (name, params) ->
            switch (name) {
              case "nDCG" -> new Ndcg(new Ndcg.Params(null));
              case "GAUC" -> new GroupAuc();
              default -> new Precision();
            });
  }

  private Metric ofTwo(String quality) {
    return of(file("two.tsv", "0\t0\n1\t1\n2\t1\n"), quality);
  }

  private static TinyEvaluation threeUsers() {
    return TinyEvaluation.of(3, 9)
        .relevant(0, 1)
        .list(0, 1, 2)
        .relevant(1, 1)
        .list(1, 2, 1)
        .relevant(2, 3)
        .list(2, 4, 5);
  }

  @Test
  void comparesTheMeanNdcgOfTheClusters() {
    assertThat(threeUsers().value(ofTwo("nDCG"), 2)).isCloseTo(1 - (1 / LOG2_3 + 0) / 2, EXACT);
    assertThat(threeUsers().convention(Convention.ELLIOT).value(ofTwo("nDCG"), 1))
        .isCloseTo(1, EXACT);
  }

  /** By |R_u|, which is 1 for user 1 and 2 for user 2. */
  @Test
  void usersWeighAsInTheOtherMetric() {
    TinyEvaluation tiny =
        threeUsers().relevant(2, 5).list(2, 3, 4, 5).convention(Convention.RECBOLE);

    // user 0: item 1 before 2; user 1: item 1 after 2; user 2: one of two pairs
    assertThat(tiny.value(ofTwo("GAUC"), 2)).isCloseTo(1 - (1 * 0 + 2 / 2.0) / 3, EXACT);
  }

  @StandardAndRecBole
  void takesAnotherMetric(Convention convention) {
    assertThat(threeUsers().convention(convention).value(ofTwo("Precision"), 2))
        .isCloseTo(1 / 2.0 - (1 / 2.0 + 0) / 2, EXACT);
    assertThat(metric().label("UserMADranking")).isEqualTo("UserMADranking_G");
  }

  @StandardAndRecBole
  void aClusterHasTheMeanOfItsUsers(Convention convention) {
    TinyEvaluation tiny = threeUsers().convention(convention);

    // 1 against 0 and 0
    assertThat(tiny.value(ofTwo("nDCG"), 1)).isCloseTo(1, EXACT);
    // 1 against 1 / log2 3 and 0
    assertThat(tiny.value(ofTwo("nDCG"), 2)).isCloseTo(1 - (1 / LOG2_3 + 0) / 2, EXACT);
  }

  @Test
  void ratingsGainAsInNdcg() {
    TinyEvaluation tiny = TinyEvaluation.of(3, 9).rated(0, 1, 3).rated(0, 2, 1).list(0, 2, 1);
    tiny.relevant(1, 3).list(1, 3, 4).relevant(2, 3).list(2, 4, 5);

    assertThat(tiny.value(ofTwo("nDCG"), 2))
        .isCloseTo((1 + 7 / LOG2_3) / (7 + 1 / LOG2_3) - 1 / 2.0, EXACT);
    assertThat(tiny.convention(Convention.RECBOLE).value(ofTwo("nDCG"), 2))
        .isCloseTo(1 - 1 / 2.0, EXACT);
  }
}
