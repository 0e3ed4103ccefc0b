package org.trellisrec.metrics.fairness;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.trellisrec.metrics.StandardAndRecBole;
import org.trellisrec.spi.Convention;
import org.trellisrec.spi.Metric;
import org.trellisrec.testkit.TinyEvaluation;

class UserRatingDifferenceTest extends ClusteredMetricContract {
  private static final Offset<Double> EXACT = Offset.offset(1e-12);

  @Override
  protected Metric metric() {
    return of(clusters(600));
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
    return new UserRatingDifference(new ClusterParams("C", file));
  }

  private Metric ofThree() {
    return of(file("three.tsv", "0\t0\n1\t1\n2\t2\n"));
  }

  /** Mean scores 1.5, 1 and 2. */
  private static TinyEvaluation threeUsers() {
    return TinyEvaluation.of(4, 9)
        .rated(0, 1, 5)
        .list(0, 1, 2)
        .rated(1, 1, 5)
        .list(1, 2)
        .rated(2, 1, 1)
        .list(2, 3, 4, 5);
  }

  @Test
  void comparesTheMeanScoresOfTheClusters() {
    assertThat(threeUsers().value(ofThree(), 3)).isCloseTo((0.5 + 0.5 + 1) / 3, EXACT);
    // scores 2, 1, 3
    assertThat(threeUsers().value(ofThree(), 1)).isCloseTo((1 + 1 + 2) / 3.0, EXACT);
  }

  @Test
  void usersWithoutClusterAreLeftOut() {
    assertThat(threeUsers().rated(3, 1, 5).list(3, 1, 2, 3, 4, 5).value(ofThree(), 3))
        .isCloseTo((0.5 + 0.5 + 1) / 3, EXACT);
  }

  @Test
  void elliotCountsUsersWithRelevantItems() {
    TinyEvaluation elliot = threeUsers().convention(Convention.ELLIOT);

    assertThat(elliot.value(ofThree(), 3)).isCloseTo((0.5 + 0.5 + 1) / 3, EXACT);
    // cluster 2 has no user left
    assertThat(elliot.threshold(3).value(ofThree(), 3)).isNaN();
    assertThat(elliot.threshold(3).rated(3, 1, 5).list(3, 1).value(ofTwo(), 3))
        .isCloseTo(1.5 - 1, EXACT);
    assertThat(threeUsers().threshold(3).value(ofThree(), 3)).isCloseTo((0.5 + 0.5 + 1) / 3, EXACT);
  }

  private Metric ofTwo() {
    return of(file("two.tsv", "0\t0\n1\t1\n2\t1\n3\t1\n"));
  }

  @Test
  void aClusterWithoutListsIsLeftOut() {
    TinyEvaluation two = threeUsers().list(2);

    assertThat(two.value(ofThree(), 3)).isCloseTo(1.5 - 1, EXACT);
    assertThat(metric().label("UserMADrating")).isEqualTo("UserMADrating_C");
  }

  @StandardAndRecBole
  void aClusterHasTheMeanOfItsUsers(Convention convention) {
    // mean scores 3 and 3/2 against 2
    TinyEvaluation tiny = TinyEvaluation.of(3, 9).convention(convention).relevant(0, 1);
    tiny.scored(0, new int[] {1, 2}, 4, 2).relevant(1, 1).scored(1, new int[] {3, 4}, 2, 2);
    tiny.relevant(2, 1).scored(2, new int[] {5, 6}, 2, 1);
    Metric metric = of(file("pair.tsv", "0\t0\n1\t1\n2\t0\n"));

    assertThat(tiny.value(metric, 2)).isCloseTo((3 + 3 / 2.0) / 2 - 2, EXACT);
    assertThat(tiny.value(metric, 1)).isCloseTo((4 + 2) / 2.0 - 2, EXACT);
  }

  @Test
  void recboleSeesFullListsOnly() {
    TinyEvaluation recbole = threeUsers().convention(Convention.RECBOLE);

    // clusters 0 and 2 are left, with 3/2 and 5/2
    assertThat(recbole.value(ofThree(), 2)).isCloseTo(1, EXACT);
    // scores 2, 1, 3
    assertThat(recbole.value(ofThree(), 1)).isCloseTo((1 + 1 + 2) / 3.0, EXACT);
  }
}
