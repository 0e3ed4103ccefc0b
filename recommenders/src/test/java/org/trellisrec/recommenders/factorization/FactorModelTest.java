package org.trellisrec.recommenders.factorization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.trellisrec.data.Interactions;
import org.trellisrec.recommenders.TinyData;
import org.trellisrec.spi.Seed;

class FactorModelTest {
  private static Interactions train(int users, int items, int[] itemOf) {
    int[] userOf = new int[itemOf.length];
    return Interactions.of(users, items, userOf, itemOf, null, null);
  }

  @Test
  void scoresAreDotProductsAndBiasesOfTrainedUsersAndItems() {
    int items = 2500;
    int[] trained = {0, 3, 1023, 2048, 2499};
    Factors factors = Factors.random(2, items, 5, 1, new Seed(1).rng());
    for (int item = 0; item < items; item++) {
      factors.biases()[item] = item % 7;
    }
    Interactions train = train(2, items, trained);
    float[][] scores = TinyData.scores(new FactorModel(factors, train), train);
    for (int item = 0; item < items; item++) {
      double expected = Double.NaN;
      if (Arrays.binarySearch(trained, item) >= 0) {
        expected = factors.biases()[item];
        for (int k = 0; k < 5; k++) {
          expected += factors.users()[0][k] * factors.items()[item][k];
        }
      }
      assertThat((double) scores[0][item]).isCloseTo(expected, offset(1e-5));
    }
    assertThat(scores[1]).containsOnly(Float.NaN);
  }

  /** Of one array for all vectors; the model itself keeps those of one strip of items. */
  @Test
  void itemsTimesFactorsMayExceedWhatAnArrayHolds() {
    int items = 1 << 20;
    float[] vector = new float[1 << 11];
    Arrays.fill(vector, 0.5f);
    float[][] vectors = new float[items][];
    Arrays.fill(vectors, vector);
    Factors factors = new Factors(new float[][] {vector}, vectors, new float[items]);
    Interactions train = train(1, items, new int[] {items - 1});
    float[][] scores = TinyData.scores(new FactorModel(factors, train), train);
    assertThat(scores[0][items - 1]).isEqualTo(512);
    assertThat(scores[0][0]).isNaN();
  }
}
