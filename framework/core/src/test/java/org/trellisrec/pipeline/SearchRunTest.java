package org.trellisrec.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trellisrec.config.PluginCatalog;
import org.trellisrec.data.TrainingData;
import org.trellisrec.report.Folders;
import org.trellisrec.report.MetricRow;
import org.trellisrec.report.RunReport;
import org.trellisrec.report.TrialRow;
import org.trellisrec.spi.Convention;
import org.trellisrec.spi.FitContext;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.NoParams;
import org.trellisrec.spi.Param;
import org.trellisrec.spi.PluginModule;
import org.trellisrec.spi.RestorableRecommender;
import org.trellisrec.spi.SavableModel;
import org.trellisrec.spi.TaskContext;
import org.trellisrec.spi.UserBlock;
import org.trellisrec.spi.UserMetric;

/** Experiments whose trials depend on how the trials before did. */
class SearchRunTest {
  private static final String CONFIG =
      """
      experiment:
        dataset: tiny
        output: results
        data_config: {strategy: dataset, dataset_path: ratings.tsv}
        protocols:
          p:
            test_splitting: {strategy: by_item, item: 2}
            validation_splitting: {strategy: by_item, item: 1}
        top_k: 2
        evaluation: {cutoffs: [1], simple_metrics: [Height, Depth]}
        models:
          Hill:
            x: {uniform: [0, 1]}
            side: [left, right]
            meta: {hyper_max_evals: 20, hyper_opt_alg: tpe, save_weights: true}
      """;

  private static final int STARTUP = 10;

  private static final class Plugins extends PluginModule {
    @Override
    protected void plugins() {
      recommender("Hill", Hill.class, Hill.Params.class);
      metric("Height", Height.class);
      metric("Depth", Depth.class);
    }
  }

  /** The score of the first item. */
  record Height(NoParams params) implements UserMetric {
    @Inject
    Height {}

    @Override
    public PerUser bind(TaskContext context) {
      return list -> list.score(0);
    }
  }

  /** What the score of the first item lacks to 2. */
  record Depth(NoParams params) implements UserMetric {
    @Inject
    Depth {}

    @Override
    public PerUser bind(TaskContext context) {
      return list -> 2 - list.score(0);
    }

    @Override
    public boolean higherIsBetter(Convention convention) {
      return false;
    }
  }

  /** Its score is highest at one x, on the right side. Fails where it is told to. */
  record Hill(Params params) implements RestorableRecommender {
    static final double TOP = 0.3;
    private static final Set<String> BROKEN = new HashSet<>();

    record Params(
        @Param(description = "Where it stands.") double x,
        @Param(description = "Left or right.") String side,
        @Param(description = "A file.", byDefault = Param.OPTIONAL) Path path) {
      double height() {
        return 2 - Math.abs(x - TOP) - (side.equals("right") ? 0 : 0.5);
      }
    }

    @Inject
    Hill {
      if (BROKEN.contains("the top") && Math.abs(params.x() - TOP) < 0.02) {
        throw new InputException("nothing can stand at %s", params.x());
      }
    }

    @Override
    public SavableModel fit(TrainingData data, FitContext context) {
      if (BROKEN.contains(params.side()) || BROKEN.contains(String.valueOf(params.x()))) {
        throw new IllegalStateException("broken");
      }
      HillModel model = new HillModel(params.height());
      context.afterEpoch(1, 3 - params.height(), model);
      return model;
    }

    @Override
    public SavableModel restore(Path folder, TrainingData data, FitContext context)
        throws IOException {
      return new HillModel(Double.parseDouble(Files.readString(folder.resolve("height.txt"))));
    }
  }

  record HillModel(double height) implements SavableModel {
    @Override
    public void score(UserBlock users, float[][] scores) {
      for (int row = 0; row < users.size(); row++) {
        scores[row][1] = (float) height;
        scores[row][2] = (float) height;
      }
    }

    @Override
    public void save(Path folder) throws IOException {
      Files.writeString(folder.resolve("height.txt"), Double.toString(height));
    }
  }

  private static final PluginCatalog CATALOG = TinyPlugins.and(new Plugins());

  @TempDir Path folder;
  private TinyRuns runs;

  @BeforeEach
  void write() throws IOException {
    Hill.BROKEN.clear();
    runs = new TinyRuns(folder, CONFIG, CATALOG);
  }

  private RunReport run(String out, String... overrides) {
    return runs.run(out, overrides).report();
  }

  private void killIn(int trial, String out, String... overrides) {
    runs.kill("Hill, trial " + trial + ": epoch 1,", () -> run(out, overrides));
  }

  private static double x(TrialRow row) {
    return Double.parseDouble(row.parameters().get("x"));
  }

  private static double distance(List<TrialRow> rows) {
    return rows.stream().mapToDouble(row -> Math.abs(x(row) - Hill.TOP)).average().orElseThrow();
  }

  private static List<Map<String, String>> points(RunReport report) {
    return report.trials().stream().map(TrialRow::parameters).toList();
  }

  private static TrialRow best(RunReport report) {
    return report.trials().stream().filter(TrialRow::best).findFirst().orElseThrow();
  }

  private static double tested(RunReport report) {
    return report.metrics().stream()
        .filter(row -> !row.validation() && row.metric().equals("Height"))
        .mapToDouble(MetricRow::value)
        .findFirst()
        .orElseThrow();
  }

  /** A metric that is to be high, one that is to be low, and a loss. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "validation_metric=Height@1",
        "validation_metric=Depth@1",
        "optimize_internal_loss=true"
      })
  void trialsComeCloserToTheBest(String watched) {
    List<TrialRow> trials =
        run("a", "experiment.models.Hill.meta." + watched, meta("hyper_max_evals", 30)).trials();
    assertThat(trials).hasSize(30);
    List<TrialRow> drawn = trials.subList(0, STARTUP);
    List<TrialRow> searched = trials.subList(STARTUP, 30);
    assertThat(distance(searched)).isLessThan(distance(drawn) / 2);
    assertThat(searched)
        .filteredOn(row -> row.parameters().get("side").equals("right"))
        .hasSizeGreaterThan(14);
    assertThat(trials)
        .filteredOn(TrialRow::best)
        .extracting(TrialRow::trial)
        .isSubsetOf(searched.stream().map(TrialRow::trial).toList());
  }

  private static String meta(String key, Object value) {
    return "experiment.models.Hill.meta." + key + "=" + value;
  }

  @Test
  void aSearchThatWasKilledGoesOnAsIfItHadNotBeen() throws IOException {
    run("whole");
    for (int trial : new int[] {4, 10, 11, 17, 19}) {
      killIn(trial, "a");
      runs.infos.clear();
      run("a");
      assertThat(runs.infos).filteredOn(line -> line.endsWith(": already done")).hasSize(trial);
      assertSameFiles();
      assertThat(folder.resolve("a/journal/trials")).doesNotExist();
      Folders.delete(folder.resolve("a"));
    }
  }

  private void assertSameFiles() {
    for (String name :
        List.of("metrics.csv", "trials.csv", "weights/Hill_p_0_42/state/height.txt")) {
      assertThat(folder.resolve("a").resolve(name))
          .hasSameTextualContentAs(folder.resolve("whole").resolve(name));
    }
  }

  @Test
  void aSearchGoesOnFromTheScoresThatWereRecorded() throws IOException {
    List<Map<String, String>> whole = points(run("whole"));
    killIn(15, "a");
    for (int trial = 0; trial < 15; trial++) {
      Path record = folder.resolve("a/journal/trials/Hill_p_0_42/trial-" + trial + ".json");
      String text = Files.readString(record);
      assertThat(text).contains("\"metric\":\"Height@1\",\"value\":", "\"position\":[0.");
      Files.writeString(record, text.replace("Height@1\",\"value\":", "Height@1\",\"value\":-"));
    }

    List<Map<String, String>> other = points(run("a"));

    assertThat(other.subList(0, 15)).isEqualTo(whole.subList(0, 15));
    assertThat(other.subList(15, 20)).isNotEqualTo(whole.subList(15, 20));
  }

  @Test
  void trialsThatFailAreAvoided() throws IOException {
    Hill.BROKEN.add("left");
    RunReport whole = run("whole");
    assertThat(whole.trials())
        .allMatch(row -> row.error().isEmpty() == row.parameters().get("side").equals("right"));
    assertThat(whole.trials().subList(STARTUP, 20))
        .filteredOn(row -> row.error().isEmpty())
        .hasSizeGreaterThan(6);
    killIn(best(whole).trial(), "a");
    run("a");
    assertSameFiles();
  }

  /** The trials that followed were recorded with the points they had. */
  @Test
  void aTrialThatSucceedsTheNextTimeLeavesTheOthersAsTheyWere() {
    String search = meta("hyper_max_evals", 40);
    List<Map<String, String>> whole = points(run("whole", search));
    Hill.BROKEN.add(whole.get(3).get("x"));
    List<Map<String, String>> failed = points(run("failed", search));
    assertThat(failed.subList(STARTUP, 38)).isNotEqualTo(whole.subList(STARTUP, 38));
    killIn(38, "a", search);
    Hill.BROKEN.clear();

    RunReport again = run("a", search);

    assertThat(again.trials().get(3).error()).isEmpty();
    assertThat(points(again).subList(0, 38)).isEqualTo(failed.subList(0, 38));
    TrialRow best = best(again);
    assertThat(best.trial()).isBetween(STARTUP, 37);
    assertThat(runs.infos)
        .contains("Hill, trial " + best.trial() + ": the best trial is fitted again");
    assertThat(tested(again)).isEqualTo(best.value());
  }

  /** 60 points: those of the failed trials would come to points that recorded trials have. */
  @Test
  void noPointOfAGridIsTriedTwiceWhereFailedTrialsAreTriedAgain() {
    List<String> grid = IntStream.range(0, 30).mapToObj(i -> "0." + (100 + 30 * i)).toList();
    String[] search = {"experiment.models.Hill.x=" + grid, meta("hyper_max_evals", 40)};
    Hill.BROKEN.add("left");
    List<TrialRow> fitted =
        run("failed", search).trials().stream().filter(row -> row.error().isEmpty()).toList();
    int last = fitted.get(fitted.size() - 1).trial();
    killIn(last, "a", search);
    Hill.BROKEN.clear();

    RunReport again = run("a", search);

    assertThat(again.trials()).allMatch(row -> row.error().isEmpty());
    assertThat(points(again)).hasSize(40).doesNotHaveDuplicates();
  }

  @Test
  void valuesThatDoNotGoTogetherAreATrialThatFails() {
    Hill.BROKEN.add("the top");
    RunReport report = run("a", meta("hyper_max_evals", 60));
    assertThat(report.trials())
        .hasSize(60)
        .allMatch(row -> row.error().isEmpty() != (Math.abs(x(row) - Hill.TOP) < 0.02))
        .anyMatch(row -> row.error().startsWith("nothing can stand at 0."));
    assertThat(report.failures()).isEmpty();
  }

  @Test
  void splitsThatAreAlikeShareTheirSearch() {
    RunReport report =
        run(
            "a",
            "experiment.protocols.p.test_splitting="
                + "{strategy: by_item, item: 2, candidates: [truth, all]}");
    assertThat(runs.trained()).hasSize(20);
    List<Map<String, String>> points = points(report);
    assertThat(points).hasSize(40);
    assertThat(points.subList(0, 20)).isEqualTo(points.subList(20, 40));
    assertThat(points.subList(0, 20)).isEqualTo(points(run("alone")));
  }

  @Test
  void aModelOfASearchIsRestored() {
    RunReport trained = run("a");
    assertThat(best(trained).trial()).isGreaterThanOrEqualTo(STARTUP);
    runs.infos.clear();

    RunReport restored = run("b", meta("save_weights", false), meta("restore", folder + "/a"));

    assertThat(runs.trained()).isEmpty();
    assertThat(restored.trials())
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("bestEpoch")
        .containsExactly(best(trained));
    assertThat(restored.trials()).extracting(TrialRow::bestEpoch).containsExactly(0);
    assertThat(tested(restored)).isEqualTo(tested(trained));
    for (String space : List.of("x={uniform: [0, 0.9]}", "side=left")) {
      assertThatThrownBy(
              () ->
                  run(
                      "c",
                      "experiment.models.Hill." + space,
                      meta("save_weights", false),
                      meta("restore", folder + "/a")))
          .isInstanceOf(InputException.class)
          .hasMessageContaining(
              ", and was not found in this search space with the same values of what is not"
                  + " searched; restore another one, or train it");
    }
  }

  /** A change of a file that a later trial may read makes another run. */
  @Test
  void allFilesThatASearchMayChooseBelongToTheRun() throws IOException {
    List<String> names = IntStream.range(0, 30).mapToObj(i -> folder + "/" + i).toList();
    for (String name : names) {
      Files.writeString(Path.of(name), "1");
    }
    String path = "experiment.models.Hill.path=" + names;
    Set<String> used =
        run("a", path, meta("hyper_max_evals", 12)).trials().stream()
            .map(row -> row.parameters().get("path"))
            .collect(Collectors.toSet());
    String other = names.stream().filter(name -> !used.contains(name)).findFirst().orElseThrow();
    run("a", path, meta("hyper_max_evals", 12));
    Files.writeString(Path.of(other), "2");
    assertThatThrownBy(() -> run("a", path, meta("hyper_max_evals", 12)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("holds a run with another configuration or other data");
  }
}
