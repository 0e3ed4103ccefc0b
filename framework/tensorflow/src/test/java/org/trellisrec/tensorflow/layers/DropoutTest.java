package org.trellisrec.tensorflow.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;
import org.trellisrec.tensorflow.Workbench;
import org.trellisrec.tensorflow.graph.Pass;

class DropoutTest {
  private static final int VALUES = 100_000;

  private static Operand<TFloat32> twos(Workbench bench) {
    return bench.tf().fill(bench.tf().constant(new int[] {VALUES}), bench.tf().constant(2f));
  }

  /** The number of zeros is binomial; six standard deviations are allowed. */
  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.5, 0.9})
  void theRateIsMetAndTheRestScaled(double rate) {
    try (Workbench bench = new Workbench(1)) {
      Pass pass = Pass.training(bench.tf());
      Operand<TFloat32> y = new Dropout(rate).apply(pass, twos(bench));
      int zeros = 0;
      for (float value : bench.values(y, feeds -> pass.fillSeed(3, feeds))) {
        zeros += value == 0 ? 1 : 0;
        if (value != 0) {
          assertThat(value).isCloseTo((float) (2 / (1 - rate)), within(1e-5f));
        }
      }
      assertThat((double) zeros)
          .isCloseTo(VALUES * rate, within(6 * Math.sqrt(VALUES * rate * (1 - rate))));
    }
  }

  @Test
  void theMaskDependsOnTheStepAndTheLayer() {
    try (Workbench bench = new Workbench(1)) {
      Pass pass = Pass.training(bench.tf());
      Dropout half = new Dropout(0.5);
      List<Operand<TFloat32>> layers =
          List.of(half.apply(pass, twos(bench)), half.apply(pass, twos(bench)));
      List<float[]> first = bench.values(layers, feeds -> pass.fillSeed(3, feeds));
      List<float[]> again = bench.values(layers, feeds -> pass.fillSeed(3, feeds));
      List<float[]> next = bench.values(layers, feeds -> pass.fillSeed(4, feeds));
      assertThat(again.get(0)).containsExactly(first.get(0));
      assertThat(again.get(1)).containsExactly(first.get(1));
      assertIndependent(first.get(0), first.get(1));
      assertIndependent(first.get(0), next.get(0));
      assertIndependent(first.get(1), next.get(0));
    }
  }

  /** Independent fair masks agree in half of the places; six standard deviations are allowed. */
  private static void assertIndependent(float[] a, float[] b) {
    int equal = 0;
    for (int i = 0; i < a.length; i++) {
      equal += a[i] == b[i] ? 1 : 0;
    }
    assertThat((double) equal).isCloseTo(VALUES / 2.0, within(3 * Math.sqrt(VALUES)));
  }

  @Test
  void nothingHappensAtInferenceOrAtRateZero() {
    try (Workbench bench = new Workbench(1)) {
      Operand<TFloat32> x = twos(bench);
      assertThat(new Dropout(0.5).apply(Pass.inference(bench.tf()), x)).isSameAs(x);
      assertThat(new Dropout(0).apply(Pass.training(bench.tf()), x)).isSameAs(x);
      assertThatThrownBy(() -> Pass.inference(bench.tf()).nextSeed())
          .isInstanceOf(IllegalStateException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1, Double.NaN})
  void impossibleRatesAreRefused(double rate) {
    assertThatThrownBy(() -> new Dropout(rate))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("[0, 1)");
  }
}
