package org.trellisrec.metrics.fairness;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.trellisrec.metrics.StandardAndRecBole;
import org.trellisrec.spi.Convention;
import org.trellisrec.spi.Metric;
import org.trellisrec.testkit.TinyEvaluation;

class RankingOpportunityTest extends ClusteredMetricContract {
  private static final Offset<Double> EXACT = Offset.offset(1e-12);

  @Override
  protected Metric metric() {
    return of(clusters(30));
  }

  @Override
  protected double largest(Convention convention) {
    return Math.sqrt(2);
  }

  @Override
  protected double onEmptyList() {
    return Double.NaN;
  }

  @Override
  protected double onNoRelevantItem() {
    return Double.NaN;
  }

  private static Metric of(Path file) {
    return new RankingOpportunity(new ClusterParams("C", file));
  }

  private Metric ofFour(String more) {
    return of(file("four.tsv", "0\t0\n1\t0\n2\t1\n3\t1\n" + more));
  }

  /** Items 0 and 1 against 2 and 3; user 0 has item 0. */
  private static TinyEvaluation twoUsers() {
    return TinyEvaluation.of(2, 4)
        .train(0, 0)
        .relevant(0, 1)
        .list(0, 1, 2)
        .relevant(1, 3)
        .list(1, 0);
  }

  @StandardAndRecBole
  void comparesTheHitsOfTheClusters(Convention convention) {
    // 1 of 1 and 0 of 1
    assertThat(twoUsers().convention(convention).value(ofFour(""), 1)).isCloseTo(1, EXACT);
    TinyEvaluation full = twoUsers().list(1, 0, 3).convention(convention);
    assertThat(full.value(ofFour(""), 2)).isEqualTo(0);
    // 1 of 1 and 1 of 2
    assertThat(full.relevant(1, 2).value(ofFour(""), 2)).isCloseTo((1 / 4.0) / (3 / 4.0), EXACT);
  }

  @Test
  void elliotIsTheSame() {
    TinyEvaluation elliot = twoUsers().convention(Convention.ELLIOT);

    assertThat(elliot.value(ofFour("77\t1\n"), 2)).isCloseTo(1, EXACT);
    assertThat(elliot.list(1, 0, 3).relevant(1, 2).value(ofFour(""), 2))
        .isCloseTo((1 / 4.0) / (3 / 4.0), EXACT);
  }

  /** Item 0, which user 0 has, is held out too, and stands in the list. */
  @Test
  void hitsThatCouldNotBeShownAreElliots() {
    TinyEvaluation tiny = twoUsers().relevant(0, 0).list(0, 0, 1).list(1, 0, 3);

    // 1 of 1 and 1 of 1
    assertThat(tiny.value(ofFour(""), 2)).isEqualTo(0);
    // 2 of 1 and 1 of 1
    assertThat(tiny.convention(Convention.ELLIOT).value(ofFour(""), 2))
        .isCloseTo((1 / 2.0) / (3 / 2.0), EXACT);
    // item 1 could not be shown either
    assertThat(tiny.train(0, 1).value(ofFour(""), 2)).isNaN();
  }

  @Test
  void labelNamesTheClustering() {
    assertThat(ofFour("").label("REO")).isEqualTo("REO_items:C");
  }
}
