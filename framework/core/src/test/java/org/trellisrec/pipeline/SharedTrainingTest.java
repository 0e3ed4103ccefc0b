package org.trellisrec.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trellisrec.config.PluginCatalog;
import org.trellisrec.data.Candidates;
import org.trellisrec.data.TrainingData;
import org.trellisrec.report.Folders;
import org.trellisrec.report.MetricRow;
import org.trellisrec.report.RunReport;
import org.trellisrec.report.TimingRow;
import org.trellisrec.spi.FitContext;
import org.trellisrec.spi.Model;
import org.trellisrec.spi.NoParams;
import org.trellisrec.spi.PluginModule;
import org.trellisrec.spi.Recommender;
import org.trellisrec.spi.TaskContext;
import org.trellisrec.spi.UserMetric;

/** Protocols that only pose other test tasks are trained for once. */
@SuppressWarnings("SameNameButDifferent")
class SharedTrainingTest {
  private static final String CONFIG =
      """
      experiment:
        dataset: tiny
        output: results
        data_config: {strategy: dataset, dataset_path: ratings.tsv}
        protocols:
          p:
            test_splitting: {strategy: by_item, item: 2, candidates: [truth, all]}
            validation_splitting: {strategy: by_item, item: 1}
        top_k: 2
        evaluation: {cutoffs: [1], simple_metrics: [First]}
        models:
          Ticker: {epochs: 3, meta: {save_weights: true}}
      """;

  private static final List<String> FILES =
      List.of(
          "metrics.csv",
          "trials.csv",
          "parameters.csv",
          "recommendations/Ticker_p-candidates-truth_0_42/warm.tsv",
          "recommendations/Ticker_p-candidates-all_0_42/warm.tsv",
          "per_user/Ticker_p-candidates-all_0_42/warm.csv",
          "weights/Ticker_p-candidates-truth_0_42/state/weight.txt",
          "weights/Ticker_p-candidates-all_0_42/state/weight.txt");

  private static final class Plugins extends PluginModule {
    @Override
    protected void plugins() {
      recommender("Broken", Broken.class);
      metric("Fussy", Fussy.class);
    }
  }

  /** Fails to learn. */
  record Broken(NoParams params) implements Recommender {
    @Inject
    Broken {}

    @Override
    public Model fit(TrainingData data, FitContext context) {
      throw new IllegalStateException("broken");
    }
  }

  /** Fails in a test with more than one candidate. */
  record Fussy(NoParams params) implements UserMetric {
    @Inject
    Fussy {}

    @Override
    public PerUser bind(TaskContext context) {
      boolean bad =
          context.task().name().equals("warm")
              && context.task().candidates() instanceof Candidates.Shared shared
              && shared.items().size() > 1;
      return list -> {
        if (bad) {
          throw new IllegalStateException("too many candidates");
        }
        return 1;
      };
    }
  }

  private static final PluginCatalog CATALOG = TinyPlugins.and(new Plugins());

  @TempDir Path folder;
  private TinyRuns runs;

  @BeforeEach
  void write() throws IOException {
    runs = new TinyRuns(folder, CONFIG, CATALOG);
  }

  private RunReport run(String out, String... overrides) {
    return runs.run(out, overrides).report();
  }

  private static List<String> rows(RunReport report, String protocol) {
    return report.metrics().stream()
        .filter(row -> row.protocol().equals(protocol))
        .map(row -> row.task() + " " + row.role() + " " + row.value())
        .toList();
  }

  private static List<TimingRow> timings(RunReport report) {
    return report.units().stream().flatMap(unit -> unit.timings().stream()).toList();
  }

  private static String splitter(String splitter) {
    return "experiment.protocols.p.test_splitting=" + splitter;
  }

  @Test
  void rulesOfCandidatesAreJudgedOnOneTraining() {
    RunReport both = run("both");

    assertThat(runs.trained()).hasSize(1);
    assertThat(both.trials())
        .extracting("protocol")
        .containsExactly("p-candidates-truth", "p-candidates-all");
    assertThat(both.epochs()).hasSize(6);
    assertThat(timings(both)).filteredOn(row -> row.phase().equals("fit")).hasSize(1);
    assertThat(rows(both, "p-candidates-truth")).hasSize(2).contains("warm test 1.0");
    assertThat(rows(both, "p-candidates-all")).hasSize(2).doesNotContain("warm test 1.0");
    assertThat(timings(both))
        .filteredOn(row -> row.protocol().equals("p-candidates-all"))
        .extracting(TimingRow::phase)
        .containsExactly("recommend", "evaluate", "report");
  }

  /** Otherwise a sum over the file counts one training twice. */
  @Test
  void timesOfEpochsStandAtTheFirstProtocol() throws IOException {
    run("both");
    assertEpochsHaveTimesAtTheFirst();

    for (String protocol : List.of("p-candidates-truth", "p-candidates-all")) {
      Files.delete(folder.resolve("both/journal/Ticker_" + protocol + "_0_42.json"));
      run("both");
      assertEpochsHaveTimesAtTheFirst();
    }
  }

  private void assertEpochsHaveTimesAtTheFirst() throws IOException {
    List<String> lines = Files.readAllLines(folder.resolve("both/epochs.csv"));
    assertThat(lines).hasSize(7);
    assertThat(lines.subList(1, 4))
        .allSatisfy(
            line ->
                assertThat(line).matches("Ticker,0,42,p-candidates-truth,.*,[0-9.E-]+,[0-9.E-]+"));
    assertThat(lines.subList(4, 7))
        .allSatisfy(line -> assertThat(line).matches("Ticker,0,42,p-candidates-all,.*[^,],,"));
  }

  @Test
  void aValueHasTheSameResultsWhateverItsNeighbours() {
    RunReport both = run("both");
    for (String rule : List.of("truth", "all")) {
      RunReport alone =
          run(rule, splitter("{strategy: by_item, item: 2, candidates: [%s]}".formatted(rule)));
      assertThat(rows(alone, "p-candidates-" + rule)).isEqualTo(rows(both, "p-candidates-" + rule));
    }
  }

  @Test
  void aFaultInTheTestOfOneIsNoFaultOfTheOther() {
    for (String order : List.of("[truth, all]", "[all, truth]")) {
      RunReport report =
          run(
              order,
              splitter("{strategy: by_item, item: 2, candidates: %s}".formatted(order)),
              "experiment.evaluation.simple_metrics=[First, Fussy]");
      assertThat(report.failures())
          .extracting(unit -> unit.key().protocol())
          .containsExactly("p-candidates-all");
      assertThat(report.failures().get(0).error()).contains("too many candidates");
      assertThat(rows(report, "p-candidates-truth")).contains("warm test 1.0");
    }
  }

  @Test
  void aModelThatCannotBeTrainedFailsForAll() {
    RunReport report = run("a", "experiment.models={Broken: }");
    assertThat(report.failures()).hasSize(2);
    assertThat(runs.infos).contains("Broken on p-candidates-all, fold 0: its training has failed");
  }

  @Test
  void otherTrainingDataAreTrainedOnApart() {
    run("items", splitter("{strategy: by_item, item: [2, 3]}"));

    assertThat(runs.trained()).hasSize(2);
  }

  @Test
  void protocolsThatDrawIndependentlyHaveTrainingsOfTheirOwn() {
    String alike = "{strategy: by_item, item: 2}";
    run(
        "apart",
        "experiment.protocols={a: {test_splitting: %s}, b: {test_splitting: %s}}"
            .formatted(alike, alike));

    assertThat(runs.trained()).hasSize(2);
  }

  @Test
  void whatIsChosenOnTestDataIsChosenForEach() {
    run(
        "test",
        "experiment.protocols.p.validation_splitting=",
        "experiment.evaluation.allow_selection_on_test=true",
        "experiment.models={Ticker: {epochs: [3, 5]}}");

    assertThat(runs.trained()).hasSize(4);
  }

  @Test
  void savedModelsAreReadForEach() {
    RunReport trained = run("a");
    runs.infos.clear();

    RunReport restored =
        run("b", "experiment.models={Ticker: {epochs: 3, meta: {restore: " + folder + "/a}}}");

    assertThat(runs.trained()).isEmpty();
    assertThat(timings(restored)).filteredOn(row -> row.phase().equals("restore")).hasSize(2);
    assertThat(restored.metrics().stream().filter(row -> !row.validation()))
        .containsExactlyElementsOf(
            trained.metrics().stream().filter(row -> !row.validation()).toList());
  }

  @Test
  void aRunThatWasKilledGoesOnAndGivesTheSameFiles() throws IOException {
    String search = "experiment.models={Ticker: {epochs: [3, 5], meta: {save_weights: true}}}";
    for (String model : List.of("experiment.top_k=2", search)) {
      run("whole", model);
      for (String death : List.of("epoch 1,", "p-candidates-all, fold 0: trained already")) {
        runs.kill(death, () -> run("a", model));
        assertThat(Files.exists(folder.resolve("a/journal/Ticker_p-candidates-truth_0_42.json")))
            .isEqualTo(death.contains("trained already"));

        run("a", model);

        assertSameFiles();
        assertThat(folder.resolve("a/checkpoints")).doesNotExist();
        assertThat(folder.resolve("a/journal/trials")).doesNotExist();
        Folders.delete(folder.resolve("a"));
      }
      Folders.delete(folder.resolve("whole"));
    }
  }

  @Test
  void aUnitThatIsMissingGetsTheModelOfTheOther() throws IOException {
    run("whole");
    run("a");
    for (String protocol : List.of("p-candidates-truth", "p-candidates-all")) {
      Files.delete(folder.resolve("a/journal/Ticker_" + protocol + "_0_42.json"));
      List<MetricRow> again = run("a").metrics();
      assertThat(again).hasSize(4);
      assertSameFiles();
    }
  }

  private void assertSameFiles() {
    for (String name : FILES) {
      assertThat(folder.resolve("a").resolve(name))
          .hasSameTextualContentAs(folder.resolve("whole").resolve(name));
    }
  }
}
