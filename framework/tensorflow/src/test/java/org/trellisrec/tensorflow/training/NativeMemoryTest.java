package org.trellisrec.tensorflow.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.trellisrec.spi.Model;
import org.trellisrec.spi.Seed;
import org.trellisrec.tensorflow.batch.ListSource;
import org.trellisrec.tensorflow.batch.PositiveOrder;
import org.trellisrec.tensorflow.graph.Precision;
import org.trellisrec.tensorflow.optimizer.OptimizerParams;
import org.trellisrec.tensorflow.optimizer.OptimizerParams.Algorithm;
import org.trellisrec.tensorflow.optimizer.OptimizerParams.EmbeddingUpdates;
import org.trellisrec.testkit.FakeFitContext;
import org.trellisrec.testkit.PlantedData;

class NativeMemoryTest {
  private static final PlantedData DATA = PlantedData.of(30, 20, 300, 1);

  private static TrainingParams training(int epochs) {
    return new TrainingParams(
        epochs,
        0,
        100,
        Precision.FLOAT32,
        new OptimizerParams(Algorithm.ADAM, 0.01, 0, 0, EmbeddingUpdates.DENSE));
  }

  private static ListSource batches() {
    return new ListSource(
        DATA.training().interactions(), PositiveOrder.PER_POSITIVE, 1, 100, true, new Seed(1));
  }

  private static Model fit(int epochs, FakeFitContext context) {
    return NetworkTraining.fit(
        DATA.training(),
        context,
        training(epochs),
        batches(),
        (tf, parameters) -> new TinyNetwork(parameters, DATA.training()));
  }

  /** Number of native objects that are not released: tensors, graphs, sessions. */
  private static long objects() {
    return Pointer.totalCount();
  }

  private static void validate(Model model) {
    PlantedData.scores(model, DATA.everyone());
  }

  /** What the process keeps from its first training on. */
  @BeforeAll
  static void trainOnce() {
    fit(1, new FakeFitContext(1)).close();
  }

  @Test
  void epochsLeaveNothingBehind() {
    long before = objects();
    List<Long> byEpoch = new ArrayList<>();
    FakeFitContext context =
        new FakeFitContext(1)
            .watchedBy(
                (model, epoch) -> {
                  validate(model);
                  byEpoch.add(objects());
                });
    try (Model model = fit(200, context)) {
      validate(model);
      assertThat(objects()).isGreaterThan(before);
    }
    assertThat(byEpoch.get(199)).isLessThanOrEqualTo(byEpoch.get(9));
    assertThat(objects()).isLessThanOrEqualTo(before);
  }

  @Test
  void trainingsLeaveNothingBehind() {
    long before = objects();
    for (int repeat = 0; repeat < 5; repeat++) {
      fit(1, new FakeFitContext(1)).close();
    }
    assertThat(objects()).isLessThanOrEqualTo(before);
  }

  @Test
  void failedTrainingsLeaveNothingBehind() {
    long before = objects();
    IllegalStateException failure = new IllegalStateException("in validation");
    FakeFitContext failing =
        new FakeFitContext(1)
            .watchedBy(
                (model, epoch) -> {
                  throw failure;
                });
    assertThatThrownBy(() -> fit(2, failing)).isSameAs(failure);
    assertThatThrownBy(
            () ->
                NetworkTraining.fit(
                    DATA.training(),
                    new FakeFitContext(1),
                    training(1),
                    batches(),
                    (tf, parameters) -> {
                      throw failure;
                    }))
        .isSameAs(failure);
    assertThat(objects()).isLessThanOrEqualTo(before);
  }
}
