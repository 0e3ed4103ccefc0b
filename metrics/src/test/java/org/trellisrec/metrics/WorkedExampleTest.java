package org.trellisrec.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trellisrec.config.Params;
import org.trellisrec.config.PluginCatalog;
import org.trellisrec.evaluation.Evaluator;
import org.trellisrec.evaluation.NamedMetric;
import org.trellisrec.spi.Convention;
import org.trellisrec.spi.Metric;
import org.trellisrec.spi.Plugin;
import org.trellisrec.testkit.TinyEvaluation;

/** One example worked through by hand, for metrics of which other tests show one example only. */
class WorkedExampleTest {
  private static final Offset<Double> EXACT = Offset.offset(1e-12);
  private static final PluginCatalog CATALOG = PluginCatalog.of(new MetricsModule());

  @TempDir Path folder;

  /** Item 5 has no interaction at all; scores are 2 and 1. */
  private static TinyEvaluation example(Convention convention) {
    return TinyEvaluation.of(3, 6)
        .convention(convention)
        .train(0, 0, 1)
        .train(1, 0)
        .train(2, 0, 2)
        .relevant(0, 2, 3)
        .relevant(1, 1, 3, 4)
        .relevant(2, 4)
        .topScore(2)
        .list(0, 3, 4)
        .list(1, 2, 1)
        .list(2, 1, 3);
  }

  private static Metric metric(String name, Map<String, Object> params) {
    Plugin<Metric> plugin = CATALOG.get(Metric.class, name);
    return CATALOG.create(plugin, Params.of(plugin.params(), params, name));
  }

  private static double value(String name, Convention convention) {
    return example(convention).value(metric(name, Map.of()), 2);
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  @StandardAndRecBole
  void recallAveragedOverPositions(Convention convention) {
    // user 0: 1/2 and 1/2; user 1: 0 and 1/3; user 2: 0 and 0
    assertThat(value("MAR", convention)).isCloseTo((1 / 2.0 + 1 / 6.0 + 0) / 3, EXACT);
  }

  @StandardAndRecBole
  void noveltyOfHits(Convention convention) {
    // user 0: item 3, first, unknown to training; user 1: item 1, second, known to one of three
    double second = 1 / (Math.log(3) / Math.log(2));
    assertThat(value("EPC", convention)).isCloseTo((1 + second * 2 / 3) / (1 + second) / 3, EXACT);
  }

  @StandardAndRecBole
  void everyUserHasAListOfTwo(Convention convention) {
    assertThat(value("UserCoverage", convention)).isEqualTo(1);
    assertThat(value("UserCoverageAtN", convention)).isEqualTo(1);
  }

  @Test
  void noUserHasAListOfThree() {
    assertThat(example(Convention.STANDARD).value(metric("UserCoverage", Map.of()), 3))
        .isEqualTo(1);
    assertThat(example(Convention.STANDARD).value(metric("UserCoverageAtN", Map.of()), 3))
        .isEqualTo(0);
  }

  @StandardAndRecBole
  void numberOfRecommendedItems(Convention convention) {
    assertThat(value("NumRetrieved", convention)).isEqualTo(2);
  }

  @Test
  void spreadOverTheCatalogue() {
    // items 1 and 3 twice, 2 and 4 once, 0 and 5 never
    assertThat(value("ItemCoverage", Convention.STANDARD)).isCloseTo(4 / 6.0, EXACT);
    assertThat(value("Gini", Convention.STANDARD))
        .isCloseTo((-1 * 1 + 1 * 1 + 3 * 2 + 5 * 2) / (5 * 6.0), EXACT);
    assertThat(value("SEntropy", Convention.STANDARD))
        .isCloseTo((2 / 3.0 * Math.log(3) + 1 / 3.0 * Math.log(6)) / Math.log(2), EXACT);
  }

  @Test
  void spreadAsRecBoleHasIt() {
    // five items have interactions, and there is the padding item; logarithms are natural
    assertThat(value("ItemCoverage", Convention.RECBOLE)).isCloseTo(4 / 6.0, EXACT);
    assertThat(value("Gini", Convention.RECBOLE))
        .isCloseTo((-1 * 1 + 1 * 1 + 3 * 2 + 5 * 2) / (6 * 6.0), EXACT);
    assertThat(value("SEntropy", Convention.RECBOLE))
        .isCloseTo((2 / 3.0 * Math.log(3) + 1 / 3.0 * Math.log(6)) / 4, EXACT);
  }

  @StandardAndRecBole
  void scoresOfClusters(Convention convention) throws IOException {
    // cluster 0: item 1 has (1 + 0) / 2, item 2 has 0; cluster 1: item 3 has (2 + 0) / 2, item 4
    // has 0
    Path clusters = file("c.tsv", "1\t0\n2\t0\n3\t1\n4\t1\n");
    Metric metric =
        metric("ItemMADrating", Map.of("clustering_name", "C", "clustering_file", clusters));
    assertThat(example(convention).value(metric, 2)).isCloseTo(1 / 2.0 - 1 / 4.0, EXACT);
  }

  @StandardAndRecBole
  void preferencesOfClusters(Convention convention) throws IOException {
    Map<String, Object> params =
        Map.of(
            "user_clustering_name",
            "G",
            "user_clustering_file",
            file("u.tsv", "0\t0\n1\t1\n2\t1\n"),
            "item_clustering_name",
            "C",
            "item_clustering_file",
            file("i.tsv", "0\t0\n3\t0\n1\t1\n2\t1\n4\t1\n5\t1\n"));
    // a third of the items is in cluster 0; users 1 and 2 have 2/3 of their training there
    assertCells(
        "BiasDisparityBS", params, convention, (1 / 2.0) * 3, (1 / 2.0) * 3 / 2, 2, 1 / 2.0);
    // of the lists of users 1 and 2 a quarter
    assertCells("BiasDisparityBR", params, convention, 3 / 2.0, 3 / 4.0, 3 / 4.0, 9 / 8.0);
    assertCells(
        "BiasDisparityBD",
        params,
        convention,
        0,
        0,
        (3 / 4.0 - 2) / 2,
        (9 / 8.0 - 1 / 2.0) / (1 / 2.0));
  }

  private static void assertCells(
      String name, Map<String, Object> params, Convention convention, double... expected) {
    TinyEvaluation tiny = example(convention);
    NamedMetric named = NamedMetric.of("B", metric(name, params));
    var evaluation =
        new Evaluator(1).evaluate(tiny.lists(), tiny.context(), List.of(named), new int[] {2});
    for (int cell = 0; cell < expected.length; cell++) {
      String label = "B_users:G-%d_items:C-%d".formatted(cell / 2, cell % 2);
      assertThat(evaluation.value(label, 2).orElseThrow())
          .as("%s %s", name, label)
          .isCloseTo(expected[cell], EXACT);
    }
  }
}
