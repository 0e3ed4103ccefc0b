package org.trellisrec.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trellisrec.config.ModelMeta;
import org.trellisrec.config.Params;
import org.trellisrec.config.search.Distribution;
import org.trellisrec.config.search.Domain;
import org.trellisrec.config.search.SearchSpace;
import org.trellisrec.spi.Seed;

class SearchPlanTest {
  private static final SearchSpace THREE =
      new SearchSpace(Map.of("k", new Domain.Grid(List.of(10, 20, 30))));

  private final List<String> notes = new ArrayList<>();

  private List<Map<String, Object>> points(SearchSpace space, Map<String, Object> meta) {
    SearchPlan plan =
        SearchPlan.of(space, Params.of(ModelMeta.class, meta), new Seed(1), notes::add);
    List<Tried> tried = new ArrayList<>();
    while (tried.size() < plan.trials()) {
      tried.add(new Tried(plan.next(tried, List.of()), Double.NaN));
    }
    return tried.stream().map(trial -> space.at(trial.position())).toList();
  }

  @Test
  void aGridIsTakenInOrder() {
    assertThat(points(THREE, Map.of()))
        .containsExactly(Map.of("k", 10), Map.of("k", 20), Map.of("k", 30));
    assertThat(notes).isEmpty();
  }

  @Test
  void whatIsLeftOutOfAGridIsSaid() {
    assertThat(points(THREE, Map.of("hyper_max_evals", 2))).hasSize(2).doesNotHaveDuplicates();
    assertThat(notes)
        .containsExactly("2 of the 3 points of the grid are tried, as hyper_max_evals says");
  }

  @Test
  void trialsOfNothingAreSaid() {
    assertThat(points(SearchSpace.NONE, Map.of("hyper_max_evals", 1))).containsExactly(Map.of());
    assertThat(notes).isEmpty();
    assertThat(points(SearchSpace.NONE, Map.of("hyper_max_evals", 2))).containsExactly(Map.of());
    assertThat(notes)
        .containsExactly(
            "hyper_max_evals is 2, but no parameter is to be searched: there is one trial");
  }

  @ParameterizedTest
  @ValueSource(strings = {"grid", "rand", "tpe", "anneal"})
  void moreTrialsThanPointsTryEachOnceAndAreSaid(String search) {
    assertThat(points(THREE, Map.of("hyper_max_evals", 9, "hyper_opt_alg", search)))
        .containsExactly(Map.of("k", 10), Map.of("k", 20), Map.of("k", 30));
    assertThat(notes)
        .containsExactly("hyper_max_evals is 9, but the grid has 3 points: each is tried once");
  }

  /** A point that is tried twice has two seeds, and the lucky one would win. */
  @Test
  void randomSearchTriesNoPointOfAGridTwice() {
    Map<String, Domain> domains = new LinkedHashMap<>();
    domains.put("rate", new Domain.Grid(List.of(0.01, 0.001, 0.0001)));
    domains.put("size", new Domain.Grid(List.of(4, 8)));
    SearchSpace six = new SearchSpace(domains);
    for (String search : List.of("rand", "tpe")) {
      assertThat(points(six, Map.of("hyper_max_evals", 5, "hyper_opt_alg", search)))
          .hasSize(5)
          .doesNotHaveDuplicates();
      assertThat(points(six, Map.of("hyper_opt_alg", search))).hasSize(6).doesNotHaveDuplicates();
    }
    assertThat(notes)
        .contains(
            "5 of the 6 points of the grid are tried, as hyper_max_evals says",
            "tpe draws its first 10 trials at random: of 5 trials, none learns from others; raise"
                + " hyper_max_evals");
  }

  private static SearchSpace mixed() {
    Map<String, Domain> domains = new LinkedHashMap<>();
    domains.put("rate", new Domain.Numbers(Distribution.UNIFORM, 0.001, 0.01, 0, false));
    domains.put("size", new Domain.Grid(List.of(4, 8)));
    return new SearchSpace(domains);
  }

  /** What was drawn for a seed stays what it is from version to version. */
  @Test
  void randomDrawsAreThoseOfTheSeed() {
    UniformRandomProvider random = new Seed(1).rng();
    List<Map<String, Object>> expected = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      Map<String, Object> point = new LinkedHashMap<>();
      mixed().domains().forEach((path, domain) -> point.put(path, domain.at(random.nextDouble())));
      expected.add(point);
    }
    assertThat(points(mixed(), Map.of("hyper_max_evals", 4, "hyper_opt_alg", "rand")))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"atpe", "mix", "anneal"})
  void tpeTakesThePlaceOfOtherSequentialSearches(String search) {
    List<Map<String, Object>> tpe =
        points(mixed(), Map.of("hyper_max_evals", 15, "hyper_opt_alg", "tpe"));
    assertThat(notes).isEmpty();
    assertThat(points(mixed(), Map.of("hyper_max_evals", 15, "hyper_opt_alg", search)))
        .isEqualTo(tpe);
    assertThat(notes)
        .containsExactly("hyper_opt_alg " + search + " is not available; tpe takes its place");
  }

  @Test
  void aGridBesideADistributionIsDrawnAndThatIsSaid() {
    assertThat(points(mixed(), Map.of("hyper_max_evals", 4, "hyper_opt_alg", "rand"))).hasSize(4);
    assertThat(notes).isEmpty();
    assertThat(points(mixed(), Map.of("hyper_max_evals", 4))).hasSize(4);
    assertThat(notes)
        .containsExactly(
            "hyper_opt_alg is grid (its default), but a distribution has no grid: each of the 4 trials is"
                + " drawn at random for all parameters (rate, size), as with rand");
  }
}
