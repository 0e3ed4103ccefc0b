package org.trellisrec.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RecommendationsBuilderTest {
  @Test
  void ordersByScoreAndKeepsTiesInTheOrderAdded() {
    RecommendationsBuilder builder = new RecommendationsBuilder();
    builder.add(7, 3, 0.5);
    builder.add(2, 1, 0.1);
    builder.add(7, 9, 0.25);
    builder.add(7, 4, 0.5);
    builder.add(7, 8, 1 / 3.0);

    Recommendations lists = builder.build();

    assertThat(lists.users()).containsExactly(2, 7);
    assertThat(lists.size(7)).isEqualTo(4);
    assertThat(lists.item(7, 0)).isEqualTo(3);
    assertThat(lists.item(7, 1)).isEqualTo(4);
    assertThat(lists.item(7, 2)).isEqualTo(8);
    assertThat(lists.item(7, 3)).isEqualTo(9);
    assertThat(lists.score(7, 2)).isEqualTo(1 / 3.0);
    assertThat(lists.has(2)).isTrue();
    assertThat(lists.has(3)).isFalse();
    assertThatThrownBy(() -> lists.item(3, 0)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> lists.item(2, 1)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void namesTheRowsThatRepeatAnItem() {
    RecommendationsBuilder builder = new RecommendationsBuilder();
    builder.add(1, 5, 3);
    builder.add(0, 5, 2);
    builder.add(1, 6, 2);
    builder.add(1, 5, 1);

    assertThatThrownBy(builder::build)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("rows 0 and 3 recommend the same item to the same user");
  }

  @Test
  void refusesScoresThatHaveNoOrder() {
    RecommendationsBuilder builder = new RecommendationsBuilder();
    assertThatThrownBy(() -> builder.add(0, 0, Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
