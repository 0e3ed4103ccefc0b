package org.trellisrec.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.trellisrec.evaluation.Evaluation;
import org.trellisrec.evaluation.Evaluator;
import org.trellisrec.evaluation.NamedMetric;
import org.trellisrec.spi.Convention;
import org.trellisrec.spi.Metric;
import org.trellisrec.spi.Seed;
import org.trellisrec.spi.SystemMetric;

/**
 * What holds for every metric. Extend it next to a metric's own tests:
 *
 * <pre>{@code
 * class MyMetricContractTest extends MetricContract {
 *   protected Metric metric() { return new MyMetric(); }
 *   protected double largest(Convention convention) { return 1; }
 *   protected double onEmptyList() { return 0; }
 *   protected double onNoRelevantItem() { return Double.NaN; }
 * }
 * }</pre>
 */
public abstract class MetricContract {
  private static final int USERS = 600;
  private static final int ITEMS = 30;
  private static final int TRAINED_ITEMS = 26;
  private static final int[] CUTOFFS = {1, 3, 10};
  private static final Offset<Double> ROUNDING = Offset.offset(1e-12);

  /** The metric under test. */
  protected abstract Metric metric();

  /** Upper end of the range; the data have 600 users and 30 items. */
  protected abstract double largest(Convention convention);

  /** The value if the only user has a relevant item and an empty list; NaN if undefined. */
  protected abstract double onEmptyList();

  /** The value if the only user has a list and no item above the threshold; NaN if undefined. */
  protected abstract double onNoRelevantItem();

  /** Lower end of the range. */
  protected double smallest(Convention convention) {
    return 0;
  }

  /** True if larger is better; decides what tuning looks for. */
  protected boolean higherIsBetter(Convention convention) {
    return true;
  }

  /** Values stay in their range at every cutoff. */
  @ParameterizedTest
  @EnumSource
  void staysInRange(Convention convention) {
    List<Evaluation.Row> rows = scene(convention, 3, 10).evaluate(metric(), CUTOFFS).rows();

    assertThat(rows).hasSizeGreaterThanOrEqualTo(CUTOFFS.length);
    assertThat(rows)
        .filteredOn(row -> !Double.isNaN(row.value()))
        .isNotEmpty()
        .allSatisfy(
            row ->
                assertThat(row.value())
                    .isBetween(smallest(convention) - 1e-12, largest(convention) + 1e-12));
  }

  /** The direction is the one that was declared. */
  @ParameterizedTest
  @EnumSource
  void hasItsDirection(Convention convention) {
    assertThat(metric().higherIsBetter(convention)).isEqualTo(higherIsBetter(convention));
  }

  /** An empty list has the value that was declared. */
  @Test
  void knowsEmptyLists() {
    TinyEvaluation tiny = TinyEvaluation.of(2, 9).train(0, 0, 1).train(1, 0).relevant(0, 2);

    assertThat(tiny.value(metric(), 3)).isEqualTo(Double.valueOf(onEmptyList()));
  }

  /** A user without relevant items has the value that was declared. */
  @Test
  void knowsUsersWithoutRelevantItems() {
    TinyEvaluation tiny = TinyEvaluation.of(2, 9).train(0, 0, 1).train(1, 0, 2, 5);
    tiny.rated(0, 6, 1).threshold(3).list(0, 6, 7, 8);

    assertThat(tiny.value(metric(), 3))
        .satisfies(
            value -> {
              if (Double.isNaN(onNoRelevantItem())) {
                assertThat(value).isNaN();
              } else {
                assertThat(value).isCloseTo(onNoRelevantItem(), ROUNDING);
              }
            });
  }

  /** At cutoff k nothing beyond the first k items matters. */
  @ParameterizedTest
  @EnumSource
  void readsNoFurtherThanTheCutoff(Convention convention) {
    assumeFalse(
        metric().requires().contains(Metric.Requirement.FULL_RANKING),
        "this metric reads full rankings");
    double cut = scene(convention, 3, 10).value(metric(), 3);
    double shorter = scene(convention, 3, 3).value(metric(), 3);

    assertThat(cut).isEqualTo(Double.valueOf(shorter));
  }

  /** Which index a user has does not matter. */
  @ParameterizedTest
  @EnumSource
  void usersMayBePermuted(Convention convention) {
    double value = scene(convention, 3, 10).value(metric(), 10);
    double mirrored = scene(convention, 3, 10, u -> USERS - 1 - u).value(metric(), 10);

    assertThat(mirrored).isCloseTo(value, Offset.offset(1e-12 * Math.max(1, Math.abs(value))));
  }

  /** Neither threads nor repetition change a bit. */
  @ParameterizedTest
  @EnumSource
  void isDeterministic(Convention convention) {
    TinyEvaluation scene = scene(convention, 3, 10);
    List<NamedMetric> metrics = List.of(new NamedMetric("metric", metric()));

    List<Evaluation.Row> once =
        new Evaluator(1).evaluate(scene.lists(), scene.context(), metrics, CUTOFFS).rows();
    List<Evaluation.Row> again =
        new Evaluator(3).evaluate(scene.lists(), scene.context(), metrics, CUTOFFS).rows();

    assertThat(again).isEqualTo(once);
  }

  /** Accumulators of parts of the users, merged, give the value of a single one. */
  @ParameterizedTest
  @EnumSource
  void mergesToTheValueOfOnePass(Convention convention) {
    assumeTrue(metric() instanceof SystemMetric, "this metric is a mean over users");
    SystemMetric<?> system = (SystemMetric<?>) metric();
    Map<String, Double> whole = inParts(convention, system, 1);
    Map<String, Double> merged = inParts(convention, system, 7);

    assertThat(merged.keySet()).isEqualTo(whole.keySet());
    whole.forEach((label, value) -> assertThat(merged.get(label)).isCloseTo(value, ROUNDING));
  }

  private static Map<String, Double> inParts(
      Convention convention, SystemMetric<?> metric, int parts) {
    SystemMetric<?> parted = PartedMetric.of(metric, parts, user -> user % parts);
    TinyEvaluation scene = scene(convention, 3, 10);
    List<NamedMetric> metrics = List.of(new NamedMetric("metric", parted));
    Map<String, Double> values = new TreeMap<>();
    new Evaluator(1)
        .evaluate(scene.lists(), scene.context(), metrics, new int[] {10})
        .rows()
        .forEach(
            row -> {
              values.put(row.metric(), row.value());
              values.put("users of " + row.metric(), (double) row.users());
            });
    return values;
  }

  private static TinyEvaluation scene(Convention convention, double threshold, int length) {
    return scene(convention, threshold, length, IntUnaryOperator.identity());
  }

  /** Random training rows, ratings of 1 to 5 and lists of up to {@code length}, some empty. */
  private static TinyEvaluation scene(
      Convention convention, double threshold, int length, IntUnaryOperator userIndex) {
    UniformRandomProvider rng = new Seed(7).rng();
    TinyEvaluation scene =
        TinyEvaluation.of(USERS, ITEMS).topScore(10).convention(convention).threshold(threshold);
    for (int u = 0; u < USERS; u++) {
      int user = userIndex.applyAsInt(u);
      List<Integer> items = shuffledItems(rng);
      items.subList(0, 3 + rng.nextInt(5)).stream()
          .filter(item -> item < TRAINED_ITEMS)
          .forEach(item -> scene.train(user, item));
      for (int held : items.subList(8, 9 + rng.nextInt(20))) {
        scene.rated(user, held, 1 + rng.nextInt(5));
      }
      int size = u % 11 == 0 ? 0 : u % 7 == 0 ? 5 : 10;
      List<Integer> shown = items.subList(8, 8 + Math.min(size, length));
      scene.list(user, shown.stream().mapToInt(Integer::intValue).toArray());
    }
    return scene;
  }

  private static List<Integer> shuffledItems(UniformRandomProvider rng) {
    List<Integer> items = new ArrayList<>(IntStream.range(0, ITEMS).boxed().toList());
    for (int i = ITEMS - 1; i > 0; i--) {
      int j = (int) Math.min(i, rng.nextDouble() * rng.nextDouble() * (i + 1));
      items.set(i, items.set(j, items.get(i)));
    }
    return items;
  }
}
