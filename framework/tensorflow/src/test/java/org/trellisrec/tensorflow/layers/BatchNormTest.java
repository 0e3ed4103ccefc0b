package org.trellisrec.tensorflow.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.trellisrec.tensorflow.Workbench;
import org.trellisrec.tensorflow.graph.Pass;

class BatchNormTest {
  private static final float[][] DISTINCT = {{1, -2}, {4, 0.5f}, {-3, 7}};
  private static final float[] COUNTS = {1, 3, 2};
  private static final float[][] REPEATED = {
    {1, -2}, {4, 0.5f}, {4, 0.5f}, {4, 0.5f}, {-3, 7}, {-3, 7}
  };

  /** The running means after one step, and the outputs of that step. */
  private record Step(float[] outputs, float[] mean, float[] variance) {}

  private interface Application {
    Operand<TFloat32> to(BatchNorm norm, Pass pass);
  }

  private static Step step(int operations, Application application) {
    try (Workbench bench = new Workbench(1, operations)) {
      Ops tf = bench.tf();
      Pass pass = Pass.training(tf);
      Operand<TFloat32> y = application.to(new BatchNorm(bench.parameters(), "norm", 2), pass);
      bench.initialize();
      float[] outputs = bench.values(y);
      bench.run(tf.withControlDependencies(new ArrayList<Op>(pass.updates())).noOp(), f -> {});
      return new Step(
          outputs,
          bench.values(bench.parameters().all().get("norm/running_mean")),
          bench.values(bench.parameters().all().get("norm/running_variance")));
    }
  }

  @Test
  void countedRowsAreAsGoodAsRepeatedOnes() {
    Step counted =
        step(
            1,
            (norm, pass) ->
                norm.apply(pass, pass.tf().constant(DISTINCT), pass.tf().constant(COUNTS)));
    Step repeated = step(1, (norm, pass) -> norm.apply(pass, pass.tf().constant(REPEATED)));
    int[] firstOf = {0, 1, 4};
    for (int i = 0; i < DISTINCT.length; i++) {
      for (int j = 0; j < 2; j++) {
        assertThat(counted.outputs()[2 * i + j])
            .isCloseTo(repeated.outputs()[2 * firstOf[i] + j], within(1e-5f));
      }
    }
    assertThat(counted.mean()).containsExactly(repeated.mean(), within(1e-6f));
    assertThat(counted.variance()).containsExactly(repeated.variance(), within(1e-5f));
  }

  @Test
  void runningValuesKeepNineTenthsAndAreUnbiased() {
    Step step = step(1, (norm, pass) -> norm.apply(pass, pass.tf().constant(DISTINCT)));
    double[] means = {2.0 / 3, 5.5 / 3};
    double[] unbiased = {37.0 / 3, 129.5 / 6};
    for (int j = 0; j < 2; j++) {
      assertThat((double) step.mean()[j]).isCloseTo(0.1 * means[j], within(1e-6));
      assertThat((double) step.variance()[j]).isCloseTo(0.9 + 0.1 * unbiased[j], within(1e-5));
    }
  }

  /** A branch that users and items share meets two batches in one step, as in PyTorch. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void everyApplicationOfAStepMovesTheRunningValues(int operations) {
    float[][] other = {{100, 10}, {300, 30}};
    for (int repeat = 0; repeat < 20; repeat++) {
      Step step =
          step(
              operations,
              (norm, pass) -> {
                norm.apply(pass, pass.tf().constant(DISTINCT));
                return norm.apply(pass, pass.tf().constant(other));
              });
      assertThat(step.mean()[0]).isCloseTo((float) (0.9 * 0.1 * 2 / 3 + 0.1 * 200), within(1e-4f));
      assertThat(step.variance()[0])
          .isCloseTo((float) (0.9 * (0.9 + 0.1 * 37 / 3) + 0.1 * 20_000), within(1e-2f));
    }
  }

  @Test
  void aBatchOfOneRowIsItsOwnMean() {
    Step step =
        step(1, (norm, pass) -> norm.apply(pass, pass.tf().constant(new float[][] {{5, 6}})));
    assertThat(step.outputs()).containsExactly(0, 0);
    assertThat(step.variance()).containsExactly(new float[] {0.9f, 0.9f}, within(1e-6f));
  }

  /** Where nobody in a batch has a modality. */
  @Test
  void aBatchOfNoRowsChangesNothing() {
    Step step =
        step(
            1,
            (norm, pass) ->
                norm.apply(pass, pass.tf().zeros(pass.tf().array(0, 2), TFloat32.class)));
    assertThat(step.outputs()).isEmpty();
    assertThat(step.mean()).containsExactly(0, 0);
    assertThat(step.variance()).containsExactly(1, 1);
  }

  @Test
  void inferenceUsesTheRunningValues() {
    try (Workbench bench = new Workbench(1)) {
      Ops tf = bench.tf();
      BatchNorm norm = new BatchNorm(bench.parameters(), "norm", 2);
      Pass training = Pass.training(tf);
      norm.apply(training, tf.constant(DISTINCT));
      Pass inference = Pass.inference(tf);
      Operand<TFloat32> y = norm.apply(inference, tf.constant(new float[][] {{1, 2}}));
      Operand<TFloat32> counted =
          norm.apply(inference, tf.constant(new float[][] {{1, 2}}), tf.constant(new float[] {9}));
      assertThat(inference.updates()).isEmpty();
      bench.initialize();
      bench.run(tf.withControlDependencies(new ArrayList<Op>(training.updates())).noOp(), f -> {});
      double[][] moved = {{0.1 * 2 / 3, 0.1 * 5.5 / 3}, {0.9 + 0.1 * 37 / 3, 0.9 + 12.95 / 6}};
      List<float[]> both = bench.values(List.of(y, counted), f -> {});
      double[][] x = {{1, 2}};
      for (int j = 0; j < 2; j++) {
        double expected = (x[0][j] - moved[0][j]) / Math.sqrt(moved[1][j] + 1e-5);
        assertThat((double) both.get(0)[j]).isCloseTo(expected, within(1e-5));
      }
      assertThat(both.get(1)).containsExactly(both.get(0));
    }
  }

  /** In training, users and items that share a layer are normalised apart. */
  @Test
  void rowsOfAnotherKindHaveRunningValuesOfTheirOwn() {
    float[][] others = {{100, 10}, {300, 30}};
    try (Workbench bench = new Workbench(1)) {
      Ops tf = bench.tf();
      BatchNorm norm = new BatchNorm(bench.parameters(), "norm", 2);
      BatchNorm ofOthers = norm.of(bench.parameters(), "others");
      Pass training = Pass.training(tf);
      norm.apply(training, tf.constant(DISTINCT));
      Operand<TFloat32> y = ofOthers.apply(training, tf.constant(others));
      Operand<TFloat32> later = ofOthers.apply(Pass.inference(tf), tf.constant(others));
      bench.initialize();
      assertThat(bench.values(y)).containsExactly(new float[] {-1, -1, 1, 1}, within(1e-3f));
      for (int step = 0; step < 200; step++) {
        bench.run(
            tf.withControlDependencies(new ArrayList<Op>(training.updates())).noOp(), f -> {});
      }
      // Running variances are unbiased, twice the biased ones of two rows.
      float half = (float) Math.sqrt(0.5);
      assertThat(bench.values(later))
          .containsExactly(new float[] {-half, -half, half, half}, within(1e-3f));
      assertThat(bench.parameters().trained()).containsOnlyKeys("norm/scale", "norm/shift");
    }
  }
}
