package org.trellisrec.metrics.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Offset;
import org.trellisrec.spi.Convention;
import org.trellisrec.spi.Metric;
import org.trellisrec.testkit.TinyEvaluation;

class AccuracyPropertiesTest {
  private static final int ITEMS = 20;
  private static final Offset<Double> ROUNDING = Offset.offset(1e-12);
  private static final List<Metric> METRICS =
      List.of(
          new Ndcg(new Ndcg.Params(null)),
          new NdcgRendle2020(),
          new Precision(),
          new Recall(),
          new HitRate(),
          new MeanReciprocalRank(),
          new MeanAveragePrecision(),
          new F1());

  /** One user; items 0 to {@code relevant} are relevant, all with the same rating. */
  private static TinyEvaluation scene(Convention convention, int relevant, List<Integer> list) {
    return TinyEvaluation.of(1, ITEMS)
        .convention(convention)
        .relevant(0, IntStream.rangeClosed(0, relevant).toArray())
        .list(0, list.stream().mapToInt(Integer::intValue).toArray());
  }

  private static List<Integer> shuffled(long seed) {
    List<Integer> items = new ArrayList<>(IntStream.range(0, ITEMS).boxed().toList());
    Collections.shuffle(items, new Random(seed));
    return items;
  }

  @Property(tries = 100)
  void equallyRelevantItemsMayChangePlaces(
      @ForAll Convention convention,
      @ForAll long seed,
      @ForAll @IntRange(max = 8) int relevant,
      @ForAll @IntRange(min = 1, max = 10) int cutoff) {
    List<Integer> list = shuffled(seed);
    List<Integer> renamed =
        list.stream().map(i -> i <= relevant ? relevant - i : ITEMS + relevant - i).toList();

    for (Metric metric : METRICS) {
      assertThat(scene(convention, relevant, renamed).value(metric, cutoff))
          .as(metric.toString())
          .isCloseTo(scene(convention, relevant, list).value(metric, cutoff), ROUNDING);
    }
  }

  @Property(tries = 50)
  void theIdealListIsBest(
      @ForAll Convention convention,
      @ForAll long seed,
      @ForAll @IntRange(max = 8) int relevant,
      @ForAll @IntRange(min = 1, max = 10) int cutoff) {
    List<Integer> ideal = IntStream.range(0, ITEMS).boxed().toList();

    for (Metric metric : METRICS) {
      assertThat(scene(convention, relevant, shuffled(seed)).value(metric, cutoff))
          .as(metric.toString())
          .isLessThanOrEqualTo(scene(convention, relevant, ideal).value(metric, cutoff) + 1e-12);
    }
  }
}
