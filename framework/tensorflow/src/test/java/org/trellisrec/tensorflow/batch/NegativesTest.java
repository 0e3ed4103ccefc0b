package org.trellisrec.tensorflow.batch;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.trellisrec.data.Interactions;
import org.trellisrec.spi.Seed;

class NegativesTest {
  /** More cells than a table of bits is made for. */
  @Test
  void pairsOfHugeMatricesAreFound() {
    int users = 60_000;
    int items = 50_000;
    int[] rows = {0, users - 1, users - 1};
    int[] columns = {7, 7, items - 1};
    Interactions train = Interactions.of(users, items, rows, columns, null, null);
    Negatives negatives = new Negatives(train);
    assertThat(negatives.isPositive(0, 7)).isTrue();
    assertThat(negatives.isPositive(users - 1, items - 1)).isTrue();
    assertThat(negatives.isPositive(0, items - 1)).isFalse();
    assertThat(negatives.isPositive(users - 2, items - 1)).isFalse();
    Positives positives = Positives.withNegatives(train);
    assertThat(positives.positions()).containsExactly(0);
    UniformRandomProvider random = new Seed(1).rng();
    assertThat(positives.user(random)).isZero();
    assertThat(negatives.draw(0, random)).isEqualTo(items - 1);
  }

  @Test
  void everyCellIsKnown() {
    Interactions train = Pairs.train();
    Negatives negatives = new Negatives(train);
    for (int user = 0; user < Pairs.USERS; user++) {
      for (int item = 0; item < Pairs.ITEMS; item++) {
        assertThat(negatives.isPositive(user, item)).isEqualTo(train.contains(user, item));
      }
    }
  }
}
