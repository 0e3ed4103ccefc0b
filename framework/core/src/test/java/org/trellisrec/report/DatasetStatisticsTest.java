package org.trellisrec.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.Modality;
import org.trellisrec.data.SideInformation;
import org.trellisrec.data.Vocabulary;

class DatasetStatisticsTest {
  private static final Vocabulary USERS = Vocabulary.of(List.of("a", "b"));
  private static final Vocabulary ITEMS = Vocabulary.of(List.of("x", "y", "z"));

  @Test
  void countsByHand() {
    Interactions interactions =
        Interactions.of(
            2,
            3,
            new int[] {0, 0, 0, 1},
            new int[] {0, 1, 2, 0},
            new float[] {1, 4.5f, 2, 3},
            new long[] {50, 20, 30, 40});

    DatasetStatistics statistics =
        DatasetStatistics.of(new Dataset("toy", USERS, ITEMS, interactions));

    assertThat(statistics.density()).isEqualTo(4.0 / 6, within(1e-12));
    assertThat(statistics.perUser()).isEqualTo(new Distribution(1, 2, 2, 3, 1.0 / 4));
    // counts 1, 1, 2: (-2 * 1 + 0 * 1 + 2 * 2) / (3 * 4)
    assertThat(statistics.perItem()).isEqualTo(new Distribution(1, 4.0 / 3, 1, 2, 2.0 / 12));
    assertThat(statistics.minRating()).isEqualTo(1f);
    assertThat(statistics.maxRating()).isEqualTo(4.5f);
    assertThat(statistics.times()).isEqualTo(new DatasetStatistics.TimeRange(20, 50));
    assertThat(statistics.toMap()).containsEntry("popularity_gini", 2.0 / 12).hasSize(17);
    assertThat(statistics.table().rows()).contains(List.of("density", "0.666667"));
    assertThat(statistics.sentence())
        .isEqualTo("2 users, 3 items, 4 interactions, density 0.666667, popularity Gini 0.166667");
  }

  @Test
  void countsWhoHasAModalityAndItsLabels() {
    SideInformation side =
        new SideInformation(
            Map.of("age", new Modality.Dense(1, new float[][] {{1}, null})),
            Map.of("class", new Modality.Categorical(List.of("a", "b"), new int[] {1, 1, -1})));

    DatasetStatistics statistics =
        DatasetStatistics.of(new Dataset("toy", USERS, ITEMS, Interactions.empty(2, 3), side));

    assertThat(statistics.modalities())
        .containsExactly(
            Map.entry("users_with_age", 1),
            Map.entry("items_with_class", 2),
            Map.entry("labels_of_items_class", 1));
  }

  @Test
  void isUndefinedWithoutInteractions() {
    DatasetStatistics statistics =
        DatasetStatistics.of(new Dataset("toy", USERS, ITEMS, Interactions.empty(2, 3)));

    assertThat(statistics.density()).isZero();
    assertThat(statistics.perItem().gini()).isNaN();
    assertThat(statistics.minRating()).isNaN();
    assertThat(statistics.times()).isNull();
    assertThat(statistics.table().rows()).contains(List.of("rating_min", ""));
  }
}
