package org.trellisrec.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trellisrec.data.SideInformation;
import org.trellisrec.data.TrainingData;
import org.trellisrec.data.VisibleModalities;
import org.trellisrec.evaluation.Mask;
import org.trellisrec.report.EpochRow;
import org.trellisrec.report.MetricRow;
import org.trellisrec.report.ParameterRow;
import org.trellisrec.report.TrialRow;
import org.trellisrec.report.UnitResult;
import org.trellisrec.spi.Device;
import org.trellisrec.spi.EpochDecision;
import org.trellisrec.spi.FitContext;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.Model;
import org.trellisrec.spi.Recommender;
import org.trellisrec.spi.UserBlock;
import org.trellisrec.spi.UserMetric;

class ModelRunTest {
  @TempDir Path folder;
  private TinyUnit tiny;

  @BeforeEach
  void makeUnit() {
    tiny = new TinyUnit(folder);
  }

  private UnitResult run(Recommender... recommenders) {
    return TinyUnit.run(
        tiny.of(recommenders), (unit, trial, model, tests) -> assertThat(tests).hasSize(1));
  }

  private static double test(UnitResult result) {
    return result.metrics().stream()
        .filter(row -> !row.validation())
        .mapToDouble(MetricRow::value)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void validationChoosesTheTrialWhateverTheTestSays() {
    UnitResult result =
        run(
            (data, context) -> tiny.ranks(2, 1),
            (data, context) -> tiny.ranks(1, 2),
            (data, context) -> tiny.ranks(3));
    assertThat(result.trials()).extracting(TrialRow::best).containsExactly(false, true, false);
    assertThat(result.trials()).extracting(TrialRow::value).containsExactly(0.0, 1.0, 0.0);
    assertThat(result.trials()).extracting(TrialRow::users).containsOnly(8);
    assertThat(test(result)).isZero();
  }

  @Test
  void withOneTrialEveryUserIsScoredOnceForValidationAndTest() {
    UnitResult result = run((data, context) -> tiny.ranks(2));
    assertThat(tiny.scored.get()).isEqualTo(TinyUnit.USERS);
    assertThat(test(result)).isEqualTo(1);
    assertThat(result.metrics())
        .extracting(MetricRow::task)
        .containsExactly("validation_warm", "warm");
    assertThat(result.metrics())
        .extracting(MetricRow::role)
        .containsExactly(MetricRow.Role.VALIDATION, MetricRow.Role.TEST);
    assertThat(result.timings())
        .extracting("phase")
        .containsExactly("fit", "recommend", "evaluate", "report");
  }

  /** Hidden are the training item and, in the test, the validation item. */
  @ParameterizedTest
  @CsvSource({"NONE, 0, 0", "TRAIN, 1, 1", "TRAIN_AND_VALIDATION, 1, 2"})
  void metricsAreToldWhatIsNeverShown(Mask mask, double validation, double test) {
    UserMetric hidden = task -> list -> task.hidden().count(list.user(), item -> true);
    tiny.masking(mask).measuring("Hidden", hidden);

    assertThat(run((data, context) -> tiny.ranks(2)).metrics())
        .filteredOn(row -> row.metric().equals("Hidden"))
        .extracting(MetricRow::value)
        .containsExactly(validation, test);
  }

  @Test
  void aTrialThatFailsLeavesItsReasonAndTheSearchGoesOn() {
    UnitResult result =
        run(
            (data, context) -> {
              throw new InputException("this model needs texts");
            },
            (data, context) -> tiny.ranks(1));
    assertThat(result.failed()).isFalse();
    assertThat(result.trials().get(0).error()).isEqualTo("this model needs texts");
    assertThat(result.trials().get(1).best()).isTrue();
    assertThat(tiny.notes.get(0)).contains("m failed in trial 0").contains("needs texts");
    assertThat(tiny.notes.get(1)).contains("reports no epochs");
  }

  /** For splits of further seeds, which no check before the run has seen. */
  @Test
  void aModelIsAskedBeforeItsFitWhatItCanLearnFrom() {
    Recommender particular =
        new Recommender() {
          @Override
          public void check(SideInformation side) {
            throw new InputException("none of the 2 items has the modality 'genres'");
          }

          @Override
          public Model fit(TrainingData data, FitContext context) {
            throw new AssertionError("fitted all the same");
          }
        };
    assertThat(run(particular).error())
        .startsWith("among those who occur in the training interactions of seed ")
        .endsWith(": none of the 2 items has the modality 'genres'");
  }

  @Test
  void aUnitFailsIfEveryTrialFails() {
    UnitResult result =
        run(
            (data, context) -> {
              throw new ArithmeticException("/ by zero");
            });
    assertThat(result.error())
        .startsWith("ArithmeticException: / by zero (at org.trellisrec.pipeline.ModelRunTest.");
    assertThat(result.metrics()).isEmpty();
  }

  @Test
  void aUnitThatCannotBeWrittenHasNoResults() {
    UnitResult result =
        TinyUnit.run(
            tiny.of(new Ticker(new Ticker.Params(1, 0))),
            (unit, trial, model, tests) -> {
              throw new UncheckedIOException(new IOException("No space left on device"));
            });
    assertThat(result.error()).contains("No space left on device");
    assertThat(result.metrics()).isNotEmpty().allMatch(MetricRow::validation);
    assertThat(result.lists()).isEmpty();
    assertThat(result.parameters()).isEmpty();
  }

  @Test
  void aRecommenderThatReturnsNoModelIsNamed() {
    assertThat(run((data, context) -> null).error())
        .contains("the recommender M returned null from fit, where a result is due");
  }

  /** Ranks like another model, and says otherwise what nobody may say. */
  private record Faulty(Model ranking, Map<String, String> computedBy, Model view)
      implements Model {
    @Override
    public void score(UserBlock users, float[][] scores) {
      ranking.score(users, scores);
    }

    @Override
    public Model seeing(VisibleModalities visible) {
      return view;
    }

    @Override
    public void close() {
      throw new IllegalStateException("released already");
    }
  }

  @Test
  void aModelThatCannotBeClosedIsNamedAndItsValuesCount() {
    Model better = new Faulty(tiny.ranks(1, 2), Map.of(), null);
    Model worse = new Faulty(tiny.ranks(3), Map.of(), null);
    UnitResult result = run((data, context) -> worse, (data, context) -> better);
    assertThat(result.error()).isEmpty();
    assertThat(result.trials()).extracting(TrialRow::value).containsExactly(0.0, 1.0);
    assertThat(tiny.notes)
        .filteredOn(note -> note.startsWith("m: its model could not be closed: "))
        .hasSize(2)
        .allMatch(note -> note.contains("IllegalStateException: released already"));
  }

  @Test
  void whatFailsBeforeAModelCannotBeClosedIsToldAsWell() {
    Model failing =
        new Faulty(
            (users, scores) -> {
              throw new ArithmeticException("/ by zero");
            },
            Map.of(),
            null);
    assertThat(run((data, context) -> failing).error())
        .startsWith("ArithmeticException: / by zero");
  }

  @Test
  void aModelThatSaysNullWhereAMapIsDueIsNamed() {
    Map<String, String> entries = new HashMap<>();
    entries.put("library", null);
    assertThat(run((data, context) -> new Faulty(tiny.ranks(1), entries, null)).error())
        .contains("the recommender M returned from computedBy a map with the entry library=null");
    assertThat(run((data, context) -> new Faulty(tiny.ranks(1), null, null)).error())
        .contains("the recommender M returned null from computedBy");
  }

  /**
   * Good on validation data in epoch 2 only; keeps the weights of the best epoch as models must.
   */
  private Model train(FitContext context, double loss) {
    Model best = null;
    for (int epoch = 1; epoch <= 20; epoch++) {
      Model now = epoch == 2 ? tiny.ranks(1, 2) : tiny.ranks(9);
      EpochDecision decision = context.afterEpoch(epoch, loss, now);
      if (decision.best()) {
        best = now;
      }
      if (decision.stop()) {
        break;
      }
    }
    return best;
  }

  @Test
  void trainingStopsAfterPatienceAndReturnsTheBestEpoch() {
    UnitResult result = run((data, context) -> train(context, 0.5));
    assertThat(result.epochs()).extracting(EpochRow::epoch).containsExactly(1, 2, 3, 4);
    assertThat(result.epochs()).extracting(EpochRow::value).containsExactly(0.0, 1.0, 0.0, 0.0);
    assertThat(result.epochs()).extracting(EpochRow::users).containsOnly(8);
    assertThat(result.trials().get(0).value()).isCloseTo(1, within(0.0));
  }

  /** The loss is lowest in epoch 3, whose weights alone do well in the test. */
  private Model trainByLoss(FitContext context) {
    double[] losses = {0.9, 0.5, 0.4, 0.6, 0.45, 0.7};
    Model kept = tiny.ranks(9);
    for (int epoch = 1; epoch <= losses.length; epoch++) {
      EpochDecision decision = context.afterEpoch(epoch, losses[epoch - 1], tiny.ranks(1));
      if (decision.best()) {
        kept = epoch == 3 ? tiny.ranks(2) : tiny.ranks(9);
      }
      if (decision.stop()) {
        break;
      }
    }
    return kept;
  }

  @Test
  void withoutValidationTheEpochIsKeptThatIsBestByWhatIsWatched() {
    tiny.withoutValidation().stoppingBy(ModelPlan.Monitor.LOSS);
    UnitResult result = run((data, context) -> trainByLoss(context));
    assertThat(result.epochs()).extracting(EpochRow::epoch).containsExactly(1, 2, 3, 4, 5);
    assertThat(test(result)).isEqualTo(1);
    assertThat(result.trials().get(0).value()).isNaN();
    assertThat(tiny.infos.get(0)).startsWith("m: epoch 1, loss 0.900000 (").endsWith("best so far");
  }

  @Test
  void withValidationTheMetricKeepsTheEpochWhateverStopsTheTraining() {
    tiny.stoppingBy(ModelPlan.Monitor.LOSS);
    UnitResult result = run((data, context) -> trainByLoss(context));
    assertThat(result.epochs()).extracting(EpochRow::epoch).containsExactly(1, 2, 3, 4, 5);
    assertThat(test(result)).isZero();
  }

  @Test
  void withoutValidationAndWithoutEarlyStoppingNoEpochIsBest() {
    tiny.withoutValidation().stoppingBy(ModelPlan.Monitor.LOSS).patience(0);
    UnitResult result = run((data, context) -> trainByLoss(context));
    assertThat(result.epochs()).hasSize(6);
    assertThat(test(result)).isZero();
    assertThat(tiny.infos).noneMatch(line -> line.contains("best so far"));
  }

  @Test
  void everyNthEpochIsValidated() {
    tiny.validatingEvery(2).patience(1);
    UnitResult result = run((data, context) -> train(context, 0.5));
    assertThat(result.epochs())
        .extracting(EpochRow::metric)
        .containsExactly("", "First@1", "", "First@1");
    assertThat(result.epochs()).extracting(EpochRow::users).containsExactly(0, 8, 0, 8);
  }

  @Test
  void aLossThatIsNotANumberStopsTheTrialWithItsEpoch() {
    UnitResult result = run((data, context) -> train(context, Double.NaN));
    assertThat(result.error()).isEqualTo("the training loss is NaN after epoch 1");
  }

  @Test
  void epochsMustBeReportedOneAfterTheOther() {
    UnitResult result =
        run(
            (data, context) -> {
              context.afterEpoch(2, 0.5, tiny.ranks(1));
              return tiny.ranks(1);
            });
    assertThat(result.error()).contains("epoch 2 is reported after epoch 0");
  }

  @Test
  void aValueThatStopsIsInTheLearningCurveBesideTheOneThatChooses() {
    tiny.choosingBy(new ModelPlan.Monitor(Optional.of("First"), 1, true)).patience(1);
    assertThat(run((data, context) -> train(context, 0.5)).epochs())
        .extracting(EpochRow::metric)
        .containsOnly("First@1");
    tiny.choosingBy(ModelPlan.Monitor.LOSS);
    assertThat(run((data, context) -> train(context, 0.5)).epochs())
        .extracting(EpochRow::metric)
        .containsOnly("First@1");
  }

  @Test
  void aDeviceThatNobodyAsksForIsSaidToHaveNoEffect() {
    tiny.on(Device.gpu(1)).patience(0);
    run((data, context) -> tiny.ranks(1));
    assertThat(tiny.notes).containsExactly("m computes on the CPU, not on gpu:1");
    tiny.notes.clear();
    run(
        (data, context) -> {
          assertThat(context.device()).isEqualTo(Device.gpu(1));
          assertThat(context.deterministic()).isTrue();
          return tiny.ranks(1);
        });
    assertThat(tiny.notes).isEmpty();
  }

  @Test
  void parametersOfTheChosenModelAreCounted() {
    UnitResult result =
        run(new Ticker(new Ticker.Params(1, 0)), new Ticker(new Ticker.Params(5, 0)));
    assertThat(result.parameters())
        .containsExactly(new ParameterRow("m", 1, 1, "warm", "0", "weight", 1));
  }
}
