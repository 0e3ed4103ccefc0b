package org.trellisrec.multiobjective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.trellisrec.spi.InputException;

class ObjectivesTest {
  private static final Offset<Double> EXACT = Offset.offset(1e-12);

  /** Accuracy up to 1, popularity bias down to 0. */
  private static final Objectives TWO =
      new Objectives(List.of(Objective.unit("nDCG", 10, true), new Objective("ARP", 10, 0, 100)));

  private static final Objectives THREE =
      new Objectives(
          List.of(
              Objective.unit("a", 1, true),
              Objective.unit("b", 1, true),
              Objective.unit("c", 1, true)));

  @Test
  void distanceIsEuclidean() {
    assertThat(TWO.utopiaDistance(new double[] {0.2, 0.6})).isCloseTo(1, EXACT);
    assertThat(TWO.utopiaDistance(new double[] {1, 0})).isEqualTo(0);
    assertThat(TWO.utopiaDistance(new double[] {Double.NaN, 0})).isNaN();
  }

  @Test
  void frontKeepsWhatNothingDominates() {
    double[] accurate = {0.5, 80};
    double[] fair = {0.3, 20};
    double[] between = {0.3, 30};
    double[] broken = {Double.NaN, 1};

    assertThat(TWO.front(List.of(accurate, fair, between, broken)))
        .containsExactly(true, true, false, false);
    assertThat(TWO.front(List.of(fair, fair.clone()))).containsExactly(true, true);
    assertThat(TWO.dominates(fair, between)).isTrue();
    assertThat(TWO.dominates(fair, fair)).isFalse();
  }

  @Test
  void hypervolumeIsTheAreaOfTheUnion() {
    double[] accurate = {0.5, 80};
    double[] fair = {0.25, 20};

    assertThat(TWO.hypervolume(List.of(accurate))).isCloseTo(0.5 * 20, EXACT);
    assertThat(TWO.hypervolume(List.of(accurate, fair)))
        .isCloseTo(0.5 * 20 + 0.25 * 80 - 0.25 * 20, EXACT);
    assertThat(TWO.hypervolume(List.of(new double[] {0.5, 120}))).isEqualTo(0);
    assertThat(TWO.hypervolume(List.of(new double[] {Double.NaN, 0}))).isEqualTo(0);
  }

  @Test
  void hypervolumeTakesThreeObjectives() {
    double[] a = {1, 0.5, 0.5};
    double[] b = {0.5, 1, 0.5};
    double[] c = {0.5, 0.5, 1};

    // three boxes of 1/4 that share a cube of 1/8
    assertThat(THREE.hypervolume(List.of(a, b, c))).isCloseTo(1 / 4.0 * 3 - 2 / 8.0, EXACT);
  }

  @Property(tries = 200)
  void hypervolumeIsThatOfInclusionAndExclusion(
      @ForAll @Size(3) List<@Size(3) List<@DoubleRange(min = -0.2, max = 1) Double>> boxes) {
    List<double[]> points = new ArrayList<>();
    boxes.forEach(box -> points.add(box.stream().mapToDouble(x -> x).toArray()));
    double expected = 0;
    for (int subset = 1; subset < 8; subset++) {
      double volume = 1;
      for (int axis = 0; axis < 3; axis++) {
        double least = 1;
        for (int i = 0; i < 3; i++) {
          least = (subset >> i & 1) == 1 ? Math.min(least, points.get(i)[axis]) : least;
        }
        volume *= Math.max(0, least);
      }
      expected += Integer.bitCount(subset) % 2 == 1 ? volume : -volume;
    }

    assertThat(THREE.hypervolume(points)).isCloseTo(expected, EXACT);
  }

  @Test
  void anObjectiveNeedsADirection() {
    assertThatThrownBy(() -> new Objective("nDCG", 10, 1, 1))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("nDCG@10");
    assertThat(Objective.unit("APLT", 5, true).higherIsBetter()).isTrue();
    assertThat(Objective.unit("Gini", 5, false).higherIsBetter()).isFalse();
  }
}
