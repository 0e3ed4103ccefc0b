package org.trellisrec.metrics;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.DoublePredicate;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.trellisrec.config.Params;
import org.trellisrec.config.PluginCatalog;
import org.trellisrec.data.Modality;
import org.trellisrec.evaluation.Evaluation;
import org.trellisrec.evaluation.Evaluator;
import org.trellisrec.evaluation.NamedMetric;
import org.trellisrec.spi.Convention;
import org.trellisrec.spi.Metric;
import org.trellisrec.spi.SystemMetric;
import org.trellisrec.testkit.PartedMetric;
import org.trellisrec.testkit.TinyEvaluation;

/** What holds for every metric of the catalogue, on random tasks and lists with tied scores. */
class AllMetricsPropertiesTest {
  private static final PluginCatalog CATALOG = PluginCatalog.load();
  private static final List<Convention> CONVENTIONS = List.of(Convention.values());
  private static final int USERS = 9;
  private static final int ITEMS = 16;
  private static final int TRAINED_ITEMS = 14;
  private static final int LENGTH = 8;
  private static final int MOST_RELEVANT = 8;

  /**
   * Elliot counts n >= 2 irrelevant items, as a user has trained on 5 of the 14 at most and has 8
   * relevant ones. There are n + 1 at most, since 2 are unknown to training.
   */
  private static final double LEAST_ELLIOT_AREA = -1 / 2.0;

  private static final int[] ALL_CUTOFFS = IntStream.rangeClosed(1, LENGTH).toArray();

  private static final Map<String, ?> ONE_CLUSTERING = Map.of("clustering_name", "band");
  private static final Map<String, ?> TWO_CLUSTERINGS =
      Map.of("user_clustering_name", "band", "item_clustering_name", "band");

  /** Parameters of the metrics that have some without a default. */
  private static final Map<String, Map<String, ?>> GIVEN =
      Map.ofEntries(
          entry("ExtendedF1", Map.of("metric_0", "nDCG", "metric_1", "EPC")),
          entry("SRecall", Map.of("modality", "topics")),
          entry("ILD", Map.of("modality", "topics")),
          entry("Grouped", Map.of("of", "nDCG", "users", "band")),
          entry("RSP", ONE_CLUSTERING),
          entry("REO", ONE_CLUSTERING),
          entry("UserMADrating", ONE_CLUSTERING),
          entry("UserMADranking", ONE_CLUSTERING),
          entry("ItemMADrating", ONE_CLUSTERING),
          entry("ItemMADranking", ONE_CLUSTERING),
          entry("BiasDisparityBS", TWO_CLUSTERINGS),
          entry("BiasDisparityBR", TWO_CLUSTERINGS),
          entry("BiasDisparityBD", TWO_CLUSTERINGS));

  private static final List<NamedMetric> METRICS =
      CATALOG.all(Metric.class).stream()
          .map(
              plugin ->
                  new NamedMetric(
                      plugin.name(),
                      CATALOG.create(
                          plugin,
                          Params.of(plugin.params(), GIVEN.getOrDefault(plugin.name(), Map.of())))))
          .toList();

  /** Metrics that look at nothing of a list but which places are hits, and how good ones. */
  private static final List<NamedMetric> ACCURACY =
      only(
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

  /** Their values depend on which item stands where. */
  private static final Set<String> ITEM_BY_PLACE =
      Set.of("EPC", "EFD", "ExtendedEPC", "ExtendedEFD", "ExtendedF1", "ItemMADranking");

  /** A hit further up can only improve them. */
  private static final List<NamedMetric> TOP_HEAVY =
      joined(ACCURACY, only("EPC", "EFD", "ExtendedEPC", "ExtendedEFD", "ExtendedF1"));

  private static final List<NamedMetric> GROW_WITH_THE_LIST =
      only("Recall", "HR", "ItemCoverage", "ColdItemCoverage", "ACLT", "NumRetrieved");

  private static List<NamedMetric> only(String... names) {
    List<NamedMetric> chosen =
        METRICS.stream().filter(m -> Arrays.asList(names).contains(m.label())).toList();
    assertThat(chosen).hasSize(names.length);
    return chosen;
  }

  private static List<NamedMetric> joined(List<NamedMetric> some, List<NamedMetric> others) {
    List<NamedMetric> all = new ArrayList<>(some);
    all.addAll(others);
    return all;
  }

  /**
   * A task and its lists. Beside its users there is one who has trained on most items and is not
   * tested, so that Elliot's number of irrelevant items, which is that of the training items
   * without the user's own and the relevant ones, stays above 0.
   *
   * @param ratings held-out ratings by user and item, 0 for none
   * @param lists by user, best first
   * @param scores of the lists, not ascending
   */
  private record Scene(
      Convention convention,
      double threshold,
      int[][] trained,
      int[][] ratings,
      int[][] lists,
      double[][] scores) {

    /** All lists have the full length if {@code full}; otherwise some are shorter or empty. */
    static Scene random(Random random, boolean full) {
      int[][] trained = new int[USERS][];
      int[][] ratings = new int[USERS][ITEMS];
      int[][] lists = new int[USERS][];
      double[][] scores = new double[USERS][];
      for (int user = 0; user < USERS; user++) {
        List<Integer> items = shuffled(random, ITEMS);
        int known = random.nextInt(6);
        trained[user] =
            items.subList(0, known).stream()
                .mapToInt(Integer::intValue)
                .filter(item -> item < TRAINED_ITEMS)
                .toArray();
        List<Integer> others = items.subList(known, ITEMS);
        for (int item : others.subList(0, 1 + random.nextInt(MOST_RELEVANT))) {
          ratings[user][item] = 1 + random.nextInt(MetricRange.BEST_RATING);
        }
        Collections.shuffle(others, random);
        int size = full || random.nextInt(3) > 0 ? LENGTH : random.nextInt(LENGTH);
        lists[user] = others.subList(0, size).stream().mapToInt(Integer::intValue).toArray();
        scores[user] =
            IntStream.range(0, size)
                .map(i -> -1 - random.nextInt(MetricRange.BEST_SCORE))
                .sorted()
                .mapToDouble(negated -> -negated)
                .toArray();
      }
      Convention convention = CONVENTIONS.get(random.nextInt(CONVENTIONS.size()));
      return new Scene(convention, random.nextInt(4), trained, ratings, lists, scores);
    }

    Scene withLists(int[][] others) {
      return new Scene(convention, threshold, trained, ratings, others, scores);
    }

    /** Number of items that occur in training or are held out. */
    int itemsWithInteractions() {
      return (int)
          IntStream.range(0, ITEMS)
              .filter(
                  item ->
                      item < TRAINED_ITEMS
                          || Arrays.stream(ratings).anyMatch(ofUser -> ofUser[item] > 0))
              .count();
    }

    /** 0 for an item that is not relevant, otherwise its rating. */
    int worth(int user, int rank) {
      int rating = ratings[user][lists[user][rank]];
      return rating >= threshold ? rating : 0;
    }

    TinyEvaluation written(IntUnaryOperator indexOf) {
      TinyEvaluation tiny =
          TinyEvaluation.of(USERS + 1, ITEMS).convention(convention).threshold(threshold);
      int[] bands = new int[USERS + 1];
      tiny.train(USERS, IntStream.range(0, TRAINED_ITEMS).toArray());
      for (int user = 0; user < USERS; user++) {
        int index = indexOf.applyAsInt(user);
        bands[index] = user % 3;
        tiny.train(index, trained[user]);
        for (int item = 0; item < ITEMS; item++) {
          if (ratings[user][item] > 0) {
            tiny.rated(index, item, ratings[user][item]);
          }
        }
        if (lists[user].length > 0) {
          tiny.scored(index, lists[user], scores[user]);
        }
      }
      List<String> names = List.of("low", "middle", "high");
      return tiny.users("band", new Modality.Categorical(names, bands))
          .items(
              "band",
              new Modality.Categorical(names, IntStream.range(0, ITEMS).map(i -> i % 3).toArray()))
          .items("topics", new Modality.MultiHot(List.of("a", "b", "c", "d"), topics()));
    }

    private static int[][] topics() {
      return IntStream.range(0, ITEMS)
          .mapToObj(item -> IntStream.range(0, 4).filter(t -> item * 5 % 11 / (t + 1) % 2 == 0))
          .map(IntStream::toArray)
          .toArray(int[][]::new);
    }

    Map<String, Double> values(List<NamedMetric> metrics, int... cutoffs) {
      return values(IntUnaryOperator.identity(), metrics, cutoffs);
    }

    Map<String, Double> values(
        IntUnaryOperator indexOf, List<NamedMetric> metrics, int... cutoffs) {
      TinyEvaluation tiny = written(indexOf);
      Map<String, Double> values = new LinkedHashMap<>();
      for (Evaluation.Row row :
          new Evaluator(1).evaluate(tiny.lists(), tiny.context(), metrics, cutoffs).rows()) {
        values.put(row.metric() + "@" + row.cutoff(), row.value());
        values.put("users of " + row.metric() + "@" + row.cutoff(), (double) row.users());
      }
      return values;
    }
  }

  private static List<Integer> shuffled(Random random, int size) {
    List<Integer> numbers = new ArrayList<>(IntStream.range(0, size).boxed().toList());
    Collections.shuffle(numbers, random);
    return numbers;
  }

  @Provide
  Arbitrary<Scene> scenes() {
    return Arbitraries.randomValue(random -> Scene.random(random, false));
  }

  @Provide
  Arbitrary<Scene> scenesWithFullLists() {
    return Arbitraries.randomValue(random -> Scene.random(random, true));
  }

  private static void assertSame(Map<String, Double> values, Map<String, Double> expected) {
    assertThat(values.keySet()).isEqualTo(expected.keySet());
    assertThat(values)
        .allSatisfy(
            (name, value) -> {
              double other = expected.get(name);
              boolean same =
                  Double.valueOf(value).equals(other)
                      || Math.abs(value - other) <= 1e-12 * Math.max(1, Math.abs(other));
              assertThat(same).as("%s: %s, not %s", name, value, other).isTrue();
            });
  }

  /** The range that the metric's documentation promises, for tasks of this size. */
  private static DoublePredicate range(String name, Scene scene) {
    return new MetricRange(
            scene.convention(),
            USERS,
            USERS + 1,
            ITEMS,
            scene.itemsWithInteractions(),
            LENGTH,
            LEAST_ELLIOT_AREA,
            1)
        .of(name);
  }

  @Example
  void everyMetricIsHere() {
    assertThat(METRICS)
        .extracting(NamedMetric::label)
        .hasSameElementsAs(CATALOG.names(Metric.class))
        .hasSizeGreaterThan(50);
  }

  @Property(tries = 30)
  void valuesStayInTheirRange(@ForAll("scenes") Scene scene) {
    for (NamedMetric metric : METRICS) {
      DoublePredicate range = range(metric.label(), scene);
      assertThat(scene.values(List.of(metric), 1, 3, LENGTH))
          .allSatisfy(
              (name, value) ->
                  assertThat(
                          name.startsWith("users of ")
                              ? value >= 0 && value <= USERS
                              : Double.isNaN(value) || range.test(value))
                      .as("%s = %s", name, value)
                      .isTrue());
    }
  }

  @Property(tries = 20)
  void whatUsersAreCalledDoesNotMatter(@ForAll("scenes") Scene scene, @ForAll Random random) {
    List<Integer> names = shuffled(random, USERS);

    assertSame(
        scene.values(names::get, METRICS, 1, 3, LENGTH), scene.values(METRICS, 1, 3, LENGTH));
  }

  @Property(tries = 20)
  void cutoffsTogetherAreEachAlone(@ForAll("scenes") Scene scene) {
    Map<String, Double> alone = new LinkedHashMap<>(scene.values(METRICS, 5));
    alone.putAll(scene.values(METRICS, 1));
    alone.putAll(scene.values(METRICS, LENGTH));

    assertSame(scene.values(METRICS, 5, 1, LENGTH), alone);
  }

  @Property(tries = 30)
  void partsOfTheUsersAddUpToAll(@ForAll("scenes") Scene scene, @ForAll Random random) {
    int[] part = random.ints(USERS, 0, 4).toArray();
    List<NamedMetric> whole =
        METRICS.stream().filter(m -> m.metric() instanceof SystemMetric<?>).toList();
    List<NamedMetric> parted =
        whole.stream()
            .map(m -> new NamedMetric(m.label(), inParts((SystemMetric<?>) m.metric(), part)))
            .toList();

    assertSame(scene.values(parted, 5), scene.values(whole, 5));
  }

  private static <A extends SystemMetric.Accumulator<A>> Metric inParts(
      SystemMetric<A> metric, int[] part) {
    return PartedMetric.of(metric, 4, user -> part[user]);
  }

  /** Lists in which items of equal score that are equally relevant have changed places. */
  private static Scene withTiesShuffled(Scene scene, Random random, boolean equallyRelevant) {
    int[][] lists = new int[USERS][];
    for (int user = 0; user < USERS; user++) {
      Map<String, List<Integer>> ties = new TreeMap<>();
      for (int rank = 0; rank < scene.lists()[user].length; rank++) {
        String tie =
            scene.scores()[user][rank] + (equallyRelevant ? "/" + scene.worth(user, rank) : "");
        ties.computeIfAbsent(tie, t -> new ArrayList<>()).add(rank);
      }
      int[] list = scene.lists()[user].clone();
      for (List<Integer> ranks : ties.values()) {
        List<Integer> from = new ArrayList<>(ranks);
        Collections.shuffle(from, random);
        for (int i = 0; i < from.size(); i++) {
          list[ranks.get(i)] = scene.lists()[user][from.get(i)];
        }
      }
      lists[user] = list;
    }
    return scene.withLists(lists);
  }

  @Property(tries = 30)
  void equallyGoodItemsOfEqualScoreMayChangePlaces(
      @ForAll("scenes") Scene scene, @ForAll Random random) {
    Scene other = withTiesShuffled(scene, random, true);
    List<NamedMetric> unordered =
        METRICS.stream().filter(m -> !ITEM_BY_PLACE.contains(m.label())).toList();

    assertSame(other.values(ACCURACY, ALL_CUTOFFS), scene.values(ACCURACY, ALL_CUTOFFS));
    assertSame(other.values(unordered, LENGTH), scene.values(unordered, LENGTH));
  }

  /** Also where one of them is relevant and the other is not; Elliot takes the order as it is. */
  @Property(tries = 30)
  void theAreaUnderTheCurveDoesNotDependOnTheOrderOfTies(
      @ForAll("scenes") Scene scene, @ForAll Random random) {
    Scene other = withTiesShuffled(scene, random, false);
    List<NamedMetric> areas =
        scene.convention() == Convention.ELLIOT ? List.of() : only("AUC", "GAUC", "LAUC");

    assertSame(other.values(areas, LENGTH), scene.values(areas, LENGTH));
  }

  @Property(tries = 30)
  void longerListsHaveNoLess(@ForAll("scenesWithFullLists") Scene scene) {
    Map<String, Double> values = scene.values(GROW_WITH_THE_LIST, ALL_CUTOFFS);
    for (NamedMetric metric : GROW_WITH_THE_LIST) {
      List<Double> grown =
          Arrays.stream(ALL_CUTOFFS)
              .mapToObj(cutoff -> values.get(metric.label() + "@" + cutoff))
              .toList();

      assertThat(grown).as(metric.label()).isSortedAccordingTo((a, b) -> a > b + 1e-12 ? 1 : -1);
    }
  }

  @Property(tries = 60)
  void aHitThatMovesUpNeverHurts(@ForAll("scenes") Scene scene, @ForAll Random random) {
    Optional<Scene> other = withHitMovedUp(scene, random);
    if (other.isEmpty()) {
      return;
    }
    Map<String, Double> before = scene.values(TOP_HEAVY, ALL_CUTOFFS);
    Map<String, Double> after = other.get().values(TOP_HEAVY, ALL_CUTOFFS);

    assertThat(after)
        .allSatisfy(
            (name, value) ->
                assertThat(value >= before.get(name) - 1e-12 || Double.isNaN(before.get(name)))
                    .as("%s: %s after %s", name, value, before.get(name))
                    .isTrue());
  }

  /** A user's list in which a hit has changed places with the irrelevant item before it. */
  private static Optional<Scene> withHitMovedUp(Scene scene, Random random) {
    for (int user : shuffled(random, USERS)) {
      int[] list = scene.lists()[user].clone();
      for (int rank : shuffled(random, list.length)) {
        if (rank > 0 && isHit(scene, user, rank) && !isHit(scene, user, rank - 1)) {
          int[][] lists = scene.lists().clone();
          lists[user] = list;
          list[rank] = scene.lists()[user][rank - 1];
          list[rank - 1] = scene.lists()[user][rank];
          return Optional.of(scene.withLists(lists));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isHit(Scene scene, int user, int rank) {
    return scene.worth(user, rank) > 0;
  }
}
