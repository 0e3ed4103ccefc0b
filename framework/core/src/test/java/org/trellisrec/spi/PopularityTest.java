package org.trellisrec.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.ItemSet;

class PopularityTest {
  /** One user who has every item once. */
  private static Popularity even(int items) {
    int[] columns = new int[items];
    for (int item = 0; item < items; item++) {
      columns[item] = item;
    }
    return new Popularity(Interactions.of(1, items, new int[items], columns, null, null));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 25, 50, 99, 100, 200, 700, 1000, 1200, 3000})
  void theShortHeadReachesItsShareExactly(int items) {
    Popularity popularity = even(items);
    for (int percent = 1; percent <= 99; percent++) {
      int least =
          BigDecimal.valueOf(percent, 2)
              .multiply(BigDecimal.valueOf(items))
              .setScale(0, RoundingMode.CEILING)
              .intValueExact();
      int most =
          BigDecimal.valueOf(percent, 2)
              .multiply(BigDecimal.valueOf(items))
              .setScale(0, RoundingMode.FLOOR)
              .intValueExact();
      assertThat(popularity.shortHead(percent / 100.0).size())
          .as("%d%% of the interactions", percent)
          .isEqualTo(least);
      assertThat(popularity.shortHeadOfItems(percent / 100.0).size())
          .as("all but %d%% of the items", percent)
          .isEqualTo(items - most);
    }
  }

  @Test
  void theItemThatReachesTheShareIsInTheHead() {
    int[] users = {0, 1, 2, 0, 1, 0};
    int[] items = {2, 2, 2, 0, 0, 3};
    Popularity popularity = new Popularity(Interactions.of(3, 4, users, items, null, null));

    assertThat(popularity.shortHead(0.5)).isEqualTo(ItemSet.where(4, item -> item == 2));
    assertThat(popularity.shortHead(0.51)).isEqualTo(ItemSet.where(4, item -> item % 2 == 0));
    assertThat(popularity.shortHead(1)).isEqualTo(popularity.trained());
    assertThat(popularity.shortHeadOfItems(0.8)).isEqualTo(ItemSet.where(4, item -> item == 2));
  }
}
