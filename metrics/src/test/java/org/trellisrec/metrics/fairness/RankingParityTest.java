package org.trellisrec.metrics.fairness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.trellisrec.data.Modality;
import org.trellisrec.evaluation.Evaluation;
import org.trellisrec.evaluation.Evaluator;
import org.trellisrec.evaluation.NamedMetric;
import org.trellisrec.spi.Convention;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.Metric;
import org.trellisrec.testkit.TinyEvaluation;

class RankingParityTest extends ClusteredMetricContract {
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
    return 1 / Math.sqrt(32);
  }

  private static Metric of(Path file) {
    return new RankingParity(new ClusterParams("C", file));
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

  @Test
  void comparesTheChancesOfTheClusters() {
    // 2 of 3 and 1 of 4
    assertThat(twoUsers().value(ofFour(""), 2)).isCloseTo((5 / 24.0) / (11 / 24.0), EXACT);
    // 2 of 3 and none
    assertThat(twoUsers().value(ofFour(""), 1)).isCloseTo(1, EXACT);
  }

  @Test
  void elliotCountsItemsThatAreOnlyInTheFile() {
    TinyEvaluation elliot = twoUsers().convention(Convention.ELLIOT);

    // 2 of 3 and 1 of 6
    assertThat(elliot.value(ofFour("77\t1\n"), 2)).isCloseTo((1 / 4.0) / (5 / 12.0), EXACT);
    assertThat(elliot.value(ofFour(""), 2)).isCloseTo((5 / 24.0) / (11 / 24.0), EXACT);
    assertThat(twoUsers().value(ofFour("77\t1\n"), 2)).isCloseTo((5 / 24.0) / (11 / 24.0), EXACT);
  }

  /** User 0 has item 0. */
  @Test
  void itemsThatCouldNotBeShownAreElliots() {
    TinyEvaluation tiny = twoUsers().list(0, 0, 1, 2);

    // 2 of 3 and 1 of 4
    assertThat(tiny.value(ofFour(""), 3)).isCloseTo((5 / 24.0) / (11 / 24.0), EXACT);
    // 3 of 3 and 1 of 4
    assertThat(tiny.convention(Convention.ELLIOT).value(ofFour(""), 3))
        .isCloseTo((3 / 8.0) / (5 / 8.0), EXACT);
    // nothing of the second cluster could be shown
    assertThat(tiny.train(0, 2, 3).train(1, 2, 3).value(ofFour(""), 3)).isNaN();
  }

  @Test
  void reportsTheProbabilityOfEveryCluster() {
    Metric metric = ofFour("");
    Evaluation values =
        new Evaluator(1)
            .evaluate(
                twoUsers().lists(),
                twoUsers().context(),
                List.of(NamedMetric.of("RSP", metric)),
                new int[] {2});

    assertThat(values.rows())
        .extracting(Evaluation.Row::metric)
        .containsExactly(
            "RSP_items:C", "RSP-ProbToBeRanked_items:C-0", "RSP-ProbToBeRanked_items:C-1");
    assertThat(values.value("RSP-ProbToBeRanked_items:C-0", 2).orElseThrow())
        .isCloseTo(2 / 3.0, EXACT);
    assertThat(values.value("RSP-ProbToBeRanked_items:C-1", 2).orElseThrow())
        .isCloseTo(1 / 4.0, EXACT);
  }

  @Test
  void takesACategoricalModality() {
    Modality kind = new Modality.Categorical(List.of("a", "b"), new int[] {0, 0, 1, 1});
    Metric byKind = new RankingParity(new ClusterParams("kind", null));

    assertThat(twoUsers().items("kind", kind).value(byKind, 2))
        .isCloseTo((5 / 24.0) / (11 / 24.0), EXACT);
    assertThatThrownBy(() -> twoUsers().value(byKind, 2))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("'kind' is not a categorical modality of the items");
    Modality genres = new Modality.MultiHot(List.of("a", "b"), new int[][] {{0, 1}, {0}, {1}, {}});
    assertThatThrownBy(() -> twoUsers().items("kind", genres).value(byKind, 2))
        .hasMessageEndingWith(
            "'kind' is not a categorical modality of the items: it has any number of labels per entity"
                + " (multi-hot); for clustering_name, name one with a label per entity (there are:"
                + " none), or give clustering_file, a file of ids and groups");
  }

  @Test
  void aClusteringMustBeGivenAndBeOne() {
    assertThatThrownBy(() -> new ClusterParams(null, null))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("clustering_file");
    assertThatThrownBy(() -> ofFour("4\t1\t2\n"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("one cluster per id");
  }

  @Test
  void recboleSeesFullListsOnly() {
    TinyEvaluation recbole = twoUsers().convention(Convention.RECBOLE);

    // user 0 alone: 1 of 1 and 1 of 2
    assertThat(recbole.value(ofFour(""), 2)).isCloseTo((1 / 4.0) / (3 / 4.0), EXACT);
    // 2 of 3 and none
    assertThat(recbole.value(ofFour(""), 1)).isCloseTo(1, EXACT);
  }
}
