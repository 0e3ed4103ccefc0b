package org.trellisrec.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trellisrec.config.ExperimentConfig;
import org.trellisrec.config.PluginCatalog;
import org.trellisrec.data.TrainingData;
import org.trellisrec.data.VisibleModalities;
import org.trellisrec.report.EpochRow;
import org.trellisrec.report.Folders;
import org.trellisrec.report.MetricRow;
import org.trellisrec.report.RunReport;
import org.trellisrec.report.TimingRow;
import org.trellisrec.report.TrialRow;
import org.trellisrec.spi.Analysis;
import org.trellisrec.spi.AnalysisOutput;
import org.trellisrec.spi.FinishedRun;
import org.trellisrec.spi.FitContext;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.Model;
import org.trellisrec.spi.NoParams;
import org.trellisrec.spi.Param;
import org.trellisrec.spi.PluginModule;
import org.trellisrec.spi.Recommender;
import org.trellisrec.spi.RestorableRecommender;
import org.trellisrec.spi.SavableModel;
import org.trellisrec.spi.UserBlock;

/** Whole experiments with an iterative model: what they keep, take up, restore and refuse. */
@SuppressWarnings("SameNameButDifferent")
class ExperimentRunTest {
  private static final String CONFIG =
      """
      experiment:
        dataset: tiny
        output: results
        data_config: {strategy: dataset, dataset_path: ratings.tsv}
        splitting:
          test_splitting: {strategy: by_item, item: 2}
          validation_splitting: {strategy: by_item, item: 1}
        top_k: 2
        evaluation: {cutoffs: [1], simple_metrics: [First]}
        models:
          Ticker: {epochs: [2, 5, 7], meta: {save_weights: true}}
      """;

  private static final class Plugins extends PluginModule {
    @Override
    protected void plugins() {
      recommender("Content", Content.class, Ticker.Params.class);
      recommender("Silent", Silent.class, Silent.Params.class);
      analysis("broken", Broken.class);
      analysis("whole", Whole.class);
    }
  }

  /** As the ticker, with a model that can be asked to do with less. */
  record Content(Ticker.Params params) implements RestorableRecommender {
    @Inject
    Content {}

    @Override
    public SavableModel fit(TrainingData data, FitContext context) {
      return new ContentModel(new Ticker(params).fit(data, context));
    }

    @Override
    public SavableModel restore(Path folder, TrainingData data, FitContext context) {
      return new ContentModel(new Ticker(params).restore(folder, data, context));
    }
  }

  record ContentModel(SavableModel scores) implements SavableModel {
    @Override
    public void score(UserBlock users, float[][] into) {
      scores.score(users, into);
    }

    @Override
    public Model seeing(VisibleModalities visible) {
      return new ContentModel(scores);
    }

    @Override
    public void save(Path target) throws IOException {
      scores.save(target);
    }
  }

  /** Scores nothing, or nothing for the first users. */
  record Silent(Params params) implements Recommender {
    record Params(
        @Param(description = "Number of epochs.", byDefault = "1", min = 1) int epochs,
        @Param(description = "Users from this one on are scored.", byDefault = "100", min = 0)
            int first) {}

    @Inject
    Silent {}

    @Override
    public Model fit(TrainingData data, FitContext context) {
      Model model =
          (users, scores) -> {
            for (int row = 0; row < users.size(); row++) {
              scores[row][1] = users.user(row) < params.first() ? Float.NaN : 1;
            }
          };
      for (int epoch = 1; epoch <= params.epochs(); epoch++) {
        context.afterEpoch(epoch, 1, model);
      }
      return model;
    }
  }

  /** Has a fault of its own. */
  record Broken(NoParams params) implements Analysis {
    @Inject
    Broken {}

    @Override
    public void analyze(FinishedRun run, AnalysisOutput output) {
      throw new IllegalStateException("no matrix to invert");
    }
  }

  /** Has what it needs. */
  record Whole(NoParams params) implements Analysis {
    @Inject
    Whole {}

    @Override
    public void analyze(FinishedRun run, AnalysisOutput output) throws IOException {
      output.file("whole.txt", new byte[] {'1'});
    }
  }

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final PluginCatalog CATALOG = TinyPlugins.and(new Plugins());

  @TempDir Path folder;
  private TinyRuns runs;

  @BeforeEach
  void write() throws IOException {
    runs = new TinyRuns(folder, CONFIG, CATALOG);
  }

  private RunOutcome run(String out, String... overrides) {
    Optional<Path> target = out.isEmpty() ? Optional.empty() : Optional.of(folder.resolve(out));
    return runs.run(target, List.of(), overrides);
  }

  private static List<Double> tested(RunReport report) {
    return report.metrics().stream()
        .filter(row -> !row.validation())
        .map(MetricRow::value)
        .toList();
  }

  private String model(String entry) {
    return "experiment.models={Ticker: " + entry + "}";
  }

  private void assertRefused(String message, String out, String... overrides) {
    assertThatThrownBy(() -> run(out, overrides))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(message);
    assertThat(folder.resolve(out)).doesNotExist();
  }

  @Test
  void theChosenEpochIsTold() throws IOException {
    RunReport report = run("a").report();
    TrialRow best = report.trials().stream().filter(TrialRow::best).findFirst().orElseThrow();
    double top =
        report.epochs().stream()
            .filter(row -> row.trial() == best.trial())
            .mapToDouble(EpochRow::value)
            .max()
            .orElseThrow();
    assertThat(report.epochs())
        .filteredOn(row -> row.trial() == best.trial() && row.value() == top)
        .first()
        .extracting(EpochRow::epoch)
        .isEqualTo(best.bestEpoch());
    assertThat(Files.readString(folder.resolve("a/best_parameters.json")))
        .contains("\"best_epoch\" : " + best.bestEpoch());
    assertThat(Files.readString(folder.resolve("a/results.md")))
        .contains("## What was chosen", "epochs=" + best.parameters().get("epochs"));
    assertThat(Files.readString(folder.resolve("a/report.html"))).contains("What was chosen");
  }

  private List<String> listsThatWereMissed(String model) {
    runs.infos.clear();
    run("", "experiment.models={Silent: " + model + "}");
    return runs.infos.stream().filter(line -> line.contains("'validation_")).toList();
  }

  @Test
  void whatValidationCouldNotDecideIsToldOnce() {
    assertThat(listsThatWereMissed("{epochs: 3, early_stopping: {patience: 9}}"))
        .singleElement()
        .asString()
        .startsWith(
            "note: Silent: validation decided nothing: no user of the tasks that choose,"
                + " 'validation_warm' (8), was given a list")
        .endsWith(
            "so that none of the epochs is better than another; give a"
                + " validation_splitting with users and items that the model can score, or leave"
                + " nothing to choose");
    assertThat(listsThatWereMissed("{first: [50, 60], epochs: 2}"))
        .singleElement()
        .asString()
        .contains("so that none of the trials and epochs is better than another");
  }

  @Test
  void usersWithoutListsAreToldWhereValidationChooses() {
    String remark = "%d of 8 users of task 'validation_warm' were given no list, because";
    assertThat(listsThatWereMissed("{first: [2, 5, 3]}"))
        .singleElement()
        .asString()
        .startsWith("note: Silent: up to " + remark.formatted(5));
    assertThat(listsThatWereMissed("{first: 2, epochs: 3}"))
        .singleElement()
        .asString()
        .startsWith("note: Silent: " + remark.formatted(2));
    assertThat(listsThatWereMissed("{first: 2}")).as("nothing is chosen").isEmpty();
  }

  @Test
  void theChosenModelIsSavedWithWhatItIs() throws IOException {
    RunReport report = run("a").report();
    Path weights = folder.resolve("a/weights/Ticker_warm_0_42");
    TrialRow best = report.trials().stream().filter(TrialRow::best).findFirst().orElseThrow();
    assertThat(weights.resolve("state/weight.txt")).exists();
    assertThat(Files.readString(weights.resolve("model.json")))
        .contains(
            "\"recommender\" : \"Ticker\"",
            "\"trial\" : " + best.trial(),
            "\"epochs\" : \"" + best.parameters().get("epochs") + "\"",
            "\"vocabulary\" : ",
            "\"train\" : ");
    assertThat(Files.readString(weights.resolve("ids.json")))
        .matches("\\{\"users\":\\[\".*\"],\"items\":\\[\".*\"]}\n");
    assertThat(folder.resolve("a/checkpoints")).doesNotExist();
    assertThat(folder.resolve("a/journal/trials")).doesNotExist();
  }

  @Test
  void aRestoredModelScoresAsItDidAndIsNotTrained() {
    RunReport trained = run("a").report();
    RunReport restored =
        run("b", model("{epochs: [2, 5, 7], meta: {restore: " + folder + "/a}}")).report();
    assertThat(tested(restored)).isEqualTo(tested(trained));
    assertThat(restored.trials())
        .singleElement()
        .satisfies(
            row ->
                assertThat(trained.trials())
                    .filteredOn(TrialRow::best)
                    .usingRecursiveFieldByFieldElementComparatorIgnoringFields("bestEpoch")
                    .containsExactly(row))
        .extracting(TrialRow::bestEpoch)
        .as("nothing is trained")
        .isEqualTo(0);
    assertThat(restored.epochs()).isEmpty();
    assertThat(restored.units().get(0).timings())
        .extracting(TimingRow::phase)
        .contains("restore")
        .doesNotContain("fit");
  }

  @Test
  void restoreTrueTakesTheLatestRunOfTheDataSet() {
    RunReport trained = run("").report();
    RunReport restored = run("b", model("{epochs: [2, 5, 7], meta: {restore: true}}")).report();
    assertThat(tested(restored)).isEqualTo(tested(trained));
    assertRefused(
        "models.Other.meta.restore: no run in",
        "c",
        "experiment.models={Other: {model: Ticker, meta: {restore: true}}}");
  }

  @Test
  void aPathIsThatOfTheFileAndMustExist() throws IOException {
    run("a");
    runs.writeConfig(CONFIG.replace("save_weights: true", "restore: a"));
    assertThat(run("b").complete()).isTrue();
    runs.writeConfig(CONFIG.replace("save_weights: true", "restore: aa"));
    assertRefused("tiny.yml:11:49: models.Ticker.meta.restore names 'aa', but there is no", "c");
  }

  @Test
  void anotherModelIsNotRestored() throws IOException {
    run("a", model("{epochs: 3, meta: {save_weights: true}}"));
    String restore = ", meta: {restore: " + folder + "/a}}";
    assertRefused(
        "has other parameters: epochs: 3 instead of 4", "b", model("{epochs: 4" + restore));
    runs.writeConfig(
        CONFIG.replace("{epochs: [2, 5, 7], meta: {save_weights: true}}", "{epochs: 4" + restore));
    assertRefused("tiny.yml:11:32: models.Ticker.meta.restore: the model in", "b");
    runs.writeConfig(CONFIG);
    assertRefused(
        "has the parameters {epochs=3, start=0}, which none of the trials has",
        "b",
        model("{epochs: [4, 5]" + restore));
    assertRefused(
        "holds no model of Own_warm_0_42; it holds Ticker_warm_0_42",
        "b",
        "experiment.models={Own: {model: Ticker, epochs: 3" + restore + "}");
    assertRefused(
        "holds no model of Ticker_warm_0_7; it holds",
        "b",
        model("{epochs: 3" + restore),
        "experiment.random_seed=7");
    assertRefused(
        "learned from other interactions than the training data of this split",
        "b",
        model("{epochs: 3" + restore),
        "experiment.splitting.test_splitting.item=3");
    runs.writeRatings(9);
    assertRefused("learned from other users or items", "b", model("{epochs: 3" + restore));
  }

  /** What a model that knows nothing of them was saved beside does not matter. */
  @Test
  void modalitiesMustBeThoseThatAModelLearnedFrom() throws IOException {
    String side =
        "experiment.side_information={items: [{strategy: delimited, path: '"
            + folder.resolve("genres.tsv")
            + "', modalities: {genre:"
            + " {column: 2, type: categorical}}}]}";
    Files.writeString(folder.resolve("genres.tsv"), "i0\ta\ni1\tb\ni2\ta\ni3\tb\n");
    String models = "experiment.models={Content: {epochs: 3, %1$s}, Ticker: {epochs: 3, %1$s}}";
    RunReport trained = run("a", side, models.formatted("meta: {save_weights: true}")).report();
    String restore = models.formatted("meta: {restore: " + folder + "/a}");
    assertThat(tested(run("b", side, restore).report())).isEqualTo(tested(trained));
    assertRefused(
        "was learned from other side information",
        "c",
        side,
        restore,
        "experiment.evaluation.missing_modalities={training_rates: {items: {genre: 0.5}}}");
    Files.writeString(folder.resolve("genres.tsv"), "i0\tb\ni1\ta\ni2\ta\ni3\tb\n");
    assertRefused("models.Content.meta.restore: the model in", "c", side, restore);
    String ticker = "experiment.models={Ticker: {epochs: 3, meta: {restore: " + folder + "/a}}}";
    assertThat(run("d", side, ticker).complete()).isTrue();
  }

  @Test
  void aDamagedModelFailsItsUnitAndADamagedDescriptionTheRun() throws IOException {
    run("a", model("{epochs: 3, meta: {save_weights: true}}"));
    String restore = model("{epochs: 3, meta: {restore: " + folder + "/a}}");
    Path weights = folder.resolve("a/weights/Ticker_warm_0_42");
    Files.writeString(weights.resolve("state/weight.txt"), "");
    assertThat(run("b", restore).report().failures())
        .singleElement()
        .satisfies(unit -> assertThat(unit.error()).contains("weight.txt is damaged"));
    Files.writeString(weights.resolve("model.json"), "{");
    assertRefused("model.json is damaged", "c", restore);
  }

  @Test
  void aModelOfAVersionWithOtherParametersIsRefusedByTheirNames() throws IOException {
    run("a", model("{epochs: 3, meta: {save_weights: true}}"));
    Path saved = folder.resolve("a/weights/Ticker_warm_0_42/model.json");
    Files.writeString(
        saved, Files.readString(saved).replace("\"epochs\" : \"3\"", "\"rounds\" : \"3\""));
    assertRefused(
        "has other parameters: epochs is 3 here, and the version that saved it had no such"
            + " parameter, it has rounds: 3, a parameter that there is no longer;",
        "b",
        model("{epochs: 3, meta: {restore: " + folder + "/a}}"));
  }

  @Test
  void aModelThatCannotBeKeptIsRefusedByName() throws IOException {
    for (String key : List.of("save_weights", "restore")) {
      String fixed = "Fixed: {meta: {" + key + ": true}}";
      String yaml = CONFIG.replaceFirst("Ticker: .*", fixed);
      String message =
          "tiny.yml:11:20: models.Fixed.meta.%1$s: Fixed cannot write or read its trained model; remove meta.%1$s, or set it to false here where models share their meta"
              .formatted(key);
      assertInvalid(message, yaml);
    }
  }

  private void assertInvalid(String message, String yaml) throws IOException {
    runs.writeConfig(yaml);
    ExperimentConfig config = runs.config();
    assertThatThrownBy(() -> Experiment.check(config, CATALOG))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(message);
    assertRefused(message, "a");
  }

  @Test
  void choosingOnTestDataIsRefusedUnlessItIsAllowed() throws IOException {
    String bare = "experiment.splitting={test_splitting: {strategy: by_item, item: 2}}";
    assertRefused(
        "models.Ticker needs validation data to choose between 3 trials, but protocol 'warm' has none",
        "a",
        bare);
    assertRefused(
        "models.Ticker needs validation data to stop early by First@1",
        "a",
        bare,
        model("{early_stopping: {patience: 2}}"));
    assertRefused(
        "models.Ticker needs validation data to stop early by First@1",
        "a",
        bare,
        model("{early_stopping: {patience: 0, baseline: 0.1}}"));

    RunReport report =
        run("a", bare, "experiment.evaluation.allow_selection_on_test=true").report();

    String warning = "Ticker was chosen on the test data of protocol 'warm'";
    assertThat(Files.readString(folder.resolve("a/results.md")))
        .startsWith("> **Warning:** " + warning);
    assertThat(folder.resolve("a/report.html")).content().contains(warning, ">Ticker</td>");
    assertThat(Files.readString(folder.resolve("a/notes.txt"))).contains(warning);
    TrialRow best = report.trials().stream().filter(TrialRow::best).findFirst().orElseThrow();
    assertThat(tested(report)).containsExactly(best.value());
    assertThat(report.trials()).noneMatch(row -> row.value() > best.value());
  }

  @Test
  void whatAFileCannotChooseIsRefusedByItsPlaceBeforeDataAreRead() throws IOException {
    String bare = CONFIG.replaceFirst(" *validation_splitting.*\n", "");
    assertInvalid("tiny.yml:10:5: models.Ticker needs validation data to choose", bare);
    String stopped =
        bare.replaceFirst("Ticker: .*", "Ticker: {epochs: 3, early_stopping: {patience: 2}}");
    assertInvalid("tiny.yml:10:25: models.Ticker needs validation data to stop", stopped);
    String ready =
        bare.replaceFirst(
            "data_config.*",
            "data_config: {strategy: fixed, train_path: ratings.tsv, test_path: ratings.tsv}");
    assertInvalid("but the split that comes with the data has none", ready);
  }

  @Test
  void aValidationMetricWithoutValidationDataIsNoted() throws IOException {
    String metric = model("{epochs: 3, meta: {validation_metric: First@1}}");
    run("a", metric);
    assertThat(folder.resolve("a/notes.txt")).content().doesNotContain("validation_metric");
    run("b", metric, "experiment.splitting={test_splitting: {strategy: by_item, item: 2}}");
    assertThat(folder.resolve("b/notes.txt"))
        .content()
        .containsOnlyOnce(
            "models.Ticker.meta.validation_metric has no effect without validation data");
  }

  @Test
  void whereNothingIsChosenNoValidationIsNeeded() throws IOException {
    String bare = "experiment.splitting={test_splitting: {strategy: by_item, item: 2}}";
    run("a", bare, model("{epochs: 3}"));
    run("b", bare, model("{epochs: 3, early_stopping: {monitor: loss, patience: 1}}"));
    run("c", bare, model("{epochs: [3, 4], meta: {optimize_internal_loss: true}}"));
    assertThat(Files.readString(folder.resolve("c/results.md"))).doesNotContain("Warning");
  }

  @Test
  void aRunThatWasKilledGoesOnAndGivesTheSameFiles() throws IOException {
    run("whole");
    for (String deadly :
        List.of("trial 0: epoch 1", "trial 1: epoch 5", "trial 2: epoch 1", "trial 2: epoch 7")) {
      runs.kill(deadly, () -> run("a"));
      run("a");
      for (String name :
          List.of(
              "metrics.csv",
              "trials.csv",
              "parameters.csv",
              "recommendations/Ticker_warm_0_42/warm.tsv",
              "weights/Ticker_warm_0_42/state/weight.txt")) {
        assertThat(folder.resolve("a").resolve(name))
            .hasSameTextualContentAs(folder.resolve("whole").resolve(name));
      }
      assertThat(learned("a")).isEqualTo(learned("whole"));
      Folders.delete(folder.resolve("a"));
    }
  }

  @Test
  void anAnalysisThatFailsLeavesItsReasonAndTheEndOfTheRun() throws IOException {
    RunOutcome outcome = run("a", "experiment.analyses=[broken, whole]");
    assertThat(outcome.analyzed()).isFalse();
    assertThat(Files.readString(folder.resolve("a/notes.txt")))
        .contains(
            "left out: analysis broken failed: IllegalStateException: no matrix to invert (at "
                + Broken.class.getName());
    assertThat(folder.resolve("a/timings.csv")).content().contains("analysis broken");
    assertThat(folder.resolve("a/provenance.json")).exists();
    assertThat(folder.resolve("a/analyses/whole.txt")).exists();
  }

  @Test
  void trainingsThatAreNeverValidatedAreNoted() throws IOException {
    String ticker = "experiment.models={Ticker: {epochs: 3, meta: {validation_rate: %d}}}";
    run("a", ticker.formatted(4));
    assertThat(folder.resolve("a/notes.txt"))
        .content()
        .contains(
            "Ticker was validated after no epoch, as there were 3 and meta.validation_rate is 4");
    run("b", ticker.formatted(3));
    assertThat(folder.resolve("b/notes.txt")).content().doesNotContain("validated after");
    run("c", ticker.formatted(2));
    assertThat(folder.resolve("c/notes.txt"))
        .content()
        .contains("Ticker was trained for 3 epochs and last validated after epoch 2, so that");
  }

  @Test
  void notesNameTheirSeeds() throws IOException {
    String[] three = {
      "experiment.models={Fixed: {early_stopping: {patience: 2}}}", "experiment.seeds=[1, 2, 3]"
    };
    run("a", three);
    Path notes = folder.resolve("a/notes.txt");
    assertThat(notes).content().contains("seeds 1, 2, 3: Fixed learns in one step");
    assertThat(runs.infos)
        .filteredOn(line -> line.contains("Fixed learns"))
        .singleElement()
        .asString()
        .startsWith("note: seed 1: ");
    String before = Files.readString(notes);

    Files.delete(folder.resolve("a/journal/Fixed_warm_0_2.json"));
    run("a", three);

    assertThat(notes).hasContent(before);
  }

  @Test
  void theTimesOfPhasesAreThoseOfTheProcessThatRanTheUnit() throws IOException {
    RunReport first = run("a").report();
    JsonNode before = JSON.readTree(folder.resolve("a/provenance.json").toFile());
    run("a");
    JsonNode after = JSON.readTree(folder.resolve("a/provenance.json").toFile());

    List<TimingRow> fits =
        first.units().get(0).timings().stream().filter(row -> row.phase().equals("fit")).toList();
    assertThat(fits).hasSize(3);
    assertThat(before.at("/phases/fit/wall_s").asDouble())
        .isEqualTo(fits.stream().mapToDouble(TimingRow::wallSeconds).sum(), within(1e-9));
    assertThat(before.at("/phases/fit/cpu_s").asDouble())
        .isEqualTo(fits.stream().mapToDouble(TimingRow::cpuSeconds).sum(), within(1e-9));
    for (String phase : List.of("fit", "recommend", "evaluate")) {
      assertThat(after.at("/phases/" + phase)).isEqualTo(before.at("/phases/" + phase));
    }
    assertThat(after.at("/phases").fieldNames())
        .toIterable()
        .contains("load", "prefilter", "split", "report");
  }

  @Test
  void usersStandBehindTheValuesThatChoose() throws IOException {
    run("users");

    assertThat(folder.resolve("users/trials.csv"))
        .content()
        .startsWith("model,trial,seed,protocol,fold,metric,value,users,best,error");
    assertThat(folder.resolve("users/epochs.csv"))
        .content()
        .startsWith("model,trial,seed,protocol,fold,epoch,loss,metric,value,users,wall_s,cpu_s\n");
  }

  /** Learning curves without times. */
  private List<String> learned(String out) throws IOException {
    return Files.readAllLines(folder.resolve(out).resolve("epochs.csv")).stream()
        .map(line -> line.substring(0, line.lastIndexOf(',', line.lastIndexOf(',') - 1)))
        .toList();
  }

  @Test
  void withResumeOffARunIsNeitherTakenUpNorKept() {
    for (String out : List.of("", "a")) {
      runs.kill("trial 1: epoch 1", () -> run(out, "experiment.resume=false"));
    }
    assertThat(folder.resolve("a/checkpoints")).doesNotExist();
    assertThat(folder.resolve("a/journal/trials")).doesNotExist();
    runs.infos.clear();
    run("", "experiment.resume=false");
    assertThat(runs.infos).noneMatch(line -> line.startsWith("continuing"));
    assertThatThrownBy(() -> run("a", "experiment.resume=false"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("the folder holds this run already, and resume is false");
    assertThat(run("a").complete()).isTrue();
  }

  private static final String PREMADE =
      """
      experiment:
        dataset: tiny
        output: results
        data_config: {strategy: fixed, train_path: train.tsv, validation_path: val.tsv, test_path: test.tsv}
        top_k: 2
        evaluation: {cutoffs: [1], simple_metrics: [First]}
        models: {Ticker: {epochs: 3}}
      """;

  private void writePremade(String train, String validation, String test) throws IOException {
    runs.writeConfig(PREMADE);
    Files.writeString(folder.resolve("train.tsv"), train.replace(' ', '\t').replace(';', '\n'));
    Files.writeString(folder.resolve("val.tsv"), validation.replace(' ', '\t').replace(';', '\n'));
    Files.writeString(folder.resolve("test.tsv"), test.replace(' ', '\t').replace(';', '\n'));
  }

  @Test
  void rowsThatMoveBetweenReadyMadePartsMakeAnotherRun() throws IOException {
    String train = "u0 i0;u0 i1;u1 i0;u1 i2";
    writePremade(train, "u0 i2", "u1 i1;u0 i3");
    run("a");
    run("a");
    assertThat(runs.infos).anyMatch(line -> line.endsWith(": already done"));
    writePremade(train, "u0 i3", "u1 i1;u0 i2");
    assertThatThrownBy(() -> run("a"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("holds a run with another configuration or other data");
    writePremade("u0 i0;u0 i1;u1 i0;u1 i1", "u0 i2", "u1 i2;u0 i3");
    assertThatThrownBy(() -> run("a")).isInstanceOf(InputException.class);
    writePremade(train, "u0 i2", "u1 i1;u0 i3");
    assertThat(run("a").complete()).isTrue();
  }

  @Test
  void whatCannotCountInReadyMadeSplitsIsTold() throws IOException {
    writePremade("u0 i0;u0 i1;u1 i0;u1 i2", "u0 i2;u3 i0", "u1 i1;u0 i9;u2 i0;u3 i1");
    run("a", "experiment.seeds=[1, 2]");
    assertThat(folder.resolve("a/notes.txt"))
        .content()
        .contains(
            "protocol 'warm', fold 0, validation: 1 of 2 users with held-out interactions have no"
                + " training interaction and are left out (first: 'u3')",
            "protocol 'warm', fold 0, test: 2 of 4 users with held-out interactions have no training"
                + " interaction and are left out (first: 'u2')",
            "protocol 'warm', fold 0, test: 1 held-out interactions are of items that are no"
                + " candidates, so they can never be recommended (first: ");
  }

  @Test
  void learningCurvesForTensorBoardAreWrittenOnRequest() throws IOException {
    run("a");
    assertThat(folder.resolve("a/tensorboard")).doesNotExist();
    run("b", "experiment.tensorboard=true");
    assertThat(Folders.list(folder.resolve("b/tensorboard/Ticker_warm_0_42")))
        .extracting(path -> path.getFileName().toString())
        .containsExactly("trial-0", "trial-1", "trial-2");
    byte[] events =
        Files.readAllBytes(
            folder.resolve(
                "b/tensorboard/Ticker_warm_0_42/trial-2/events.out.tfevents.trellisrec"));
    String text = new String(events, java.nio.charset.StandardCharsets.ISO_8859_1);
    assertThat(text.split("train/loss", -1)).hasSize(7 + 1);
    assertThat(text.split("validation/First@1", -1)).hasSize(7 + 1);
  }

  @Test
  void parametersAreCountedInTheResults() throws IOException {
    run("a", model("{epochs: 3}"));
    assertThat(Files.readAllLines(folder.resolve("a/parameters.csv")))
        .containsExactly(
            "model,trial,seed,protocol,fold,block,count", "Ticker,0,42,warm,0,weight,1");
    assertThat(Files.readString(folder.resolve("a/results.md")))
        .contains("## Trainable parameters", "| Ticker", "| weight | all");
  }
}
