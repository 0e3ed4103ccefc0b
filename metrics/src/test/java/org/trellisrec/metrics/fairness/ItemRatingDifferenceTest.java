package org.trellisrec.metrics.fairness;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.trellisrec.metrics.StandardAndRecBole;
import org.trellisrec.spi.Convention;
import org.trellisrec.spi.Metric;
import org.trellisrec.testkit.TinyEvaluation;

class ItemRatingDifferenceTest extends ClusteredMetricContract {
  private static final Offset<Double> EXACT = Offset.offset(1e-12);

  @Override
  protected Metric metric() {
    return of(clusters(30));
  }

  @Override
  protected double largest(Convention convention) {
    return 10;
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
    return new ItemRatingDifference(new ClusterParams("C", file));
  }

  private Metric ofTwo() {
    return of(file("two.tsv", "1\t0\n2\t0\n3\t1\n"));
  }

  /** Item 3 is shown in vain; items 1 and 2 are relevant to one user each. */
  private static TinyEvaluation twoUsers() {
    return TinyEvaluation.of(2, 9).rated(0, 1, 2).list(0, 1, 3).rated(1, 2, 1).list(1, 3, 2);
  }

  @StandardAndRecBole
  void comparesTheScoresOfRelevantItems(Convention convention) {
    // item 1 has 2, item 2 has 1, item 3 nothing
    assertThat(twoUsers().convention(convention).value(ofTwo(), 2)).isCloseTo((2 + 1) / 2.0, EXACT);
    assertThat(twoUsers().convention(convention).value(ofTwo(), 1)).isCloseTo(2, EXACT);
  }

  @Test
  void anItemHasItsMeanOverTheUsersItIsShownTo() {
    // item 1 is shown to user 1 in vain
    assertThat(twoUsers().list(1, 3, 2, 1).value(ofTwo(), 3)).isCloseTo((2 / 2.0 + 2) / 2, EXACT);
  }

  @Test
  void elliotHasNoValueIfAClusterIsNotShown() {
    TinyEvaluation elliot = twoUsers().convention(Convention.ELLIOT);

    assertThat(elliot.value(ofTwo(), 2)).isCloseTo((2 + 1) / 2.0, EXACT);
    assertThat(elliot.list(0, 1).list(1, 2).value(ofTwo(), 2)).isNaN();
  }
}
