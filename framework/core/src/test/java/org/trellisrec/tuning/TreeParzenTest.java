package org.trellisrec.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.trellisrec.config.ModelMeta;
import org.trellisrec.config.Params;
import org.trellisrec.config.search.Distribution;
import org.trellisrec.config.search.Domain;
import org.trellisrec.config.search.SearchSpace;
import org.trellisrec.spi.Seed;

class TreeParzenTest {
  private static final int SEEDS = 40;

  private static SearchSpace space(Map<String, Domain> domains) {
    return new SearchSpace(domains);
  }

  /** A logarithm, a number and a choice. */
  private static SearchSpace mixed() {
    Map<String, Domain> domains = new LinkedHashMap<>();
    domains.put("rate", new Domain.Numbers(Distribution.LOG_UNIFORM, 1e-5, 1, 0, false));
    domains.put("weight", new Domain.Numbers(Distribution.UNIFORM, -5, 5, 0, false));
    domains.put("loss", new Domain.Grid(List.of("a", "b", "c", "d")));
    return space(domains);
  }

  /** 0 at 0.001, 2 and b, and more everywhere else. */
  private static double mixedLoss(Map<String, Object> point) {
    double rate = Math.log10((Double) point.get("rate")) + 3;
    double weight = ((Double) point.get("weight") - 2) / 2;
    double loss = Map.of("a", 3, "b", 0, "c", 2, "d", 1).get((String) point.get("loss"));
    return rate * rate + weight * weight + loss;
  }

  /** Whole numbers and steps. */
  private static SearchSpace counted() {
    Map<String, Domain> domains = new LinkedHashMap<>();
    domains.put("layers", new Domain.Numbers(Distribution.INTEGER, 1, 6, 0, true));
    domains.put("size", new Domain.Numbers(Distribution.LOG_UNIFORM, 8, 1024, 8, true));
    domains.put("dropout", new Domain.Numbers(Distribution.UNIFORM, 0, 0.9, 0.1, false));
    return space(domains);
  }

  /** 0 at 2, 128 and 0.3. */
  private static double countedLoss(Map<String, Object> point) {
    double layers = (Long) point.get("layers") - 2.0;
    double size = Math.log((Long) point.get("size") / 128.0);
    double dropout = ((Double) point.get("dropout") - 0.3) * 5;
    return layers * layers + size * size + dropout * dropout;
  }

  /** 625 points. */
  private static SearchSpace choices() {
    Map<String, Domain> domains = new LinkedHashMap<>();
    for (String name : List.of("a", "b", "c", "d")) {
      domains.put(name, new Domain.Grid(List.of(0, 1, 2, 3, 4)));
    }
    return space(domains);
  }

  /** 0 at 3, 1, 4, 0; how far another value is off has nothing to do with how much worse it is. */
  private static double choicesLoss(Map<String, Object> point) {
    int[] best = {3, 1, 4, 0};
    double loss = 0;
    int i = 0;
    for (Object value : point.values()) {
      int chosen = (Integer) value;
      loss += chosen == best[i] ? 0 : 1 + 0.3 * ((chosen * 3 + i) % 5);
      i++;
    }
    return loss;
  }

  private static List<Tried> search(
      SearchSpace space,
      String algorithm,
      int trials,
      long seed,
      ToDoubleFunction<Map<String, Object>> score) {
    ModelMeta meta =
        Params.of(ModelMeta.class, Map.of("hyper_max_evals", trials, "hyper_opt_alg", algorithm));
    SearchPlan plan = SearchPlan.of(space, meta, new Seed(seed), note -> {});
    List<Tried> tried = new ArrayList<>();
    while (tried.size() < plan.trials()) {
      List<Double> position = plan.next(Collections.unmodifiableList(tried), List.of());
      tried.add(new Tried(position, score.applyAsDouble(space.at(position))));
    }
    return tried;
  }

  /** The lowest loss of a search, averaged over seeds. */
  private static double lowest(
      SearchSpace space, String algorithm, int trials, ToDoubleFunction<Map<String, Object>> loss) {
    return IntStream.range(0, SEEDS)
        .mapToDouble(
            seed ->
                search(space, algorithm, trials, seed, point -> -loss.applyAsDouble(point)).stream()
                    .mapToDouble(trial -> -trial.score())
                    .min()
                    .orElseThrow())
        .average()
        .orElseThrow();
  }

  private static void assertBetterThanRandom(
      double factor, SearchSpace space, int trials, ToDoubleFunction<Map<String, Object>> loss) {
    assertThat(lowest(space, "tpe", trials, loss))
        .isLessThan(lowest(space, "rand", trials, loss) / factor);
  }

  @Test
  void logarithmsNumbersAndChoicesAreLearned() {
    assertBetterThanRandom(2, mixed(), 50, TreeParzenTest::mixedLoss);
  }

  @Test
  void countedNumbersAreLearned() {
    assertBetterThanRandom(4, counted(), 40, TreeParzenTest::countedLoss);
  }

  @Test
  void aGridIsLearnedFromAFewOfItsPoints() {
    assertBetterThanRandom(4, choices(), 40, TreeParzenTest::choicesLoss);
  }

  /** The same space turned round: what was best is worst. */
  @Test
  void itGoesWhereScoresAreHigh() {
    ToDoubleFunction<Map<String, Object>> weight = point -> (Double) point.get("weight");
    double up = mean(search(mixed(), "tpe", 40, 1, weight), weight);
    double down =
        mean(search(mixed(), "tpe", 40, 1, point -> -weight.applyAsDouble(point)), weight);
    assertThat(up).isGreaterThan(3);
    assertThat(down).isLessThan(-3);
  }

  /** Of the trials that were not laid down ahead. */
  private static double mean(List<Tried> tried, ToDoubleFunction<Map<String, Object>> value) {
    return tried.subList(SearchPlan.STARTUP, tried.size()).stream()
        .mapToDouble(trial -> value.applyAsDouble(mixed().at(trial.position())))
        .average()
        .orElseThrow();
  }

  @Test
  void theSameScoresGiveTheSamePoints() {
    ToDoubleFunction<Map<String, Object>> score = point -> -mixedLoss(point);
    List<Tried> first = search(mixed(), "tpe", 30, 7, score);
    assertThat(search(mixed(), "tpe", 30, 7, score)).isEqualTo(first);
    assertThat(search(mixed(), "tpe", 30, 8, score)).isNotEqualTo(first);
    assertThat(search(mixed(), "tpe", 30, 7, point -> mixedLoss(point)))
        .startsWith(new Tried(first.get(0).position(), -first.get(0).score()))
        .isNotEqualTo(first);
  }

  @Test
  void itBeginsAsRandomSearchDoes() {
    List<Tried> random = search(mixed(), "rand", 30, 7, point -> 0);
    List<Tried> learning = search(mixed(), "tpe", 30, 7, point -> 0);
    assertThat(learning.subList(0, SearchPlan.STARTUP))
        .isEqualTo(random.subList(0, SearchPlan.STARTUP));
    assertThat(learning.get(SearchPlan.STARTUP)).isNotEqualTo(random.get(SearchPlan.STARTUP));
  }

  @Test
  void noPointOfAGridIsTriedTwice() {
    for (int trials : new int[] {40, 300, 624}) {
      List<Tried> tried = search(choices(), "tpe", trials, 3, point -> -choicesLoss(point));
      assertThat(tried.stream().map(trial -> choices().at(trial.position())))
          .hasSize(trials)
          .doesNotHaveDuplicates();
    }
  }

  /** All points but one are tried or taken. */
  @Test
  void noPointThatIsTakenIsTried() {
    List<Tried> tried = search(choices(), "tpe", 624, 3, point -> -choicesLoss(point));
    List<List<Double>> taken = tried.subList(20, 624).stream().map(Tried::position).toList();
    List<Double> position =
        new TreeParzen(choices(), tried.subList(0, 20), taken).next(new Seed(1).rng());
    assertThat(tried.stream().map(trial -> choices().at(trial.position())))
        .doesNotContain(choices().at(position));
  }

  /** 12 points: as long as a draw finds another one, none is repeated. */
  @Test
  void countedPointsAreRepeatedOnlyWhereNothingNewIsFound() {
    Map<String, Domain> domains = new LinkedHashMap<>();
    domains.put("layers", new Domain.Numbers(Distribution.INTEGER, 1, 3, 0, true));
    domains.put("dropout", new Domain.Numbers(Distribution.UNIFORM, 0, 0.9, 0.3, false));
    SearchSpace space = space(domains);
    List<Tried> tried = search(space, "tpe", 30, 3, point -> (Long) point.get("layers"));
    assertThat(tried).hasSize(30);
    assertThat(tried.stream().map(trial -> space.at(trial.position())).distinct()).hasSize(12);
  }

  /** Had they no part in it, half of what is tried would go on to fail. */
  @Test
  void whereTrialsFailFewFollow() {
    ToDoubleFunction<Map<String, Object>> score =
        point ->
            List.of("a", "b").contains((String) point.get("loss")) ? Double.NaN : -mixedLoss(point);
    List<Tried> tried = search(mixed(), "tpe", 60, 2, score);
    assertThat(tried.subList(0, SearchPlan.STARTUP))
        .filteredOn(trial -> Double.isNaN(trial.score()))
        .hasSizeGreaterThan(2);
    assertThat(tried.subList(SearchPlan.STARTUP, 60))
        .filteredOn(trial -> Double.isNaN(trial.score()))
        .hasSizeLessThan(10);
  }

  @Test
  void whereAllFailedPointsAreStillFound() {
    assertThat(search(mixed(), "tpe", 30, 5, point -> Double.NaN)).doesNotHaveDuplicates();
    assertThat(search(choices(), "tpe", 30, 5, point -> Double.NaN).stream().map(Tried::position))
        .doesNotHaveDuplicates();
  }
}
