package org.trellisrec.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trellisrec.report.EpochRow;
import org.trellisrec.report.UnitResult;
import org.trellisrec.spi.Model;
import org.trellisrec.spi.Recommender;

/** A unit that was killed gives the same results when it is run again, and repeats little. */
class ResumedRunTest {
  private static final int ALL_EPOCHS = 11;
  private static final String UNIT = TinyUnit.KEY.fileName();

  @TempDir Path folder;
  private final List<String> trained = new ArrayList<>();
  private final List<Model> chosen = new ArrayList<>();

  private Path checkpoints(int trial) {
    return folder.resolve("checkpoints").resolve(UNIT).resolve("trial-" + trial);
  }

  /** The first one wins in its sixth and last epoch; the second one is stopped after its fifth. */
  private Recommender[] tickers(IntConsumer first, IntConsumer second) {
    return new Recommender[] {ticker(0, first), ticker(1, second)};
  }

  private Ticker ticker(int trial, IntConsumer beforeReport) {
    return new Ticker(
        new Ticker.Params(6, 5),
        epoch -> {
          trained.add(trial + ":" + epoch);
          beforeReport.accept(epoch);
        });
  }

  private static IntConsumer killedIn(int doomed) {
    return epoch -> {
      if (epoch == doomed) {
        throw new TinyRuns.Killed();
      }
    };
  }

  private static void undisturbed(int epoch) {
    assertThat(epoch).isPositive();
  }

  private UnitResult run(TinyUnit tiny, Recommender... trials) {
    return TinyUnit.run(tiny.of(trials), (key, trial, model, tests) -> chosen.add(model));
  }

  private TinyUnit tiny() {
    return new TinyUnit(folder).patience(4);
  }

  private UnitResult uninterrupted() {
    return run(
        tiny().keepingNothing(), tickers(ResumedRunTest::undisturbed, ResumedRunTest::undisturbed));
  }

  private static List<String> curve(UnitResult result) {
    return result.epochs().stream().map(ResumedRunTest::point).toList();
  }

  private static String point(EpochRow row) {
    return row.trial()
        + " "
        + row.epoch()
        + " "
        + row.loss()
        + " "
        + row.value()
        + " "
        + row.users();
  }

  private void assertSameAsUninterrupted(UnitResult result) {
    Model model = chosen.get(chosen.size() - 1);
    UnitResult expected = uninterrupted();
    assertThat(model).isEqualTo(chosen.get(chosen.size() - 1));
    assertThat(result.trials()).isEqualTo(expected.trials());
    assertThat(result.metrics()).isEqualTo(expected.metrics());
    assertThat(curve(result)).isEqualTo(curve(expected));
  }

  @ParameterizedTest(name = "killed in epoch {1} of trial {0}")
  @CsvSource({"0,1", "0,2", "0,4", "0,6", "1,1", "1,3", "1,5"})
  void aRunThatWasKilledGivesTheSameResultsAndRepeatsOneEpoch(int trial, int epoch) {
    IntConsumer killed = killedIn(epoch);
    Recommender[] doomed =
        trial == 0
            ? tickers(killed, ResumedRunTest::undisturbed)
            : tickers(ResumedRunTest::undisturbed, killed);
    assertThatThrownBy(() -> run(tiny(), doomed)).isInstanceOf(TinyRuns.Killed.class);
    int done = trained.size();

    UnitResult result =
        run(tiny(), tickers(ResumedRunTest::undisturbed, ResumedRunTest::undisturbed));

    assertThat(trained).hasSize(ALL_EPOCHS + 1);
    assertThat(trained.subList(done, trained.size())).startsWith(trial + ":" + epoch);
    assertSameAsUninterrupted(result);
  }

  /** Of a loss that falls from epoch to epoch, the highest is the first. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4, 5})
  void withoutValidationATrainingThatWasKilledKeepsTheEpochThatIsBestByWhatIsWatched(int epoch) {
    Supplier<TinyUnit> unit =
        () ->
            tiny().withoutValidation().stoppingBy(new ModelPlan.Monitor(Optional.empty(), 0, true));
    run(new TinyUnit(folder).keepingNothing(), new Ticker(new Ticker.Params(1, 5)));
    assertThatThrownBy(() -> run(unit.get(), ticker(0, killedIn(epoch))))
        .isInstanceOf(TinyRuns.Killed.class);
    TinyUnit again = unit.get();

    run(again, ticker(0, ResumedRunTest::undisturbed));

    assertThat(trained).hasSize(6).endsWith("0:5");
    assertThat(again.notes).isEmpty();
    assertThat(chosen.get(1)).isEqualTo(chosen.get(0));
  }

  @Test
  void theBestTrialOfAnEarlierProcessComesFromItsCheckpoint() {
    assertThat(uninterrupted().trials().get(0).best()).isTrue();
    assertThatThrownBy(() -> run(tiny(), tickers(ResumedRunTest::undisturbed, killedIn(2))))
        .isInstanceOf(TinyRuns.Killed.class);
    trained.clear();

    TinyUnit again = tiny();
    UnitResult result =
        run(again, tickers(ResumedRunTest::undisturbed, ResumedRunTest::undisturbed));

    assertThat(again.infos)
        .contains(
            "m, trial 0: already done",
            "m, trial 1: taken up after epoch 1",
            "m, trial 0: the best trial is fitted again");
    assertThat(trained).noneMatch(epoch -> epoch.startsWith("0:"));
    assertSameAsUninterrupted(result);
  }

  @Test
  void aTrialThatLosesLeavesNoCheckpointAndAFinishedUnitLeavesNothing() throws IOException {
    assertThatThrownBy(() -> run(tiny(), tickers(ResumedRunTest::undisturbed, killedIn(2))))
        .isInstanceOf(TinyRuns.Killed.class);
    assertThat(checkpoints(0)).isDirectory();
    TinyUnit again = tiny();
    run(again, tickers(ResumedRunTest::undisturbed, ResumedRunTest::undisturbed));
    assertThat(checkpoints(0)).isDirectory();
    assertThat(checkpoints(1)).doesNotExist();
    again.store().forget();
    assertThat(folder.resolve("checkpoints")).doesNotExist();
    assertThat(folder.resolve("journal/trials")).doesNotExist();
    try (Stream<Path> left = Files.walk(folder)) {
      assertThat(left.filter(Files::isRegularFile)).isEmpty();
    }
  }

  @Test
  void whereNothingIsKeptNothingIsWritten() throws IOException {
    uninterrupted();
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void aDamagedJournalStartsTheTrialAnewAndSaysSo() throws IOException {
    assertThatThrownBy(() -> run(tiny(), tickers(killedIn(5), ResumedRunTest::undisturbed)))
        .isInstanceOf(TinyRuns.Killed.class);
    Path journal = checkpoints(0).resolve("epochs.jsonl");
    Files.writeString(journal, Files.readString(journal).replace("\"epoch\":2", "\"epoch\":7"));
    trained.clear();
    TinyUnit again = tiny();
    UnitResult result =
        run(again, tickers(ResumedRunTest::undisturbed, ResumedRunTest::undisturbed));
    assertThat(trained).hasSize(ALL_EPOCHS);
    assertThat(again.notes.get(0))
        .startsWith("m, trial 0: the interrupted training cannot be taken up and starts anew: ")
        .contains("epochs.jsonl:3 does not hold epoch 2");
    assertSameAsUninterrupted(result);
  }

  @Test
  void aStateWithoutJournalIsNotTakenUp() throws IOException {
    assertThatThrownBy(() -> run(tiny(), tickers(killedIn(5), ResumedRunTest::undisturbed)))
        .isInstanceOf(TinyRuns.Killed.class);
    Files.delete(checkpoints(0).resolve("epochs.jsonl"));
    TinyUnit again = tiny();
    assertSameAsUninterrupted(
        run(again, tickers(ResumedRunTest::undisturbed, ResumedRunTest::undisturbed)));
    assertThat(again.notes.get(0)).contains("epochs.jsonl is missing");
  }

  @Test
  void theStateOfAnotherRunIsNotTakenUp() {
    assertThatThrownBy(() -> run(tiny(), tickers(killedIn(5), ResumedRunTest::undisturbed)))
        .isInstanceOf(TinyRuns.Killed.class);
    trained.clear();
    TinyUnit other = tiny().ofRun("another configuration");
    run(other, tickers(ResumedRunTest::undisturbed, ResumedRunTest::undisturbed));
    assertThat(trained).hasSize(ALL_EPOCHS);
    assertThat(other.notes.get(0)).contains("belongs to another training");
  }

  @Test
  void trialsThatFailedAreTriedAgain() {
    IntConsumer broken =
        epoch -> {
          throw new IllegalStateException("broken");
        };
    run(tiny(), tickers(broken, ResumedRunTest::undisturbed));
    trained.clear();
    UnitResult result =
        run(tiny(), tickers(ResumedRunTest::undisturbed, ResumedRunTest::undisturbed));
    assertThat(trained).containsExactly("0:1", "0:2", "0:3", "0:4", "0:5", "0:6");
    assertThat(result.trials()).noneMatch(row -> !row.error().isEmpty());
  }

  @Test
  void aTrainingThatFailsAfterItWasTakenUpStartsAnewNextTime() {
    IntConsumer broken =
        epoch -> {
          if (epoch == 3) {
            throw new IllegalStateException("broken");
          }
        };
    run(tiny(), ticker(0, broken));
    run(tiny(), ticker(0, broken));
    trained.clear();
    run(tiny(), ticker(0, ResumedRunTest::undisturbed));
    assertThat(trained).startsWith("0:1");
  }
}
