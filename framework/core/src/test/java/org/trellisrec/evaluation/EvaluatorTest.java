package org.trellisrec.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trellisrec.data.Candidates;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.EvalTask;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.ItemSet;
import org.trellisrec.data.Vocabulary;
import org.trellisrec.spi.Convention;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.Metric;
import org.trellisrec.spi.Popularity;
import org.trellisrec.spi.Progress;
import org.trellisrec.spi.RankedList;
import org.trellisrec.spi.SystemMetric;
import org.trellisrec.spi.TaskContext;
import org.trellisrec.spi.UserMetric;

class EvaluatorTest {
  private static final NamedMetric HITS = userMetric("hits", RankedList::hits);
  private static final NamedMetric SIZE = userMetric("size", RankedList::size);
  private static final NamedMetric FIRST = userMetric("first", RankedList::firstHit);

  private static NamedMetric userMetric(String name, UserMetric.PerUser value) {
    UserMetric metric = task -> value;
    return NamedMetric.of(name, metric);
  }

  /** Users 0 to 3 with truth; user 2 has a short list, user 3 none, user 4 is not asked for. */
  private static Recommendations lists() {
    RecommendationsBuilder builder = new RecommendationsBuilder();
    int[][] rows = {{0, 5}, {0, 1}, {0, 2}, {1, 4}, {1, 5}, {1, 0}, {2, 3}, {4, 0}};
    for (int i = 0; i < rows.length; i++) {
      builder.add(rows[i][0], rows[i][1], 10 - i);
    }
    return builder.build();
  }

  private static TaskContext context(Convention convention, double threshold) {
    int[] users = {0, 0, 1, 2, 3};
    int[] items = {1, 2, 0, 5, 1};
    float[] ratings = {5, 1, 4, 3, 2};
    Interactions truth = Interactions.of(5, 6, users, items, ratings, null);
    Interactions train = Interactions.empty(5, 6);
    Dataset dataset =
        new Dataset(
            "tiny",
            Vocabulary.of(List.of("a", "b", "c", "d", "e")),
            Vocabulary.of(List.of("0", "1", "2", "3", "4", "5")),
            train);
    EvalTask task =
        new EvalTask(
            "warm", new int[] {0, 1, 2, 3}, train, truth, new Candidates.Shared(ItemSet.all(6)));
    return new TaskContext(dataset, train, task, new Popularity(train), convention, threshold);
  }

  private static Evaluation evaluate(Convention convention, double threshold, NamedMetric... ms) {
    return new Evaluator(1)
        .evaluate(lists(), context(convention, threshold), List.of(ms), new int[] {3, 1});
  }

  @Test
  void reportsMetricByMetricAtEveryCutoff() {
    assertThat(evaluate(Convention.STANDARD, 0, HITS, SIZE).rows())
        .containsExactly(
            new Evaluation.Row("hits", 3, 3 / 4.0, 4),
            new Evaluation.Row("hits", 1, 0, 4),
            new Evaluation.Row("size", 3, 7 / 4.0, 4),
            new Evaluation.Row("size", 1, 3 / 4.0, 4));
  }

  @Test
  void keepsOneValuePerUserOfTheTask() {
    Evaluation evaluation = evaluate(Convention.STANDARD, 0, FIRST);

    assertThat(evaluation.users()).containsExactly(0, 1, 2, 3);
    assertThat(evaluation.userValues().get(0).toArray()).containsExactly(1, 2, -1, -1);
    assertThat(evaluation.userValues().get(1).toArray()).containsExactly(-1, -1, -1, -1);
    assertThat(evaluation.usersWithoutList()).isEqualTo(1);
  }

  @Test
  void countsTheUsersOfTheConvention() {
    assertThat(evaluate(Convention.ELLIOT, 0, SIZE).rows())
        .containsExactly(
            new Evaluation.Row("size", 3, 7 / 3.0, 3), new Evaluation.Row("size", 1, 1, 3));
    assertThat(evaluate(Convention.RECBOLE, 0, SIZE).rows())
        .containsExactly(new Evaluation.Row("size", 3, 3, 2), new Evaluation.Row("size", 1, 1, 3));
  }

  @Test
  void relevanceFollowsTheThreshold() {
    NamedMetric relevant = userMetric("relevant", list -> list.truth().size());
    assertThat(evaluate(Convention.STANDARD, 4, relevant, HITS).value("relevant", 3))
        .hasValue(2 / 4.0);
    assertThat(evaluate(Convention.STANDARD, 4, relevant, HITS).value("hits", 3)).hasValue(2 / 4.0);
  }

  @Test
  void showsRatingsScoresAndRanksOfTheTruth() {
    NamedMetric ideal =
        userMetric("ideal", list -> list.user() == 0 ? list.truth().idealRating(0) : Double.NaN);
    NamedMetric rank =
        userMetric("rank", list -> list.user() == 0 ? list.truth().rank(1) : Double.NaN);
    NamedMetric score =
        userMetric("score", list -> list.user() == 0 ? list.truth().score(1) : Double.NaN);
    NamedMetric rating =
        userMetric("rating", list -> list.user() == 0 && list.size() > 2 ? list.rating(2) : 0);

    assertThat(evaluate(Convention.STANDARD, 0, ideal, rank, score, rating).rows())
        .contains(
            new Evaluation.Row("ideal", 3, 5, 1),
            new Evaluation.Row("rank", 1, 2, 1),
            new Evaluation.Row("score", 1, 8, 1),
            new Evaluation.Row("rating", 3, 1 / 4.0, 4));
  }

  @Test
  void undefinedValuesAreLeftOutOfTheMean() {
    NamedMetric undefined = userMetric("x", list -> list.size() == 0 ? Double.NaN : 1);
    NamedMetric never = userMetric("never", list -> Double.NaN);

    assertThat(evaluate(Convention.STANDARD, 0, undefined, never).rows())
        .containsExactly(
            new Evaluation.Row("x", 3, 1, 3),
            new Evaluation.Row("x", 1, 1, 3),
            new Evaluation.Row("never", 3, Double.NaN, 0),
            new Evaluation.Row("never", 1, Double.NaN, 0));
  }

  @Test
  void aMetricThatFailsIsNamed() {
    NamedMetric failing =
        userMetric(
            "bad",
            list -> {
              throw new IndexOutOfBoundsException("Index 5");
            });
    assertThatThrownBy(() -> evaluate(Convention.STANDARD, 0, failing))
        .hasMessage("the metric bad failed: java.lang.IndexOutOfBoundsException: Index 5");
  }

  private static void assertRefused(NamedMetric metric, String message) {
    assertThatThrownBy(() -> evaluate(Convention.STANDARD, 0, metric))
        .isInstanceOf(InputException.class)
        .hasMessage(
            message
                + "; expected a number, or NaN where it is undefined; leave the metric out, or correct"
                + " its plugin");
  }

  @Test
  void infiniteValuesAreRefused() {
    assertRefused(
        userMetric("large", list -> 1.0 / 0),
        "the metric large is Infinity for a user at cutoff 3");
    assertRefused(
        new NamedMetric("one", faulty(Map.of("one", 1.0, "one-a", -1.0 / 0), Map.of())),
        "the metric one-a is -Infinity at cutoff 3");
  }

  @Test
  void infiniteValuesThatSaySomethingAreKept() {
    Faulty told = new Faulty(null, Map.of("ratio", 1.0 / 0), Map.of(), true);
    Metric ratio = new Faulty(() -> new Faulty.Lists(told), Map.of(), Map.of(), true);

    assertThat(evaluate(Convention.STANDARD, 0, new NamedMetric("ratio", ratio)).rows())
        .contains(new Evaluation.Row("ratio", 1, Double.POSITIVE_INFINITY, 4));
  }

  /** The place of a user's only hit, weighed by the length of the list. */
  private static UserMetric.PerUser weighed(ToDoubleFunction<RankedList> weight) {
    return new UserMetric.PerUser() {
      @Override
      public double value(RankedList list) {
        return list.hits() > 0 ? list.firstHit() : Double.NaN;
      }

      @Override
      public double weight(RankedList list) {
        return weight.applyAsDouble(list);
      }
    };
  }

  @Test
  void usersWeighInTheMeanAsTheMetricSays() {
    NamedMetric bySize = userMetric("x", weighed(list -> list.user() == 0 ? 3 : 1));

    Evaluation evaluation = evaluate(Convention.STANDARD, 0, bySize);

    // user 0 finds item 1 at place 1, user 1 item 0 at place 2
    assertThat(evaluation.rows().get(0))
        .isEqualTo(new Evaluation.Row("x", 3, (3 * 1 + 1 * 2) / 4.0, 2));
    assertThat(evaluation.userValues().get(0).toArray())
        .containsExactly(1, 2, Double.NaN, Double.NaN);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void aWeightThatIsNoneIsRefused(double weight) {
    NamedMetric metric = userMetric("x", weighed(list -> weight));
    assertThatThrownBy(() -> evaluate(Convention.STANDARD, 0, metric))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("the metric x gives a user the weight " + weight);
  }

  /** User 2 has a list of one item. */
  @Test
  void theFullRankingCountsAtEveryCutoff() {
    NamedMetric full = NamedMetric.of("candidates", new Full());

    assertThat(evaluate(Convention.RECBOLE, 0, full).rows())
        .containsExactly(
            new Evaluation.Row("candidates", 3, 7 / 3.0, 3),
            new Evaluation.Row("candidates", 1, 7 / 3.0, 3));
  }

  /** Gives what it is told to. */
  private record Faulty(
      Supplier<Faulty.Lists> accumulators,
      Map<String, Double> results,
      Map<String, Integer> users,
      boolean mayBeInfinite)
      implements SystemMetric<Faulty.Lists> {
    Faulty(Supplier<Lists> accumulators, Map<String, Double> results, Map<String, Integer> users) {
      this(accumulators, results, users, false);
    }

    @Override
    public Supplier<Lists> bind(TaskContext task) {
      return accumulators;
    }

    /** Never holds anything. */
    private static final class Lists implements SystemMetric.Accumulator<Lists> {
      private final Faulty metric;

      private Lists(Faulty metric) {
        this.metric = metric;
      }

      @Override
      public void add(RankedList list) {}

      @Override
      public void merge(Lists other) {
        if (metric.results != null && metric.results.isEmpty()) {
          throw new ArithmeticException("no sum");
        }
      }

      @Override
      public double result() {
        return 1;
      }

      @Override
      public Map<String, Double> results(String label) {
        return metric.results;
      }

      @Override
      public Map<String, Integer> users(String label) {
        return metric.users;
      }
    }
  }

  private static Faulty faulty(Map<String, Double> results, Map<String, Integer> users) {
    Faulty told = new Faulty(null, results, users);
    return new Faulty(() -> new Faulty.Lists(told), results, users);
  }

  private static void assertFails(Metric metric, String message) {
    NamedMetric named = new NamedMetric("bad", metric);
    assertThatThrownBy(() -> evaluate(Convention.STANDARD, 0, named))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("the metric bad " + message);
  }

  @Test
  void aMetricThatReturnsNullOrFailsAnywhereIsNamed() {
    assertFails((UserMetric) task -> null, "returned null from bind, where a result is due");
    Map<String, Double> one = Map.of("bad", 1.0);
    assertFails(new Faulty(null, one, Map.of()), "returned null from bind");
    assertFails(new Faulty(() -> null, one, Map.of()), "returned null from its supplier");
    assertFails(faulty(null, Map.of()), "returned null from results");
    assertFails(faulty(one, null), "returned null from users");
    assertFails(faulty(Map.of(), Map.of()), "failed: java.lang.ArithmeticException: no sum");
    Map<String, Double> empty = new HashMap<>();
    empty.put("bad", null);
    assertFails(faulty(empty, Map.of()), "returned from results a map with the entry bad=null");
  }

  @Test
  void aMetricThatReturnsNullOfItselfIsNamed() {
    Metric nameless =
        new UserMetric() {
          @Override
          public String label(String name) {
            return null;
          }

          @Override
          public Set<Requirement> requires() {
            return null;
          }

          @Override
          public boolean higherIsBetter(Convention convention) {
            throw new ArithmeticException("no direction");
          }

          @Override
          public PerUser bind(TaskContext task) {
            return list -> 0;
          }
        };
    assertThatThrownBy(() -> new NamedMetric("bad", nameless).needsPlaces())
        .hasMessageStartingWith("the metric bad returned null from requires");
    assertThatThrownBy(() -> new NamedMetric("bad", nameless).higherIsBetter(Convention.ELLIOT))
        .hasMessage("the metric bad failed: java.lang.ArithmeticException: no direction");
    assertThatThrownBy(() -> NamedMetric.of("First", nameless))
        .hasMessageStartingWith("the metric First returned null from label");
  }

  @Test
  void systemMetricsMayHaveSeveralValues() {
    assertThat(evaluate(Convention.STANDARD, 0, NamedMetric.of("n", new PerItem())).rows())
        .containsExactly(
            new Evaluation.Row("n-0", 3, 1, 3),
            new Evaluation.Row("n-1", 3, 1, 4),
            new Evaluation.Row("n-2", 3, 1, 4),
            new Evaluation.Row("n-3", 3, 1, 4),
            new Evaluation.Row("n-4", 3, 1, 4),
            new Evaluation.Row("n-5", 3, 2, 4),
            new Evaluation.Row("n", 3, 6, 4),
            new Evaluation.Row("n-3", 1, 1, 4),
            new Evaluation.Row("n-4", 1, 1, 4),
            new Evaluation.Row("n-5", 1, 1, 4),
            new Evaluation.Row("n", 1, 3, 4));
  }

  /** The second is the value of an item, whose name depends on the lists. */
  @ParameterizedTest
  @ValueSource(strings = {"n", "n-3"})
  void twoValuesOfOneNameAreRefused(String name) {
    NamedMetric perItem = new NamedMetric("n", new PerItem());
    NamedMetric other = new NamedMetric(name, HITS.metric());
    assertThatThrownBy(() -> evaluate(Convention.STANDARD, 0, perItem, other))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("the metrics n and %s both give a value called '%s'", name, name)
        .hasMessageContaining("give one of the metrics another name");
  }

  @Test
  void namesThatNeedNoListsAreCheckedWithoutThem() {
    TaskContext context = context(Convention.STANDARD, 0);
    NamedMetric perItem = new NamedMetric("hits", new PerItem());
    assertThatThrownBy(() -> Evaluator.requireMeasurable(List.of(HITS, perItem), context))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("the metrics hits and hits both give a value called 'hits'");
    Evaluator.requireMeasurable(List.of(HITS, SIZE), context);
  }

  /** A metric of lists need not have a value without any. */
  @Test
  void aMetricThatFailsWithoutListsIsNotRefused() {
    NamedMetric mean = new NamedMetric("mean", new NeedsLists());
    Evaluator.requireMeasurable(List.of(mean), context(Convention.STANDARD, 0));
    assertThat(evaluate(Convention.STANDARD, 0, mean).value("mean", 3)).hasValue(4);
  }

  /** Whatever lists are to come, these will not be measured. */
  @Test
  void whatNoListsCanMendIsRefusedWithoutThem() {
    Map<String, Double> one = Map.of("bad", 1.0);
    List<Faulty> faults =
        List.of(
            new Faulty(() -> null, one, Map.of()),
            new Faulty(
                () -> {
                  throw new ArithmeticException("no room");
                },
                one,
                Map.of()),
            faulty(null, Map.of()));
    TaskContext context = context(Convention.STANDARD, 0);
    for (Faulty metric : faults) {
      NamedMetric named = new NamedMetric("bad", metric);
      assertThatThrownBy(() -> Evaluator.requireMeasurable(List.of(named), context))
          .hasMessageStartingWith("the metric bad ");
    }
    NamedMetric lacking =
        new NamedMetric(
            "mean", new NeedsLists(new InputException("the modality 'x' is declared for no item")));
    assertThatThrownBy(() -> Evaluator.requireMeasurable(List.of(lacking), context))
        .isInstanceOf(InputException.class)
        .hasMessage("the metric mean: the modality 'x' is declared for no item");
  }

  /** The value under a metric's own name is known to come, whatever it will be. */
  @Test
  void theNameOfAMetricThatFailsWithoutListsIsChecked() {
    NamedMetric mean = new NamedMetric("hits", new NeedsLists());
    TaskContext context = context(Convention.STANDARD, 0);
    assertThatThrownBy(() -> Evaluator.requireMeasurable(List.of(HITS, mean), context))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("the metrics hits and hits both give a value called 'hits'");
  }

  @Test
  void refusesCutoffsAndRankingsThatTheListsDoNotHave() {
    EvalTask task = context(Convention.STANDARD, 0).task();
    Recommendations shallow =
        new Ranker(2, 1)
            .rank(
                "m",
                (users, scores) -> scores[0][0] = 1,
                List.of(new RankRequest(task, List.of(), false)),
                Progress.SILENT)
            .get(0);
    TaskContext context = context(Convention.STANDARD, 0);
    Evaluator evaluator = new Evaluator(1);

    assertThatThrownBy(() -> evaluator.evaluate(shallow, context, List.of(HITS), new int[] {3}))
        .hasMessage("cutoff 3 is not between 1 and the depth 2 of the lists");
    assertThatThrownBy(
            () ->
                evaluator.evaluate(
                    shallow, context, List.of(NamedMetric.of("AUC", new Full())), new int[] {2}))
        .hasMessageContaining("AUC");
  }

  @Test
  void valuesDoNotDependOnThreads() {
    int users = 3_000;
    int[] all = IntStream.range(0, users).toArray();
    Interactions truth =
        Interactions.of(users, 7, all, Arrays.stream(all).map(u -> u % 7).toArray(), null, null);
    Interactions none = Interactions.empty(users, 7);
    EvalTask task = new EvalTask("t", all, none, truth, new Candidates.Shared(ItemSet.all(7)));
    TaskContext context =
        new TaskContext(null, none, task, new Popularity(none), Convention.STANDARD, 0);
    RecommendationsBuilder builder = new RecommendationsBuilder();
    for (int user : all) {
      builder.add(user, user % 5, 1);
    }
    NamedMetric odd = userMetric("odd", list -> list.hits() / (1.0 + list.user()));

    List<List<Evaluation.Row>> rows =
        List.of(1, 2, 5).stream()
            .map(n -> new Evaluator(n, false))
            .map(e -> e.evaluate(builder.build(), context, List.of(odd), new int[] {1}))
            .peek(evaluation -> assertThat(evaluation.userValues()).isEmpty())
            .map(Evaluation::rows)
            .toList();

    double expected = 0;
    for (int user : all) {
      expected += user % 5 == user % 7 ? 1 / (1.0 + user) : 0;
    }
    assertThat(rows.get(0).get(0).value()).isCloseTo(expected / users, Offset.offset(1e-15));
    assertThat(rows.get(1)).isEqualTo(rows.get(0));
    assertThat(rows.get(2)).isEqualTo(rows.get(0));
  }

  /** Counts every item. */
  private static final class PerItem implements SystemMetric<PerItem.Counts> {
    @Override
    public Supplier<Counts> bind(TaskContext task) {
      return Counts::new;
    }

    private static final class Counts implements SystemMetric.Accumulator<Counts> {
      private final Map<String, Double> counts = new TreeMap<>();

      @Override
      public void add(RankedList list) {
        for (int rank = 0; rank < list.size(); rank++) {
          counts.merge("n-" + list.item(rank), 1.0, Double::sum);
        }
      }

      @Override
      public void merge(Counts other) {
        other.counts.forEach((item, count) -> counts.merge(item, count, Double::sum));
      }

      @Override
      public double result() {
        return counts.size();
      }

      @Override
      public Map<String, Integer> users(String label) {
        return Map.of("n-0", 3);
      }

      @Override
      public Map<String, Double> results(String label) {
        return counts;
      }
    }
  }

  /** Counts lists, and fails where there are none. */
  private record NeedsLists(RuntimeException otherwise) implements SystemMetric<NeedsLists.Count> {
    NeedsLists() {
      this(new IllegalStateException("no lists"));
    }

    @Override
    public Supplier<Count> bind(TaskContext task) {
      return () -> new Count(otherwise);
    }

    private static final class Count implements SystemMetric.Accumulator<Count> {
      private final RuntimeException otherwise;
      private int lists;

      private Count(RuntimeException otherwise) {
        this.otherwise = otherwise;
      }

      @Override
      public void add(RankedList list) {
        lists++;
      }

      @Override
      public void merge(Count other) {
        lists += other.lists;
      }

      @Override
      public double result() {
        if (lists == 0) {
          throw otherwise;
        }
        return lists;
      }
    }
  }

  private static final class Full implements UserMetric {
    @Override
    public Set<Requirement> requires() {
      return Set.of(Requirement.FULL_RANKING);
    }

    @Override
    public PerUser bind(TaskContext task) {
      return list -> list.truth().candidates();
    }
  }
}
