package org.trellisrec.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.assertj.core.data.Offset;
import org.trellisrec.config.Params;
import org.trellisrec.config.PluginCatalog;
import org.trellisrec.spi.Metric;
import org.trellisrec.spi.Plugin;
import org.trellisrec.testkit.TinyEvaluation;

/** What must hold whatever the list. */
class MetricPropertiesTest {
  private static final PluginCatalog CATALOG = PluginCatalog.load();
  private static final int ITEMS = 12;
  private static final Offset<Double> ROUNDING = Offset.offset(1e-12);

  /** Metrics that a hit further up can only improve. */
  private static final List<String> TOP_HEAVY =
      List.of(
          "nDCG",
          "nDCGRendle2020",
          "Precision",
          "Recall",
          "CappedRecall",
          "RPrecision",
          "HR",
          "MRR",
          "MAP",
          "MAR",
          "F1",
          "DSC",
          "AUC",
          "GAUC",
          "LAUC");

  private static double value(String name, TinyEvaluation tiny, int cutoff) {
    Plugin<Metric> plugin = CATALOG.get(Metric.class, name);
    return tiny.value(CATALOG.create(plugin, Params.defaults(plugin.params())), cutoff);
  }

  @Provide
  Arbitrary<List<Integer>> rankings() {
    return Arbitraries.shuffle(IntStream.range(0, ITEMS).boxed().toList());
  }

  /** One user who likes the first items of the catalogue; a second one has trained on all. */
  private static TinyEvaluation oneUser(List<Integer> ranking, int relevant) {
    return TinyEvaluation.of(2, ITEMS)
        .train(1, IntStream.range(0, ITEMS).toArray())
        .relevant(0, IntStream.range(0, relevant).toArray())
        .list(0, ranking.stream().mapToInt(Integer::intValue).toArray());
  }

  private static List<Integer> swapped(List<Integer> ranking, int upper, int lower) {
    List<Integer> other = new java.util.ArrayList<>(ranking);
    other.set(upper, ranking.get(lower));
    other.set(lower, ranking.get(upper));
    return other;
  }

  @Property(tries = 100)
  void theOrderOfTheIrrelevantDoesNotMatter(
      @ForAll("rankings") List<Integer> ranking,
      @ForAll @IntRange(min = 1, max = 5) int relevant,
      @ForAll @IntRange(min = 0, max = ITEMS - 1) int one,
      @ForAll @IntRange(min = 0, max = ITEMS - 1) int other) {
    if (ranking.get(one) < relevant || ranking.get(other) < relevant) {
      return;
    }
    assertThat(TOP_HEAVY)
        .allSatisfy(
            name ->
                assertThat(value(name, oneUser(swapped(ranking, one, other), relevant), 6))
                    .as(name)
                    .isCloseTo(value(name, oneUser(ranking, relevant), 6), ROUNDING));
  }

  @Property(tries = 100)
  void recallsAreOrdered(
      @ForAll("rankings") List<Integer> ranking,
      @ForAll @IntRange(min = 1, max = 5) int relevant,
      @ForAll @IntRange(min = 1, max = ITEMS) int cutoff) {
    TinyEvaluation tiny = oneUser(ranking, relevant);
    double recall = value("Recall", tiny, cutoff);

    assertThat(value("MAR", tiny, cutoff)).isBetween(0.0, recall + 1e-12);
    assertThat(value("CappedRecall", tiny, cutoff)).isBetween(recall - 1e-12, 1.0);
    assertThat(value("HR", tiny, cutoff)).isGreaterThanOrEqualTo(recall);
  }

  /** By definition: every pair of a relevant and an irrelevant item, equal scores a half. */
  @Property(tries = 200)
  void aucCountsPairsWhateverTheTies(
      @ForAll @Size(ITEMS) List<@IntRange(max = 4) Integer> scores,
      @ForAll @IntRange(min = 1, max = 5) int relevant) {
    int[] ranked =
        IntStream.range(0, ITEMS)
            .boxed()
            .sorted(Comparator.comparing(item -> -scores.get(item)))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] sorted = IntStream.of(ranked).mapToDouble(scores::get).toArray();
    TinyEvaluation tiny = oneUser(List.of(), relevant).scored(0, ranked, sorted);
    double pairs = 0;
    for (int good = 0; good < relevant; good++) {
      for (int bad = relevant; bad < ITEMS; bad++) {
        pairs += (1 + Integer.signum(scores.get(good).compareTo(scores.get(bad)))) / 2.0;
      }
    }
    double auc = pairs / (relevant * (ITEMS - relevant));

    assertThat(List.of("AUC", "GAUC", "LAUC"))
        .allSatisfy(name -> assertThat(value(name, tiny, ITEMS)).as(name).isCloseTo(auc, ROUNDING));
  }

  @Property(tries = 100)
  void limitedAucOfTheWholeRankingIsAuc(
      @ForAll("rankings") List<Integer> ranking, @ForAll @IntRange(min = 1, max = 5) int relevant) {
    TinyEvaluation tiny = oneUser(ranking, relevant);

    assertThat(value("LAUC", tiny, ITEMS)).isCloseTo(value("GAUC", tiny, ITEMS), ROUNDING);
    assertThat(value("AUC", tiny, 1)).isCloseTo(value("GAUC", tiny, ITEMS), ROUNDING);
  }

  @Property(tries = 100)
  void entropyIsLargestForDistinctItems(
      @ForAll("rankings") List<Integer> first,
      @ForAll("rankings") List<Integer> second,
      @ForAll @IntRange(min = 1, max = 6) int cutoff) {
    TinyEvaluation tiny =
        oneUser(first, 1)
            .relevant(1, 0)
            .list(1, second.stream().mapToInt(Integer::intValue).toArray());
    double bits = Math.log(2.0 * cutoff) / Math.log(2);
    long shared =
        first.subList(0, cutoff).stream().filter(second.subList(0, cutoff)::contains).count();

    assertThat(value("SEntropy", tiny, cutoff))
        .isCloseTo(bits - (double) shared / cutoff, Offset.offset(1e-9));
  }
}
