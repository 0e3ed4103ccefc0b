package org.trellisrec.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trellisrec.spi.Seed;

class RandomForestTest {
  private static RandomForest grow(float[][] points, int... labels) {
    return RandomForest.grow(points, labels, 51, new Seed(3));
  }

  /** Values of both signs, zeros of both signs and neighbours among floats are told apart. */
  @ParameterizedTest
  @CsvSource({
    "-3, -1",
    "-1e-30, 0",
    "-0.0, 1e-30",
    "1, 1.0000001",
    "16777216, 16777218",
    "-1e30, 1e30",
  })
  void anyTwoValuesCanBeCut(float low, float high) {
    float[][] points = {{low}, {low}, {low}, {low}, {high}, {high}, {high}, {high}};
    RandomForest forest = grow(points, 0, 0, 0, 0, 1, 1, 1, 1);
    assertThat(forest.predict(new float[] {low})).isZero();
    assertThat(forest.predict(new float[] {high})).isEqualTo(1);
  }

  @Test
  void zerosOfBothSignsAreTheSame() {
    float[][] points = {{-0f}, {0f}, {-0f}, {0f}, {0f}};
    assertThat(grow(points, 1, 0, 1, 0, 0).predict(new float[] {-0f})).isZero();
  }

  @Test
  void whatCannotBeCutHasTheMostFrequentLabel() {
    float[][] same = {{1, 2}, {1, 2}, {1, 2}, {1, 2}, {1, 2}};
    assertThat(grow(same, 2, 0, 2, 1, 2).predict(new float[] {7, 7})).isEqualTo(2);
  }

  @Test
  void labelsThatNoSingleFeatureTellsAreLearned() {
    UniformRandomProvider random = new Seed(1).rng();
    float[][] points = new float[400][3];
    int[] labels = new int[points.length];
    for (int i = 0; i < points.length; i++) {
      for (int k = 0; k < 3; k++) {
        points[i][k] = random.nextFloat() - 0.5f;
      }
      labels[i] = points[i][0] * points[i][1] > 0 ? 1 : 0;
    }
    RandomForest forest = grow(Arrays.copyOf(points, 300), Arrays.copyOf(labels, 300));
    long right =
        IntStream.range(300, 400).filter(i -> forest.predict(points[i]) == labels[i]).count();
    assertThat(right).isGreaterThan(80);
  }

  /** Two normal clouds at distance 2: the best that can be done is right with chance Phi(1). */
  @Test
  void theBestPossibleAccuracyIsNeared() {
    int each = 1500;
    float[][] cloud = Clouds.normal(2 * each, 4, 0).get("m0");
    int[] labels = new int[cloud.length];
    for (int i = 0; i < cloud.length; i += 2) {
      cloud[i][1] += 2;
      labels[i] = 1;
    }
    int known = 2000;
    RandomForest forest = grow(Arrays.copyOf(cloud, known), Arrays.copyOf(labels, known));
    double right =
        IntStream.range(known, cloud.length)
            .filter(i -> forest.predict(cloud[i]) == labels[i])
            .count();
    double best = new NormalDistribution().cumulativeProbability(1);
    assertThat(right / (cloud.length - known)).isCloseTo(best, within(0.04));
  }
}
