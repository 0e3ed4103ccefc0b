package org.trellisrec.tensorflow.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;
import org.trellisrec.spi.InputException;
import org.trellisrec.tensorflow.Doubles;
import org.trellisrec.tensorflow.Workbench;
import org.trellisrec.tensorflow.graph.Initializer;
import org.trellisrec.tensorflow.graph.Pass;
import org.trellisrec.tensorflow.layers.Embedding;
import org.trellisrec.tensorflow.layers.Losses;
import org.trellisrec.tensorflow.optimizer.OptimizerParams.Algorithm;
import org.trellisrec.tensorflow.optimizer.OptimizerParams.EmbeddingUpdates;

/** Fifty steps of every algorithm against {@link OptimizerTwin}. */
class OptimizerTest {
  private static final int STEPS = 50;
  private static final double RATE = 0.02;
  private static final double TOLERANCE = 2e-5;

  /** Gradients so small that epsilon, 1e-8, is a good part of their size. */
  private static final double FAINT = 1e-8;

  static Stream<OptimizerParams> settings() {
    List<OptimizerParams> settings = new ArrayList<>();
    for (Algorithm algorithm : Algorithm.values()) {
      for (EmbeddingUpdates updates : EmbeddingUpdates.values()) {
        for (double decay : new double[] {0, 0.3}) {
          for (double longest : new double[] {0, 0.5}) {
            settings.add(new OptimizerParams(algorithm, RATE, decay, longest, updates));
          }
        }
      }
    }
    return settings.stream();
  }

  @ParameterizedTest
  @MethodSource("settings")
  void fiftyStepsAreThoseOfTheTwin(OptimizerParams params) {
    assertSameSteps(params, 1);
  }

  @ParameterizedTest
  @MethodSource("settings")
  void faintGradientsMeetTheEpsilonOfTheTwin(OptimizerParams params) {
    assertSameSteps(params, FAINT);
  }

  private static void assertSameSteps(OptimizerParams params, double scale) {
    try (Workbench bench = new Workbench(3)) {
      Pass pass = Pass.training(bench.tf());
      Regression regression = new Regression(bench, pass, scale);
      Optimizer optimizer =
          new Optimizer(bench.graph(), pass, bench.parameters(), regression.loss(), params);
      bench.initialize();
      Map<String, double[]> expected = values(bench);
      OptimizerTwin twin = new OptimizerTwin(params);
      for (int step = 1; step <= STEPS; step++) {
        int now = step;
        bench.run(
            optimizer.step(),
            feeds -> {
              regression.fill(now, feeds);
              optimizer.fill(now, feeds);
            });
        twin.step(
            expected,
            regression.gradient(expected, now),
            i -> params.embeddingUpdates() == EmbeddingUpdates.DENSE || Regression.touches(now, i));
        assertSame(now, values(bench), expected);
      }
    }
  }

  private static void assertSame(
      int step, Map<String, double[]> found, Map<String, double[]> expected) {
    expected.forEach(
        (name, values) ->
            assertThat(found.get(name))
                .as("%s after step %d", name, step)
                .containsExactly(values, within(TOLERANCE)));
  }

  private static Map<String, double[]> values(Workbench bench) {
    Map<String, Operand<TFloat32>> trained = new LinkedHashMap<>(bench.parameters().trained());
    Iterator<float[]> found = bench.values(List.copyOf(trained.values()), feeds -> {}).iterator();
    Map<String, double[]> values = new LinkedHashMap<>();
    trained.keySet().forEach(name -> values.put(name, Doubles.of(found.next())));
    return values;
  }

  /** The copy takes longer than the gradient, and reads the variable last. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void lossAndUpdatesOfThePassAreThoseBeforeTheStep(int operations) {
    try (Workbench bench = new Workbench(1, operations)) {
      Ops tf = bench.tf();
      Pass pass = Pass.training(tf);
      Operand<TFloat32> w = bench.parameters().trained("w", Shape.of(2), Initializer.ONES);
      Operand<TFloat32> loss = Losses.sum(tf, w);
      Variable<TFloat32> copy = bench.parameters().state("copy", Shape.of(2), Initializer.ZEROS);
      Placeholder<TFloat32> ones = tf.placeholder(TFloat32.class);
      pass.afterStep(tf.assign(copy, tf.math.mul(w, slowOne(tf, ones))));
      OptimizerParams params = new OptimizerParams(Algorithm.SGD, 1, 0, 0, EmbeddingUpdates.DENSE);
      Optimizer optimizer = new Optimizer(bench.graph(), pass, bench.parameters(), loss, params);
      bench.initialize();
      float[] many = new float[100_000];
      Arrays.fill(many, 1);
      for (int step = 0; step < 20; step++) {
        assertThat(bench.run(optimizer.step(), loss, feeds -> feeds.put(ones, many, many.length)))
            .isEqualTo(2f * (1 - step));
        assertThat(bench.values(copy)).containsExactly(1f - step, 1f - step);
      }
    }
  }

  private static Operand<TFloat32> slowOne(Ops tf, Operand<TFloat32> ones) {
    Operand<TFloat32> roots = ones;
    for (int i = 0; i < 30; i++) {
      roots = tf.math.sqrt(roots);
    }
    return Losses.mean(tf, roots);
  }

  @Test
  void onlyTheRowsOfTheBatchMoveIfLazy() {
    try (Workbench bench = new Workbench(3)) {
      Pass pass = Pass.training(bench.tf());
      Regression regression = new Regression(bench, pass, 1);
      Optimizer optimizer =
          new Optimizer(
              bench.graph(), pass, bench.parameters(), regression.loss(), lazy(Algorithm.ADAM));
      bench.initialize();
      double[] before = values(bench).get("table");
      bench.run(
          optimizer.step(),
          feeds -> {
            regression.fill(1, feeds);
            optimizer.fill(1, feeds);
          });
      double[] after = values(bench).get("table");
      for (int i = 0; i < before.length; i++) {
        assertThat(after[i] != before[i]).isEqualTo(Regression.touches(1, i));
      }
    }
  }

  private static OptimizerParams lazy(Algorithm algorithm) {
    return new OptimizerParams(algorithm, RATE, 0.1, 0, EmbeddingUpdates.LAZY);
  }

  @Test
  void whatIsOutsideOfTheLossMayUseATableOfLazyUpdates() {
    try (Workbench bench = new Workbench(1)) {
      Ops tf = bench.tf();
      Pass pass = Pass.training(tf);
      Embedding table = table(bench);
      Operand<TFloat32> elsewhere =
          table.apply(Pass.inference(tf), tf.constant(new int[] {0, 1, 2}));
      Operand<TFloat32> loss = Losses.sum(tf, table.apply(pass, tf.constant(new int[] {1})));
      Optimizer optimizer =
          new Optimizer(bench.graph(), pass, bench.parameters(), loss, lazy(Algorithm.SGD));
      bench.initialize();
      bench.run(optimizer.step(), feeds -> {});
      float moved = (float) (1 - RATE * (1 + 0.1));
      assertThat(bench.values(elsewhere))
          .containsExactly(new float[] {1, 1, moved, moved, 1, 1}, within(1e-6f));
    }
  }

  @Test
  void lazyUpdatesNeedATable() {
    try (Workbench bench = new Workbench(1)) {
      Operand<TFloat32> w = bench.parameters().trained("w", Shape.of(3), Initializer.ONES);
      assertRefused(bench, Pass.training(bench.tf()), Losses.sum(bench.tf(), w), "no rows");
    }
  }

  @Test
  void aTableOfLazyUpdatesIsLookedUpOnce() {
    try (Workbench bench = new Workbench(1)) {
      Ops tf = bench.tf();
      Pass pass = Pass.training(tf);
      Embedding table = table(bench);
      Operand<TFloat32> first = table.apply(pass, tf.constant(new int[] {0}));
      Operand<TFloat32> second = table.apply(pass, tf.constant(new int[] {1}));
      assertRefused(bench, pass, Losses.sum(tf, tf.math.mul(first, second)), "items 2 times");
    }
  }

  /** The penalty on the whole table would have no part in the gradient by its rows. */
  @Test
  void aTableOfLazyUpdatesIsNotUsedAsAWhole() {
    try (Workbench bench = new Workbench(1)) {
      Ops tf = bench.tf();
      Pass pass = Pass.training(tf);
      Embedding table = table(bench);
      Operand<TFloat32> rows = table.apply(pass, tf.constant(new int[] {0}));
      Operand<TFloat32> penalty = Losses.halfSquares(tf, List.of(table.table()));
      assertRefused(bench, pass, tf.math.add(Losses.sum(tf, rows), penalty), "items 2 times");
    }
  }

  private static Embedding table(Workbench bench) {
    return new Embedding(bench.parameters(), "items", 3, 2, Initializer.ONES);
  }

  private static void assertRefused(
      Workbench bench, Pass pass, Operand<TFloat32> loss, String reason) {
    assertThatThrownBy(
            () -> new Optimizer(bench.graph(), pass, bench.parameters(), loss, lazy(Algorithm.SGD)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("embedding_updates is lazy")
        .hasMessageContaining(reason)
        .hasMessageContaining("dense");
  }

  @Test
  void aParameterOutsideOfTheLossIsAnError() {
    try (Workbench bench = new Workbench(1)) {
      Operand<TFloat32> w = bench.parameters().trained("w", Shape.of(3), Initializer.ONES);
      bench.parameters().trained("forgotten", Shape.of(3), Initializer.ONES);
      OptimizerParams params =
          new OptimizerParams(Algorithm.SGD, RATE, 0, 0, EmbeddingUpdates.DENSE);
      assertThatThrownBy(
              () ->
                  new Optimizer(
                      bench.graph(),
                      Pass.training(bench.tf()),
                      bench.parameters(),
                      Losses.sum(bench.tf(), w),
                      params))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              "the loss does not depend on the trained parameters forgotten; use them, or do not add"
                  + " them");
    }
  }
}
