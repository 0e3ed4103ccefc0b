package org.trellisrec.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.trellisrec.config.ModelMeta;
import org.trellisrec.config.Params;
import org.trellisrec.config.search.Domain;
import org.trellisrec.config.search.SearchSpace;
import org.trellisrec.spi.Seed;

class SearchPlanTest {
  private static final SearchSpace THREE =
      new SearchSpace(Map.of("k", new Domain.Grid(List.of(10, 20, 30))));

  private final List<String> notes = new ArrayList<>();

  private List<Map<String, Object>> points(SearchSpace space, Map<String, Object> meta) {
    return SearchPlan.points(space, Params.of(ModelMeta.class, meta), new Seed(1), notes::add);
  }

  @Test
  void aGridIsTakenInOrder() {
    assertThat(points(THREE, Map.of()))
        .containsExactly(Map.of("k", 10), Map.of("k", 20), Map.of("k", 30));
    assertThat(points(THREE, Map.of("hyper_max_evals", 9))).hasSize(3);
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
}
