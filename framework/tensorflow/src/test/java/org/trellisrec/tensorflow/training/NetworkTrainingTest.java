package org.trellisrec.tensorflow.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TFloat32;
import org.trellisrec.spi.DivergedException;
import org.trellisrec.spi.FitContext;
import org.trellisrec.spi.Model;
import org.trellisrec.spi.Seed;
import org.trellisrec.tensorflow.batch.Batch;
import org.trellisrec.tensorflow.batch.BatchSource;
import org.trellisrec.tensorflow.batch.ListSource;
import org.trellisrec.tensorflow.batch.PositiveOrder;
import org.trellisrec.tensorflow.graph.BatchInput;
import org.trellisrec.tensorflow.graph.EntityInput;
import org.trellisrec.tensorflow.graph.Initializer;
import org.trellisrec.tensorflow.graph.Pass;
import org.trellisrec.tensorflow.graph.Precision;
import org.trellisrec.tensorflow.layers.Losses;
import org.trellisrec.tensorflow.layers.Scores;
import org.trellisrec.tensorflow.optimizer.OptimizerParams;
import org.trellisrec.tensorflow.optimizer.OptimizerParams.Algorithm;
import org.trellisrec.tensorflow.optimizer.OptimizerParams.EmbeddingUpdates;
import org.trellisrec.testkit.FakeFitContext;
import org.trellisrec.testkit.PlantedData;

class NetworkTrainingTest {
  private static final long SEED = 3;
  private static final PlantedData DATA = PlantedData.of(30, 20, 300, SEED);
  private static final OptimizerParams ADAM =
      new OptimizerParams(Algorithm.ADAM, 0.01, 0, 0, EmbeddingUpdates.DENSE);

  private static TrainingParams epochs(int epochs) {
    return new TrainingParams(epochs, 0, 50, Precision.FLOAT32, ADAM);
  }

  private static ListSource pairs(int batchSize) {
    return new ListSource(
        DATA.training().interactions(),
        PositiveOrder.PER_POSITIVE,
        1,
        batchSize,
        true,
        new Seed(1));
  }

  private static Model fit(int epochs, FitContext context) {
    return fit(epochs(epochs), context);
  }

  private static Model fit(TrainingParams params, FitContext context) {
    return NetworkTraining.fit(
        DATA.training(),
        context,
        params,
        pairs(50),
        (tf, parameters) -> new TinyNetwork(parameters, DATA.training()));
  }

  /** All scores to the last bit, as text, in which NaN equals NaN. */
  private static String scores(Model model) {
    return scores(model, DATA);
  }

  private static String scores(Model model, PlantedData data) {
    return Arrays.deepToString(PlantedData.scores(model, data.everyone()));
  }

  private static String fitAndScore(int epochs, FitContext context) {
    try (Model model = fit(epochs, context)) {
      return scores(model);
    }
  }

  private static FakeFitContext improving() {
    return new FakeFitContext(SEED, 2).improvingUntil(Integer.MAX_VALUE);
  }

  /** Means and variances of the batch norms are among the weights. */
  @Test
  void theWeightsOfTheBestEpochAreReturned() {
    String afterTwo = fitAndScore(2, improving());
    assertThat(fitAndScore(5, new FakeFitContext(SEED, 2).improvingUntil(2))).isEqualTo(afterTwo);
    assertThat(fitAndScore(5, improving())).isNotEqualTo(afterTwo);
  }

  @Test
  void trainingEndsWhereTheEngineSays() {
    FakeFitContext context = improving().stoppingAfter(2);
    assertThat(fitAndScore(50, context)).isEqualTo(fitAndScore(2, improving()));
    assertThat(context.losses()).hasSize(2);
  }

  @Test
  void theEngineSeesTheModelOfEveryEpoch() {
    List<String> seen = new ArrayList<>();
    fit(3, improving().watchedBy((model, epoch) -> seen.add(scores(model)))).close();
    assertThat(seen).hasSize(3);
    for (int epoch = 1; epoch <= 3; epoch++) {
      assertThat(seen.get(epoch - 1)).isEqualTo(fitAndScore(epoch, improving()));
    }
  }

  @Test
  void anEpochOfSomeStepsIsAPartOfAPass() {
    int steps = 2 * pairs(50).batches();
    String afterTwoPasses = fitAndScore(2, improving());
    for (int perEpoch : new int[] {1, 2, steps}) {
      FakeFitContext context = improving();
      TrainingParams params =
          new TrainingParams(steps / perEpoch, perEpoch, 50, Precision.FLOAT32, ADAM);
      try (Model model = fit(params, context)) {
        assertThat(scores(model)).isEqualTo(afterTwoPasses);
      }
      assertThat(context.losses()).hasSize(steps / perEpoch);
    }
  }

  @Test
  void theLossFallsWhereThereIsSomethingToLearn() {
    FakeFitContext context = improving();
    fit(30, context).close();
    assertThat(context.losses().get(0)).isCloseTo(Math.log(2), within(0.3));
    assertThat(context.losses().get(29)).isLessThan(0.8 * context.losses().get(0));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void theSameSeedGivesTheSameBits(int threads) {
    FakeFitContext first = new FakeFitContext(SEED, threads);
    FakeFitContext second = new FakeFitContext(SEED, threads);
    assertThat(fitAndScore(3, first)).isEqualTo(fitAndScore(3, second));
    assertThat(first.losses()).isEqualTo(second.losses());
    FakeFitContext other = new FakeFitContext(SEED + 1, threads);
    fitAndScore(3, other);
    assertThat(other.losses()).isNotEqualTo(first.losses());
  }

  /** With Adam's moments, so many values that operations run at once and on several threads. */
  @Test
  void largeNetworksGiveTheSameBitsOnSeveralThreads() {
    PlantedData many = PlantedData.of(9000, 40, 20_000, SEED);
    ListSource source =
        new ListSource(
            many.training().interactions(), PositiveOrder.PER_POSITIVE, 1, 512, true, new Seed(1));
    List<String> scores = new ArrayList<>();
    for (int threads : new int[] {1, 2, 2}) {
      FakeFitContext context = new FakeFitContext(SEED, threads);
      try (Model model =
          NetworkTraining.fit(
              many.training(),
              context,
              epochs(2),
              source,
              (tf, parameters) -> new TinyNetwork(parameters, many.training()))) {
        scores.add(context.losses() + scores(model, many));
      }
    }
    assertThat(scores.get(1)).isEqualTo(scores.get(0));
    assertThat(scores.get(2)).isEqualTo(scores.get(0));
  }

  @Test
  void parametersAreCountedByBlock() {
    try (Model model = fit(1, improving())) {
      assertThat(model.parameterCounts())
          .containsExactly(
              entry("embeddings", 30L * 8),
              entry("projection", 30L * 300 + 300),
              entry("items", (300 * 16 + 16 + 2 * 16) + (16 * 8 + 8 + 2 * 8L)));
    }
  }

  private static void descend(
      double start, double rate, int epochs, FitContext context, OneParameter.Loss loss) {
    descend(start, rate, epochs, Precision.FLOAT32, context, loss);
  }

  private static void descend(
      double start,
      double rate,
      int epochs,
      Precision precision,
      FitContext context,
      OneParameter.Loss loss) {
    OptimizerParams sgd = new OptimizerParams(Algorithm.SGD, rate, 0, 0, EmbeddingUpdates.DENSE);
    NetworkTraining.fit(
            DATA.training(),
            context,
            new TrainingParams(epochs, 0, 1000, precision, sgd),
            pairs(1000),
            (tf, parameters) -> new OneParameter(parameters, DATA.training(), start, loss))
        .close();
  }

  /** Steps of 0.4 / w lead from 1 over 0.6 to -0.07, and back. */
  @Test
  void aLossThatIsNotANumberEndsTheTraining() {
    FakeFitContext context = improving();
    assertThatThrownBy(() -> descend(1, 0.4, 9, context, (tf, w, batch) -> tf.math.log(w)))
        .isInstanceOf(DivergedException.class)
        .hasMessage(
            "the loss is NaN at step 3, in epoch 3; all parameters are still finite; the largest,"
                + " in block/w, is 0.0667; the training has diverged, so try a lower"
                + " learning_rate, or clip_norm");
    assertThat(context.losses()).hasSize(2);
  }

  @Test
  void aPrecisionThatRoundsNothingIsNoted() {
    FakeFitContext context = improving();
    descend(1, 0.1, 1, Precision.BFLOAT16, context, (tf, w, batch) -> tf.math.square(w));
    assertThat(context.notes())
        .containsExactly(
            "precision is bfloat16, but nothing in this training could be rounded: it is that of"
                + " float32");
  }

  @Test
  void aLossIsOneNumber() {
    OneParameter.Loss two = (tf, w, batch) -> tf.math.mul(w, tf.constant(new float[] {1, 2}));
    assertThatThrownBy(() -> descend(1, 0.1, 1, improving(), two))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "the loss has the shape [2], but one number is expected; take the mean or the sum");
  }

  /** A network whose scores have a row per item. */
  private record Transposed(Network inner) implements Network {
    @Override
    public Operand<TFloat32> loss(Pass pass, BatchInput batch) {
      return inner.loss(pass, batch);
    }

    @Override
    public Operand<TFloat32> users(Pass pass, EntityInput users) {
      return inner.users(pass, users);
    }

    @Override
    public Operand<TFloat32> items(Pass pass, EntityInput items) {
      return inner.items(pass, items);
    }

    @Override
    public Operand<TFloat32> scores(Pass pass, Operand<TFloat32> users, Operand<TFloat32> items) {
      return Scores.ofAll(pass, items, users);
    }

    @Override
    public Coverage coverage() {
      return inner.coverage();
    }
  }

  @Test
  void scoresHaveARowPerUser() {
    OptimizerParams sgd = new OptimizerParams(Algorithm.SGD, 0.1, 0, 0, EmbeddingUpdates.DENSE);
    try (Model model =
        NetworkTraining.fit(
            DATA.training(),
            new FakeFitContext(3),
            new TrainingParams(1, 0, 1000, Precision.FLOAT32, sgd),
            pairs(1000),
            (tf, parameters) ->
                new Transposed(
                    new OneParameter(
                        parameters, DATA.training(), 1, (graph, w, batch) -> graph.math.log(w))))) {
      assertThatThrownBy(() -> PlantedData.scores(model, DATA.everyone()))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("are expected, a row per user and a column per item");
    }
  }

  /** A step of 1e12, where w^4 is infinite. */
  @Test
  void aLossThatIsInfiniteEndsTheTraining() {
    OneParameter.Loss fourth = (tf, w, batch) -> tf.math.square(tf.math.square(w));
    assertThatThrownBy(() -> descend(1, 2.5e11, 9, improving(), fourth))
        .isInstanceOf(DivergedException.class)
        .hasMessageStartingWith("the loss is Infinity at step 2, in epoch 2; ");
  }

  /** A step of 1e20, whose square is infinite, as a score would be. */
  @Test
  void weightsThatAreTooLargeToScoreEndTheTraining() {
    assertThatThrownBy(() -> descend(1, 1e20, 9, improving(), (tf, w, batch) -> tf.math.abs(w)))
        .isInstanceOf(DivergedException.class)
        .hasMessageStartingWith(
            "the loss is 1.0 at step 1, in epoch 1; all parameters are still finite; the largest,"
                + " in block/w, is 1.00e+20; ");
  }

  /** The root of 0 is 0, but its derivative is infinite. */
  @Test
  void weightsThatAreRuinedByTheLastStepEndTheTraining() {
    assertThatThrownBy(() -> descend(0, 1, 1, improving(), (tf, w, batch) -> tf.math.sqrt(w)))
        .isInstanceOf(DivergedException.class)
        .hasMessageStartingWith(
            "the loss is 0.0 at step 1, in epoch 1; the first parameter that is not finite is"
                + " block/w");
  }

  /** The first step ruins w; the loss of the second would ruin x as well, which comes first. */
  @Test
  void theParameterThatRuinedTheLossIsNamed() {
    OptimizerParams sgd = new OptimizerParams(Algorithm.SGD, 1, 0, 0, EmbeddingUpdates.DENSE);
    assertThatThrownBy(
            () ->
                NetworkTraining.fit(
                    DATA.training(),
                    improving(),
                    new TrainingParams(1, 0, 1000, Precision.FLOAT32, sgd),
                    pairs(150),
                    (tf, parameters) -> {
                      Operand<TFloat32> x =
                          parameters.trained("a/x", Shape.scalar(), Initializer.ONES);
                      return new OneParameter(
                          parameters,
                          DATA.training(),
                          0,
                          (t, w, batch) -> t.math.mul(x, t.math.sqrt(w)));
                    }))
        .isInstanceOf(DivergedException.class)
        .hasMessageStartingWith(
            "the loss is NaN at step 2, in epoch 1; the first parameter that is not finite is"
                + " block/w");
  }

  /** The last batch is shorter; the mean is over lists all the same. */
  @Test
  void theLossReportedIsTheMeanOverExamples() {
    FakeFitContext context = improving();
    ListSource source = pairs(64);
    NetworkTraining.fit(
            DATA.training(),
            context,
            epochs(2),
            source,
            (tf, parameters) ->
                new OneParameter(
                    parameters,
                    DATA.training(),
                    0,
                    (t, w, batch) -> {
                      Operand<TFloat32> users =
                          t.gather(
                              t.dtypes.cast(batch.users().indices(), TFloat32.class),
                              batch.userSlots(),
                              t.constant(0));
                      return t.math.add(Losses.mean(t, users), t.math.mul(w, t.constant(1e-12f)));
                    }))
        .close();
    int[] rowOf = DATA.training().interactions().rowOfPositions();
    assertThat(rowOf.length % 64).isNotZero();
    double mean = IntStream.of(rowOf).average().orElseThrow();
    for (double loss : context.losses()) {
      assertThat(loss).isCloseTo(mean, within(1e-5 * mean));
    }
  }

  @Test
  void whatTheBatchesThrowComesOutOfTheFit() {
    IllegalStateException failure = new IllegalStateException("no batch");
    BatchSource failing =
        new BatchSource() {
          @Override
          public Epoch epoch(int epoch) {
            return new Epoch() {
              private final Epoch good = pairs(10).epoch(epoch);
              private int taken;

              @Override
              public Batch next() {
                if (taken++ == 2) {
                  throw failure;
                }
                return good.next();
              }
            };
          }

          @Override
          public int batches() {
            return pairs(10).batches();
          }
        };
    assertThatThrownBy(
            () ->
                NetworkTraining.fit(
                    DATA.training(),
                    improving(),
                    epochs(1),
                    failing,
                    (tf, parameters) -> new TinyNetwork(parameters, DATA.training())))
        .isSameAs(failure);
  }
}
