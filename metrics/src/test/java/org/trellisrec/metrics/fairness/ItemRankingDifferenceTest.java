package org.trellisrec.metrics.fairness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.trellisrec.metrics.StandardAndRecBole;
import org.trellisrec.spi.Convention;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.Metric;
import org.trellisrec.testkit.TinyEvaluation;

class ItemRankingDifferenceTest extends ClusteredMetricContract {
  private static final Offset<Double> EXACT = Offset.offset(1e-12);

  @Override
  protected Metric metric() {
    return of(clusters(30));
  }

  @Override
  protected double largest(Convention convention) {
    return 31;
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
    return new ItemRankingDifference(new ClusterParams("C", file));
  }

  private Metric ofTwo() {
    return of(file("two.tsv", "1\t0\n2\t0\n3\t1\n"));
  }

  /** Item 3 is shown in vain; items 1 and 2 are relevant to one user each. */
  private static TinyEvaluation twoUsers() {
    return TinyEvaluation.of(2, 9).rated(0, 1, 2).list(0, 1, 3).rated(1, 2, 1).list(1, 3, 2);
  }

  @StandardAndRecBole
  void comparesTheGainsOfTheClusters(Convention convention) {
    // ratings 2 and 1 gain 3 and 1
    assertThat(twoUsers().convention(convention).value(ofTwo(), 2)).isCloseTo((3 + 1) / 2.0, EXACT);
    assertThat(twoUsers().convention(convention).value(ofTwo(), 1)).isCloseTo(3, EXACT);
  }

  @Test
  void elliotCountsTheGainAboveTheThreshold() {
    TinyEvaluation elliot = twoUsers().convention(Convention.ELLIOT);

    assertThat(elliot.value(ofTwo(), 2)).isCloseTo((7 + 3) / 2.0, EXACT);
    assertThat(elliot.threshold(1).value(ofTwo(), 2)).isCloseTo((3 + 1) / 2.0, EXACT);
  }

  @StandardAndRecBole
  void usersWithoutRelevantItemsAreLeftOut(Convention convention) {
    assertThat(twoUsers().convention(convention).threshold(2).value(ofTwo(), 2))
        .isCloseTo(3, EXACT);
  }

  @StandardAndRecBole
  void refusesRatingsWhoseGainCannotBeAddedUp(Convention convention) {
    TinyEvaluation counts = twoUsers().convention(convention).rated(0, 4, 5000);

    assertThatThrownBy(() -> counts.value(ofTwo(), 2))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("largest held-out rating is 5000.0")
        .hasMessageContaining("binarize");
  }
}
