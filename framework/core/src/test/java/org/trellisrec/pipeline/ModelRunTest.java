package org.trellisrec.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.HeldOut;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.Split;
import org.trellisrec.data.TrainingData;
import org.trellisrec.data.Vocabulary;
import org.trellisrec.evaluation.Mask;
import org.trellisrec.evaluation.NamedMetric;
import org.trellisrec.report.EpochRow;
import org.trellisrec.report.MetricRow;
import org.trellisrec.report.TrialRow;
import org.trellisrec.report.UnitKey;
import org.trellisrec.report.UnitResult;
import org.trellisrec.spi.Convention;
import org.trellisrec.spi.EpochDecision;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.Model;
import org.trellisrec.spi.Recommender;
import org.trellisrec.spi.TaskContext;
import org.trellisrec.spi.UserMetric;
import org.trellisrec.tuning.EarlyStopping;

/** Eight users, ten items: everybody trained on item 0, validates on item 1 and tests on item 2. */
class ModelRunTest {
  private static final int USERS = 8;
  private static final int ITEMS = 10;
  private static final ModelPlan.Monitor FIRST =
      new ModelPlan.Monitor(Optional.of("First"), 1, true);

  /** Share of users whose first item is relevant. */
  private static final class FirstHit implements UserMetric {
    @Override
    public PerUser bind(TaskContext task) {
      return list -> list.hits() > 0 ? 1 : 0;
    }
  }

  private final Split split = split();
  private final List<String> notes = new ArrayList<>();
  private final AtomicInteger scored = new AtomicInteger();

  private static Interactions everybodyHas(int item) {
    int[] users = IntStream.range(0, USERS).toArray();
    int[] items = IntStream.range(0, USERS).map(u -> item).toArray();
    return Interactions.of(USERS, ITEMS, users, items, null, null);
  }

  private static HeldOut heldOut(int item) {
    return HeldOut.warm(everybodyHas(item)).withCandidates(HeldOut.CandidateRule.ALL);
  }

  private static Split split() {
    Interactions train = everybodyHas(0);
    return new Split(
        "warm",
        "0",
        train,
        List.of(heldOut(1).against(train).named("validation_warm")),
        List.of(heldOut(2).against(train)));
  }

  private static Dataset dataset() {
    return new Dataset(
        "tiny",
        Vocabulary.of(IntStream.range(0, USERS).mapToObj(u -> "u" + u).toList()),
        Vocabulary.of(IntStream.range(0, ITEMS).mapToObj(i -> "i" + i).toList()),
        everybodyHas(0));
  }

  /** A model that ranks these items first, in this order. */
  private Model ranks(int... items) {
    return (users, scores) -> {
      for (int row = 0; row < users.size(); row++) {
        scored.incrementAndGet();
        for (int i = 0; i < items.length; i++) {
          scores[row][items[i]] = items.length - i;
        }
      }
    };
  }

  private UnitResult run(int everyEpochs, int patience, Recommender... recommenders) {
    List<Trial> trials =
        IntStream.range(0, recommenders.length)
            .mapToObj(i -> new Trial(i, Map.of("choice", "" + i), recommenders[i]))
            .toList();
    Measures measures =
        new Measures(
            List.of(new NamedMetric("First", new FirstHit())),
            new int[] {1},
            2,
            Mask.TRAIN,
            Convention.STANDARD,
            0,
            1);
    ModelPlan plan =
        new ModelPlan(
            "m",
            trials,
            FIRST,
            new ModelPlan.Stopping(FIRST, new EarlyStopping.Rule(true, patience, 0, 0, Double.NaN)),
            everyEpochs,
            true);
    RunListener listener =
        new RunListener() {
          @Override
          public void info(String message) {}

          @Override
          public void note(String message) {
            notes.add(message);
          }

          @Override
          public org.trellisrec.spi.Progress progress(String what, long total) {
            return org.trellisrec.spi.Progress.SILENT;
          }
        };
    UnitKey key = new UnitKey(1, "warm", "0", "m");
    TrainingData data = new TrainingData(dataset(), split.train());
    Judge judge = new Judge(dataset(), split, measures, listener);
    return new ModelRun(key, plan, split, data, judge, measures, listener)
        .run((unit, tests) -> assertThat(tests).hasSize(1));
  }

  private UnitResult run(Recommender... recommenders) {
    return run(1, 2, recommenders);
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
            (data, context) -> ranks(2, 1),
            (data, context) -> ranks(1, 2),
            (data, context) -> ranks(3));
    assertThat(result.trials()).extracting(TrialRow::best).containsExactly(false, true, false);
    assertThat(result.trials()).extracting(TrialRow::value).containsExactly(0.0, 1.0, 0.0);
    assertThat(test(result)).isZero();
  }

  @Test
  void withOneTrialEveryUserIsScoredOnceForValidationAndTest() {
    UnitResult result = run((data, context) -> ranks(2));
    assertThat(scored.get()).isEqualTo(USERS);
    assertThat(test(result)).isEqualTo(1);
    assertThat(result.metrics())
        .extracting(MetricRow::task)
        .containsExactly("validation_warm", "warm");
    assertThat(result.timings())
        .extracting("phase")
        .containsExactly("fit", "recommend", "evaluate", "report");
  }

  @Test
  void aTrialThatFailsLeavesItsReasonAndTheSearchGoesOn() {
    UnitResult result =
        run(
            (data, context) -> {
              throw new InputException("this model needs texts");
            },
            (data, context) -> ranks(1));
    assertThat(result.failed()).isFalse();
    assertThat(result.trials().get(0).error()).isEqualTo("this model needs texts");
    assertThat(result.trials().get(1).best()).isTrue();
    assertThat(notes.get(0)).contains("m failed in trial 0").contains("needs texts");
    assertThat(notes.get(1)).contains("reports no epochs");
  }

  @Test
  void aUnitFailsIfEveryTrialFails() {
    UnitResult result =
        run(
            (data, context) -> {
              throw new ArithmeticException("/ by zero");
            });
    assertThat(result.error()).isEqualTo("ArithmeticException: / by zero");
    assertThat(result.metrics()).isEmpty();
  }

  /**
   * Good on validation data in epoch 2 only; keeps the weights of the best epoch as models must.
   */
  private Model train(org.trellisrec.spi.FitContext context, double loss) {
    Model best = null;
    for (int epoch = 1; epoch <= 20; epoch++) {
      Model now = epoch == 2 ? ranks(1, 2) : ranks(9);
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
    assertThat(result.trials().get(0).value()).isCloseTo(1, within(0.0));
  }

  @Test
  void everyNthEpochIsValidated() {
    UnitResult result = run(2, 1, (data, context) -> train(context, 0.5));
    assertThat(result.epochs())
        .extracting(EpochRow::metric)
        .containsExactly("", "First@1", "", "First@1");
  }

  @Test
  void aLossThatIsNotANumberStopsTheTrialWithItsEpoch() {
    UnitResult result = run((data, context) -> train(context, Double.NaN));
    assertThat(result.error()).isEqualTo("the training loss is NaN after epoch 1");
  }
}
