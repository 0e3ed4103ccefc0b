package org.trellisrec.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trellisrec.spi.Seed;

class ModalityForestTest {
  private static final ModalityForest FOREST = new ModalityForest(30, 0.2, 3);

  private static ModalityForest.Accuracy of(Map<String, float[][]> clouds) {
    return FOREST.of(Clouds.of(clouds), new Seed(1));
  }

  @Test
  void modalitiesThatLieApartArePredicted() {
    ModalityForest.Accuracy accuracy = of(Clouds.normal(150, 8, 8));
    assertThat(accuracy.mean()).isGreaterThan(0.99);
    assertThat(accuracy.chance()).isCloseTo(1 / 3.0, within(1e-12));
  }

  @Test
  void modalitiesOfTheSameShapeAreGuessed() {
    ModalityForest.Accuracy accuracy = of(Clouds.normal(150, 8, 0));
    assertThat(accuracy.mean()).isCloseTo(1 / 3.0, within(0.08));
    assertThat(accuracy.deviation()).isPositive();
  }

  /**
   * Every item has one and the same vector in both modalities. A forest that had seen one of them
   * would answer with its modality, the wrong one; grouped by item, it can only guess.
   */
  @Test
  void itemsAreNotSplitBetweenLearningAndAsking() {
    float[][] points = Clouds.normal(150, 8, 0).get("m0");
    Map<String, float[][]> twins = new LinkedHashMap<>();
    twins.put("a", points);
    twins.put("b", points);
    assertThat(of(twins).mean()).isEqualTo(0.5);
  }

  @Test
  void chanceIsTheShareOfTheMostFrequentModality() {
    Map<String, float[][]> clouds = Clouds.normal(100, 4, 0);
    Arrays.fill(clouds.get("m1"), 50, 100, null);
    Arrays.fill(clouds.get("m2"), 50, 100, null);
    assertThat(of(clouds).chance()).isEqualTo(0.5);
  }

  @Test
  void theSameSeedGivesTheSameForests() {
    Map<String, float[][]> clouds = Clouds.normal(60, 4, 1);
    assertThat(of(clouds)).isEqualTo(of(clouds));
    assertThat(FOREST.of(Clouds.of(clouds), new Seed(2))).isNotEqualTo(of(clouds));
  }

  @Test
  void oneFeatureIsEnoughAndOneEntityTooFew() {
    Map<String, float[][]> clouds = new LinkedHashMap<>();
    clouds.put("a", new float[][] {{1}, {2}, {3}, {4}, {5}});
    clouds.put("b", new float[][] {{11}, {12}, {13}, {14}, {15}});
    assertThat(of(clouds).mean()).isEqualTo(1);
    assertThat(FOREST.of(Clouds.of(clouds).select(new int[] {0}), new Seed(1)).mean()).isNaN();
  }

  /** Whatever the share: of two entities one is learned from, and one is asked about. */
  @ParameterizedTest
  @ValueSource(doubles = {0.01, 0.2, 0.9})
  void twoEntitiesAreEnough(double testShare) {
    Map<String, float[][]> clouds = new LinkedHashMap<>();
    clouds.put("a", new float[][] {{1}, {2}});
    clouds.put("b", new float[][] {{11}, {12}});
    ModalityForest forest = new ModalityForest(30, testShare, 3);
    assertThat(forest.of(Clouds.of(clouds), new Seed(1)).mean()).isEqualTo(1);
  }
}
