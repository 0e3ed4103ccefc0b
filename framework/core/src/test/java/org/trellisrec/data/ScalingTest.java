package org.trellisrec.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScalingTest {
  private static final float[][] NUMBERS = {{1, 7}, {3, 7}, null, {5, 7}, {9, 8}};

  /** Entity 4 is not fitted: 1, 3 and 5 have minimum 1, mean 3, deviation sqrt(8/3), IQR 2. */
  @ParameterizedTest
  @CsvSource({
    "NONE, 1, 3, 9",
    "MIN_MAX, 0, 0.5, 2",
    "STANDARD, -1.2247449, 0, 3.6742346",
    "ROBUST, -1, 0, 3"
  })
  void isFittedOnSomeAndAppliedToAll(Scaling scaling, float first, float second, float last) {
    float[][] scaled = scaling.apply(NUMBERS, 2, entity -> entity != 4);

    assertThat(new float[] {scaled[0][0], scaled[1][0], scaled[4][0]})
        .containsExactly(new float[] {first, second, last}, within(1e-6f));
    assertThat(scaled[2]).isNull();
    assertThat(NUMBERS[0][0]).isEqualTo(1);
  }

  @Test
  void aDimensionWithoutSpreadIsCenteredOnly() {
    for (Scaling fitted : List.of(Scaling.MIN_MAX, Scaling.STANDARD, Scaling.ROBUST)) {
      float[][] scaled = fitted.apply(NUMBERS, 2, entity -> entity != 4);
      assertThat(scaled[0][1]).isZero();
      assertThat(scaled[4][1]).isEqualTo(1);
    }
  }

  /** Ten tenths do not add up to one, but that is no spread. */
  @Test
  void roundingIsNoSpread() {
    float[][] tenths = new float[11][];
    Arrays.setAll(tenths, i -> new float[] {i == 10 ? 1.1f : 0.1f});
    float[][] scaled = Scaling.STANDARD.apply(tenths, 1, entity -> entity != 10);
    assertThat(scaled[10][0]).isCloseTo(1, within(1e-6f));
    assertThat(scaled[0][0]).isCloseTo(0, within(1e-6f));
  }

  /** Most numbers are equal, but not all: they are told apart, as in scikit-learn. */
  @Test
  void equalQuartilesDoNotEraseADimension() {
    float[][] numbers = {{0}, {0}, {0}, {0}, {0}, {0}, {0}, {3}, {7}};
    assertThat(Scaling.ROBUST.apply(numbers, 1, entity -> true)).isDeepEqualTo(numbers);
  }

  @Test
  void lengthOneKeepsZeros() {
    float[][] scaled = Scaling.L2.apply(new float[][] {{3, 4}, {0, 0}}, 2, entity -> false);
    assertThat(scaled).isDeepEqualTo(new float[][] {{0.6f, 0.8f}, {0, 0}});
  }

  @Property
  void scaledTrainingNumbersStayInRange(
      @ForAll @Size(min = 2, max = 30) List<@FloatRange(min = -1e3f, max = 1e3f) Float> numbers) {
    float[][] vectors = new float[numbers.size()][];
    for (int i = 0; i < vectors.length; i++) {
      vectors[i] = new float[] {numbers.get(i)};
    }
    for (float[] vector : Scaling.MIN_MAX.apply(vectors, 1, entity -> true)) {
      assertThat(vector[0]).isBetween(0f, 1f);
    }
  }

  /** User 2 and item 1 are cold: the training data must not know their numbers. */
  @Test
  void trainingDataAreScaledByTrainedEntities() {
    Interactions train = Interactions.of(3, 2, new int[] {0, 1}, new int[] {0, 0}, null, null);
    SideInformation side =
        new SideInformation(
            Map.of("age", new Modality.Dense(1, new float[][] {{10}, {20}, {40}}, Scaling.MIN_MAX)),
            Map.of(
                "year", new Modality.Dense(1, new float[][] {{1990}, {2000}}, Scaling.STANDARD)));
    Dataset data =
        new Dataset(
            "tiny",
            Vocabulary.of(List.of("a", "b", "c")),
            Vocabulary.of(List.of("x", "y")),
            train,
            side);

    SideInformation seen = new TrainingData(data, train).side();

    Modality.Dense age = (Modality.Dense) seen.users().get("age");
    assertThat(age.vectors()).isDeepEqualTo(new float[][] {{0}, {1}, {3}});
    assertThat(age.scaling()).isEqualTo(Scaling.NONE);
    assertThat(((Modality.Dense) seen.items().get("year")).vectors()[1]).containsExactly(10);
  }
}
