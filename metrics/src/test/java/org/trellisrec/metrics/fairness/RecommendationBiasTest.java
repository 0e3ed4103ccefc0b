package org.trellisrec.metrics.fairness;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.trellisrec.evaluation.Evaluator;
import org.trellisrec.evaluation.NamedMetric;
import org.trellisrec.metrics.StandardAndRecBole;
import org.trellisrec.spi.Convention;
import org.trellisrec.spi.Metric;
import org.trellisrec.testkit.TinyEvaluation;

class RecommendationBiasTest extends ClusteredMetricContract {
  private static final Offset<Double> EXACT = Offset.offset(1e-12);

  @Override
  protected Metric metric() {
    return of(clusters(600), clusters(30));
  }

  @Override
  protected double largest(Convention convention) {
    return 20;
  }

  @Override
  protected double onEmptyList() {
    return Double.NaN;
  }

  @Override
  protected double onNoRelevantItem() {
    return 1;
  }

  private static Metric of(Path users, Path items) {
    return new RecommendationBias(new UserItemClusters("G", users, "C", items));
  }

  private Metric ofTwo(String more) {
    return of(
        file("users.tsv", "0\t0\n1\t1\n"), file("items.tsv", "0\t0\n1\t0\n2\t1\n3\t1\n" + more));
  }

  /** User 0 knows items 0, 1 and 2, user 1 item 2; 0 and 1 are one cluster, 2 and 3 the other. */
  private static TinyEvaluation twoUsers() {
    return TinyEvaluation.of(2, 4)
        .train(0, 0, 1, 2)
        .train(1, 2)
        .relevant(0, 3)
        .list(0, 3)
        .relevant(1, 0)
        .list(1, 0, 3);
  }

  private static double value(TinyEvaluation tiny, Metric metric, int cutoff, String cell) {
    return new Evaluator(1)
        .evaluate(
            tiny.lists(), tiny.context(), List.of(NamedMetric.of("B", metric)), new int[] {cutoff})
        .value("B_" + cell, cutoff)
        .orElseThrow();
  }

  @StandardAndRecBole
  void isTheShareInTheListsOverTheShareOfTheItems(Convention convention) {
    Metric metric = ofTwo("");
    TinyEvaluation tiny = twoUsers().convention(convention);

    assertThat(value(tiny, metric, 1, "users:G-0_items:C-0")).isEqualTo(0);
    assertThat(value(tiny, metric, 1, "users:G-0_items:C-1")).isCloseTo(2, EXACT);
    assertThat(value(tiny, metric, 2, "users:G-1_items:C-0")).isCloseTo(1, EXACT);
    assertThat(value(tiny, metric, 1, "users:G-1_items:C-0")).isCloseTo(2, EXACT);
  }

  @Test
  void elliotCountsItemsThatAreOnlyInTheFile() {
    TinyEvaluation elliot = twoUsers().convention(Convention.ELLIOT);

    assertThat(value(elliot, ofTwo("77\t1\n"), 2, "users:G-1_items:C-0"))
        .isCloseTo((1 / 2.0) / (2 / 5.0), EXACT);
    assertThat(value(elliot, ofTwo("77\t1\n"), 2, "users:G-1_items:C-1"))
        .isCloseTo((1 / 2.0) / (3 / 5.0), EXACT);
  }
}
