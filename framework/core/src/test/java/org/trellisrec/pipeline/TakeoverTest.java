package org.trellisrec.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trellisrec.config.ExperimentLoader;
import org.trellisrec.config.PluginCatalog;
import org.trellisrec.data.TrainingData;
import org.trellisrec.io.CoreModule;
import org.trellisrec.report.RunReport;
import org.trellisrec.spi.Analysis;
import org.trellisrec.spi.AnalysisOutput;
import org.trellisrec.spi.FinishedRun;
import org.trellisrec.spi.FitContext;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.Model;
import org.trellisrec.spi.NoParams;
import org.trellisrec.spi.Param;
import org.trellisrec.spi.PluginModule;
import org.trellisrec.spi.Progress;
import org.trellisrec.spi.Recommender;
import org.trellisrec.spi.TaskContext;
import org.trellisrec.spi.UserMetric;

/** Units of one run are taken over by another one, and those alone that are the same. */
@SuppressWarnings("SameNameButDifferent")
class TakeoverTest {
  private static final String A = "A: {model: Ticker, epochs: 3, meta: {save_weights: true}}";
  private static final String B = "B: {model: Ticker, epochs: [2, 5]}";
  private static final String C = "C: {model: Ticker, epochs: 4, start: 9}";
  private static final String NOTED = "N: {model: Fixed, early_stopping: {patience: 2}}";

  /** Two rules of candidates share a training. */
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
        models: {A: {model: Ticker}}
      """;

  /** Nothing catches it, as nothing catches {@code kill -9}. */
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  private static final class Plugins extends PluginModule {
    @Override
    protected void plugins() {
      recommender("Ticker", Ticker.class, Ticker.Params.class);
      recommender("Fixed", ExperimentRunTest.Fixed.class);
      recommender("Reader", Reader.class, Reader.Params.class);
      recommender("Fragile", Fragile.class, Fragile.Params.class);
      metric("First", ExperimentRunTest.First.class);
      metric("Other", Other.class);
      analysis("vectors", Vectors.class);
      splitter("by_item", SharedTrainingTest.ByItem.class, SharedTrainingTest.ByItem.Params.class);
    }
  }

  /** Learns from a file of its own. */
  record Reader(Params params) implements Recommender {
    record Params(@Param(description = "The file.") Path list) {}

    @Inject
    Reader {}

    @Override
    public Model fit(TrainingData data, FitContext context) {
      context.note("reads " + params.list().getFileName());
      return new Ticker.TickerModel(text(params.list()).length());
    }
  }

  /** Fails as long as a file is there, which is not among its parameters. */
  record Fragile(Params params) implements Recommender {
    record Params(@Param(description = "Whose name the file has.") String fault) {}

    @Inject
    Fragile {}

    @Override
    public Model fit(TrainingData data, FitContext context) {
      if (Files.exists(Path.of(params.fault()))) {
        throw new IllegalStateException("broken");
      }
      return new Ticker.TickerModel(3);
    }
  }

  record Other(NoParams params) implements UserMetric {
    @Inject
    Other {}

    @Override
    public PerUser bind(TaskContext task) {
      return list -> 0.5;
    }
  }

  /** Reads vectors per modality, of which these models have none. */
  record Vectors(NoParams params) implements Analysis {
    @Inject
    Vectors {}

    @Override
    public boolean readsEmbeddings() {
      return true;
    }

    @Override
    public void analyze(FinishedRun run, AnalysisOutput output) throws IOException {
      output.file("read.bin", new byte[] {1});
    }
  }

  private static final PluginCatalog CATALOG = PluginCatalog.of(new CoreModule(), new Plugins());

  @TempDir Path folder;
  private Path file;
  private final List<String> infos = new ArrayList<>();
  private String deadly = "";

  private final RunListener listener =
      new RunListener() {
        @Override
        public void info(String message) {
          infos.add(message);
          if (!deadly.isEmpty() && message.contains(deadly)) {
            throw new Killed();
          }
        }

        @Override
        public void note(String message) {
          infos.add("note: " + message);
        }

        @Override
        public Progress progress(String what, long total) {
          return Progress.SILENT;
        }
      };

  @BeforeEach
  void write() throws IOException {
    file = Files.writeString(folder.resolve("tiny.yml"), CONFIG);
    writeRatings(8);
  }

  private void writeRatings(int users) throws IOException {
    String rows =
        IntStream.range(0, users)
            .boxed()
            .flatMap(u -> IntStream.range(0, 4).mapToObj(i -> "u" + u + "\ti" + i + "\t1\n"))
            .collect(Collectors.joining());
    Files.writeString(folder.resolve("ratings.tsv"), rows);
  }

  private static String models(String... entries) {
    return "experiment.models={" + String.join(", ", entries) + "}";
  }

  /** Runs in a folder. */
  private RunReport run(String out, String... overrides) {
    return run(out, List.of(), overrides);
  }

  /** Runs in a folder, and takes over from others; what was heard before is forgotten. */
  private RunReport run(String out, List<String> reuse, String... overrides) {
    return outcome(Optional.of(folder.resolve(out)), reuse, overrides).report();
  }

  private RunOutcome outcome(Optional<Path> out, List<String> reuse, String... overrides) {
    infos.clear();
    List<Path> runs = reuse.stream().map(folder::resolve).toList();
    return Experiment.run(
        ExperimentLoader.load(file, List.of(overrides), CATALOG),
        CATALOG,
        new RunOptions(out, 1, Map.of(), runs),
        listener);
  }

  /** The models that were trained, once for each of their trainings. */
  private List<String> trained() {
    return infos.stream()
        .filter(line -> line.contains(": epoch 1,"))
        .map(line -> line.replaceFirst("[:,].*", ""))
        .toList();
  }

  private String taken(String run, int units) {
    return "%s: %d %s taken over"
        .formatted(folder.resolve(run), units, units == 1 ? "unit is" : "units are");
  }

  private String notTaken(String run, String models, String why) {
    return "%s: not taken over: %s, since %s".formatted(folder.resolve(run), models, why);
  }

  private static String text(Path path) {
    try {
      return Files.readString(path, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is in every file of a folder, by name. */
  private static Map<String, String> files(Path run) throws IOException {
    try (Stream<Path> all = Files.walk(run)) {
      Map<String, String> texts = new TreeMap<>();
      all.filter(Files::isRegularFile)
          .forEach(
              path -> texts.put(run.relativize(path).toString().replace('\\', '/'), text(path)));
      return texts;
    }
  }

  /** The same without times and provenance. */
  private Map<String, String> results(String out) throws IOException {
    Map<String, String> texts = files(folder.resolve(out));
    texts.replaceAll(
        (name, text) -> {
          if (name.equals("epochs.csv")) {
            return text.replaceAll("(?m),[^,\n]*,[^,\n]*$", "");
          }
          if (name.equals("timings.csv")) {
            return phases(text);
          }
          boolean timed =
              List.of("provenance.json", "report.html").contains(name)
                  || name.matches("journal/.*json|tensorboard/.*");
          return timed ? "" : text;
        });
    return texts;
  }

  /** Which phases of which trials were timed. */
  private static String phases(String timings) {
    List<String> header = List.of(timings.split("\n", 2)[0].split(","));
    List<Integer> columns =
        Stream.of("model", "trial", "protocol", "phase").map(header::indexOf).toList();
    return timings
        .lines()
        .map(line -> line.split(",", -1))
        .map(row -> columns.stream().map(i -> row[i]).collect(Collectors.joining(",")))
        .collect(Collectors.joining("\n"));
  }

  private void assertLikeAfresh(String out, String... overrides) throws IOException {
    run("afresh-" + out, overrides);
    assertThat(results(out)).isEqualTo(results("afresh-" + out));
  }

  @Test
  void ofAModelThatWasAddedAloneEveryUnitIsTrained() throws IOException {
    run("old", models(A, B, NOTED));
    assertThat(trained()).containsExactly("A", "B", "B");
    Map<String, String> before = files(folder.resolve("old"));
    String[] more = {models(A, C, B, NOTED), "experiment.significance={tests: [paired_t]}"};

    run("new", List.of("old"), more);

    assertThat(trained()).containsExactly("C");
    assertThat(infos)
        .contains(
            taken("old", 6),
            "A on p-candidates-all, fold 0: taken over from " + folder.resolve("old"))
        .noneMatch(line -> line.contains("not taken over"));
    assertThat(text(folder.resolve("new/notes.txt"))).contains("N learns in one step");
    assertThat(folder.resolve("new/weights/A_p-candidates-all_0_42/state/weight.txt")).exists();
    assertLikeAfresh("new", more);
    assertThat(files(folder.resolve("old"))).isEqualTo(before);
  }

  @Test
  void neitherOrderNorModelsThatAreGoneMatter() throws IOException {
    run("old", models(A, B, NOTED));

    run("new", List.of("old"), models(NOTED, A));

    assertThat(trained()).isEmpty();
    assertThat(infos).contains(taken("old", 4)).noneMatch(line -> line.contains("not taken over"));
    assertLikeAfresh("new", models(NOTED, A));
  }

  /** Random choices are named after the model. */
  @Test
  void aModelThatIsRenamedIsAnother() throws IOException {
    run("old", models(A, C));
    run("new", List.of("old"), models(A.replace("A:", "Z:"), C));
    assertThat(trained()).containsExactly("Z");
    assertLikeAfresh("new", models(A.replace("A:", "Z:"), C));
  }

  @Test
  void whatDiffersOfOneModelIsSaidAndTheOthersAreTaken() throws IOException {
    run("old", models(A, B, C));
    String other = models(A.replace("3", "4"), B, C.replace("start: 9", "meta: {device: cpu}"));

    run("new", List.of("old"), other);

    assertThat(trained()).containsExactly("A", "C");
    assertThat(infos)
        .contains(
            taken("old", 2),
            notTaken("old", "A", "epochs differs (4 instead of 3)"),
            notTaken("old", "C", "meta.device is new, start differs (0 instead of 9)"));
    assertLikeAfresh("new", other);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "evaluation.simple_metrics=[First, Other]   | evaluation.simple_metrics differs ([First, Other] instead of [First])",
        "evaluation.mask=none                       | evaluation.mask differs (none instead of train)",
        "top_k=3                                    | top_k differs (3 instead of 2)",
        "device=cpu                                 | device differs (cpu instead of auto)",
        "protocols.p.validation_splitting.item=3    | protocols.p-candidates-all.validation_splitting.item differs (3 instead of 1), protocols.p-candidates-truth.validation_splitting.item differs (3 instead of 1)",
      })
  void whatHoldsForAllUnitsMustBeTheSame(String other, String why) throws IOException {
    run("old", models(A, C));
    run("new", List.of("old"), models(A, C), "experiment." + other);
    assertThat(trained()).containsExactly("A", "C");
    assertThat(infos).contains("note: " + taken("old", 0), "note: " + notTaken("old", "A, C", why));
  }

  @Test
  void whatChangesNoValueMayDiffer() {
    run("old", models(A, B));
    run(
        "new",
        List.of("old"),
        models(A, B),
        "experiment.threads=2",
        "experiment.resume=false",
        "experiment.output=elsewhere",
        "experiment.splitting={save_on_disk: true, save_folder: " + folder + "/splits}");
    assertThat(trained()).isEmpty();
    assertThat(infos).contains(taken("old", 4));
  }

  @Test
  void otherDataAreTrainedOn() throws IOException {
    run("old", models(A));
    writeRatings(9);
    run("new", List.of("old"), models(A));
    assertThat(trained()).containsExactly("A");
    assertThat(infos)
        .contains("note: " + taken("old", 0), "note: " + notTaken("old", "A", "other data"));
    assertLikeAfresh("new", models(A));
  }

  @Test
  void aFileThatAModelReadsBelongsToItsUnitsAlone() throws IOException {
    Path list = Files.writeString(folder.resolve("list.txt"), "1234");
    String reader = "R: {model: Reader, list: '%s'}".formatted(list);
    run("old", models(A, reader));
    Files.writeString(list, "12345");

    run("new", List.of("old"), models(A, reader));

    assertThat(infos)
        .contains(
            taken("old", 2),
            notTaken("old", "R", "other files that are read, or other content of them"),
            "note: R: reads list.txt");
    assertLikeAfresh("new", models(A, reader));
    run("newer", List.of("old", "new"), models(A, reader));
    assertThat(infos).contains(taken("old", 2), taken("new", 2) + ", 2 more are there already");
  }

  @Test
  void seedsAreOfUnitsButASearchDrawsByTheFirst() throws IOException {
    String drawn =
        "D: {model: Ticker, epochs: [uniform, 2, 90], meta: {hyper_max_evals: 2, hyper_opt_alg: rand}}";
    run("old", models(A, drawn), "experiment.random_seed=42");
    String[] three = {models(A, drawn), "experiment.seeds=[42, 7]"};
    run("new", List.of("old"), three);
    assertThat(trained()).containsExactly("A", "D", "D");
    assertThat(infos).contains(taken("old", 4));
    assertLikeAfresh("new", three);

    run("newer", List.of("new"), models(A, drawn), "experiment.seeds=[7, 42]");
    assertThat(trained()).containsExactly("D", "D", "D", "D");
    assertThat(infos).contains(taken("new", 4), notTaken("new", "D", "other points of its search"));
  }

  /** Its last trials follow from the scores of the first ten. */
  @Test
  void aSearchThatLearnsIsTakenOverWhole() throws IOException {
    String learned =
        "D: {model: Ticker, epochs: [uniform, 2, 90], meta: {hyper_max_evals: 12, hyper_opt_alg: tpe}}";
    run("old", models(learned));
    run("new", List.of("old"), models(A, learned));
    assertThat(trained()).containsOnly("A");
    assertLikeAfresh("new", models(A, learned));
  }

  @Test
  void aRunThatWasInterruptedGivesWhatItHasFinished() throws IOException {
    deadly = "B, trial 1: epoch 1,";
    assertThatThrownBy(() -> run("old", models(A, B))).isInstanceOf(Killed.class);
    deadly = "";
    Map<String, String> before = files(folder.resolve("old"));

    run("new", List.of("old"), models(A, B, C));

    assertThat(trained()).containsExactly("B", "B", "C");
    assertThat(files(folder.resolve("old"))).isEqualTo(before);
    assertLikeAfresh("new", models(A, B, C));
    run("old", models(A, B));
    assertThat(trained()).containsExactly("B");
    assertLikeAfresh("old", models(A, B));
  }

  /** The run that takes over may be interrupted as well, and then stands on its own. */
  @Test
  void whatWasTakenOverStaysSo() throws IOException {
    run("old", models(A, B));
    deadly = "C: epoch 1,";
    assertThatThrownBy(() -> run("new", List.of("old"), models(A, B, C)))
        .isInstanceOf(Killed.class);
    deadly = "";

    run("new", List.of("old"), models(A, B, C));
    assertThat(trained()).containsExactly("C");
    assertThat(infos).contains(taken("old", 0) + ", 4 more are there already");
    run("new", models(A, B, C));
    assertThat(trained()).isEmpty();
    assertThat(takenOver("new")).isEqualTo(Map.of(folder.resolve("old").toString(), 4));
    assertLikeAfresh("new", models(A, B, C));

    run("newer", List.of("new"), models(A, C));
    assertThat(takenOver("newer"))
        .isEqualTo(
            Map.of(folder.resolve("old").toString(), 2, folder.resolve("new").toString(), 2));
    assertThat(new ObjectMapper().readTree(folder.resolve("old/provenance.json").toFile()))
        .noneMatch(node -> node.has("taken_over"));
  }

  private Map<String, Integer> takenOver(String out) throws IOException {
    JsonNode provenance =
        new ObjectMapper().readTree(folder.resolve(out).resolve("provenance.json").toFile());
    Map<String, Integer> units = new TreeMap<>();
    provenance
        .get("taken_over")
        .properties()
        .forEach(run -> units.put(run.getKey(), run.getValue().size()));
    return units;
  }

  @Test
  void aUnitThatFailedIsTrainedAgain() throws IOException {
    Path fault = Files.createFile(folder.resolve("fault"));
    String fragile = "F: {model: Fragile, fault: '%s'}".formatted(fault);
    assertThat(run("old", models(A, fragile)).failures()).hasSize(2);
    Files.delete(fault);

    assertThat(run("new", List.of("old"), models(A, fragile)).failures()).isEmpty();

    assertThat(infos).contains(taken("old", 2), notTaken("old", "F", "it failed there"));
    assertLikeAfresh("new", models(A, fragile));
  }

  @Test
  void aUnitThatLacksAFileIsTrainedAgain() throws IOException {
    run("old", models(A, C));
    Files.delete(folder.resolve("old/recommendations/C_p-candidates-all_0_42/warm.tsv"));
    Files.delete(folder.resolve("old/weights/A_p-candidates-truth_0_42/model.json"));

    run("new", List.of("old"), models(A, C));

    assertThat(trained()).containsExactly("A", "C");
    assertThat(infos)
        .contains(
            taken("old", 2),
            notTaken(
                "old",
                "C (p-candidates-all, fold 0, seed 42)",
                "recommendations/C_p-candidates-all_0_42/warm.tsv is missing there"),
            notTaken(
                "old",
                "A (p-candidates-truth, fold 0, seed 42)",
                "weights/A_p-candidates-truth_0_42/model.json is missing there"));
    Map<String, String> taken = results("new");
    assertThat(taken.remove("timings.csv")).contains("C,0,p-candidates-truth,fit");
    run("afresh", models(A, C));
    Map<String, String> afresh = results("afresh");
    afresh.remove("timings.csv"); // a unit that is trained for itself has times of its own
    assertThat(taken).isEqualTo(afresh);
  }

  @Test
  void whatLinksStandForIsCopied() throws IOException {
    run("old", models(A));
    for (String name : List.of("weights", "recommendations", "per_user")) {
      Path link = folder.resolve("old").resolve(name).resolve("A_p-candidates-all_0_42");
      Files.createSymbolicLink(link, Files.move(link, folder.resolve(name + "-elsewhere")));
    }
    Path state = folder.resolve("old/weights/A_p-candidates-truth_0_42/state/weight.txt");
    Files.createSymbolicLink(state, Files.move(state, folder.resolve("weight-elsewhere")));

    run("new", List.of("old"), models(A, C));

    assertThat(infos).contains(taken("old", 2));
    try (Stream<Path> all = Files.walk(folder.resolve("new"))) {
      assertThat(all).noneMatch(Files::isSymbolicLink);
    }
    assertLikeAfresh("new", models(A, C));
  }

  @Test
  void aCopyThatEndsEarlyIsNotRead() throws IOException {
    run("old", models(A));
    Path state = folder.resolve("old/weights/A_p-candidates-all_0_42/state/more.txt");
    Files.createSymbolicLink(state, folder.resolve("nowhere"));

    assertThatThrownBy(() -> run("new", List.of("old"), models(A, C)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("its unit A_p-candidates-all_0_42 cannot be copied into")
        .hasMessageContaining("there is no file or folder " + state);

    assertThat(SavedWeights.unitsIn(folder.resolve("new"))).isEmpty();
    assertThat(folder.resolve("new/journal/draft/model.json")).exists();
    run("new", models(A, C));
    assertThat(trained()).containsExactly("A", "C");
    assertLikeAfresh("new", models(A, C));
  }

  @Test
  void whatARunKeepsBesideIsThereOrTrainedFor() throws IOException {
    String[] curves = {models(A, C), "experiment.tensorboard=true"};
    run("old", models(A, C));
    run("new", List.of("old"), curves);
    assertThat(trained()).containsExactly("A", "C");
    assertThat(infos)
        .contains(
            "note: " + notTaken("old", "A, C", "no learning curves for TensorBoard are there"));
    run("newer", List.of("new"), curves);
    assertThat(trained()).isEmpty();
    assertLikeAfresh("newer", curves);
    run("without", List.of("new"), models(A, C));
    assertThat(trained()).isEmpty();
    assertLikeAfresh("without", models(A, C));
  }

  /** The second process puts the times down to the unit that it measures. */
  @Test
  void curvesOfATrainingThatWasInterruptedAreThere() throws IOException {
    String[] curves = {models(A), "experiment.tensorboard=true"};
    deadly = "A on p-candidates-all, fold 0: trained already";
    assertThatThrownBy(() -> run("old", curves)).isInstanceOf(Killed.class);
    deadly = "";
    run("old", curves);

    run("new", List.of("old"), curves);

    assertThat(infos).contains(taken("old", 2)).noneMatch(line -> line.contains("not taken over"));
    assertThat(trained()).isEmpty();
    assertThat(folder.resolve("new/tensorboard/A_p-candidates-truth_0_42")).isDirectory();
  }

  @Test
  void vectorsForAnAnalysisComeFromTheRunOrItsWeights() throws IOException {
    String[] analysed = {models(A, C), "experiment.analyses=[vectors]"};
    run("old", models(A, C));
    run("new", List.of("old"), analysed);
    assertThat(trained()).containsExactly("C");
    assertThat(infos)
        .contains(
            taken("old", 2),
            notTaken("old", "C", "the vectors that an analysis reads were not kept there"));
    run("newer", List.of("new"), analysed);
    assertThat(trained()).isEmpty();
    assertLikeAfresh("new", analysed);
    assertLikeAfresh("newer", analysed);
  }

  @Test
  void aRestoredModelIsRestoredAgain() {
    run("old", models(A));
    String restored =
        models("A: {model: Ticker, epochs: 3, meta: {restore: " + folder + "/old}}", C);
    run("first", restored);
    run("new", List.of("first"), restored);
    assertThat(infos)
        .contains(taken("first", 2), notTaken("first", "A", "a restored model is restored again"));
  }

  @Test
  void withoutAFolderOfItsOwnTheRunThatIsReusedStaysAsItIs() throws IOException {
    deadly = "C: epoch 1,";
    assertThatThrownBy(() -> outcome(Optional.empty(), List.of(), models(A, C)))
        .isInstanceOf(Killed.class);
    deadly = "";
    Path old = onlyRun();
    Map<String, String> before = files(old);

    Path own = outcome(Optional.empty(), List.of(old.toString()), models(A, C)).folder();

    assertThat(own).isNotEqualTo(old);
    assertThat(trained()).containsExactly("C");
    assertThat(infos).noneMatch(line -> line.contains("another process"));
    assertThat(files(old)).isEqualTo(before);
    Path goingOn = outcome(Optional.empty(), List.of(), models(A, C)).folder();
    assertThat(goingOn).isEqualTo(old);
  }

  private Path onlyRun() throws IOException {
    try (Stream<Path> runs = Files.list(folder.resolve("results/tiny"))) {
      List<Path> found = runs.filter(run -> !run.getFileName().toString().startsWith(".")).toList();
      assertThat(found).hasSize(1);
      return found.get(0);
    }
  }

  private void assertRefused(String message, List<String> reuse) throws IOException {
    assertThatThrownBy(() -> run("new", reuse, models(A)))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("--reuse " + folder.resolve(reuse.get(0)) + ": ")
        .hasMessageContaining(message);
    assertThat(folder.resolve("new")).doesNotExist();
  }

  @Test
  void whatIsNoRunIsRefused() throws IOException {
    assertRefused("there is no such folder", List.of("nowhere"));
    assertRefused("there is no such folder", List.of("tiny.yml"));
    Files.createDirectories(folder.resolve("foreign"));
    assertRefused("the folder holds no run of TrellisRec", List.of("foreign"));
  }

  @Test
  void aDamagedRunIsRefused() throws IOException {
    run("old", models(A));
    Path record = folder.resolve("old/journal/A_p-candidates-all_0_42.json");
    String good = Files.readString(record);
    Files.writeString(record, good.substring(0, good.length() / 2));
    assertRefused(record + ": this record of a finished unit cannot be read", List.of("old"));
    Files.writeString(record, good.replace("p-candidates-all", "p-candidates-truth"));
    assertRefused("belongs in A_p-candidates-truth_0_42.json", List.of("old"));
    ObjectMapper json = new ObjectMapper();
    ObjectNode nobody = (ObjectNode) json.readTree(good);
    json.writeValue(record.toFile(), nobody.putNull("identity"));
    assertRefused("cannot be read (at 'identity', a value is missing", List.of("old"));
    Path identity = folder.resolve("old/journal/identity.txt");
    Files.write(identity, new byte[] {(byte) 0xff, '\n'});
    assertRefused("identity.txt is damaged", List.of("old"));
    Files.writeString(identity, "");
    assertRefused("identity.txt is damaged", List.of("old"));
    Files.delete(identity);
    Files.createDirectory(identity);
    assertRefused("identity.txt cannot be read", List.of("old"));
  }

  @Test
  void theFolderOfTheRunItselfIsRefused() {
    run("old", models(A));
    for (String name : List.of("old", "../" + folder.getFileName() + "/old")) {
      assertThatThrownBy(() -> run("old", List.of(name), models(A, C)))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("this is the folder of --out as well");
    }
  }

  @Test
  void aFolderWithAnotherRunPointsToReuse() {
    run("old", models(A));
    assertThatThrownBy(() -> run("old", models(A, C)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(
            "choose another folder, where --reuse %s takes over".formatted(folder.resolve("old")));
  }

  @Test
  void aRunThatIsWorkedInIsRefusedAndOneThatIsReadIsLeftAlone() throws Exception {
    run("old", models(A));
    Process other = RunFolderTest.Holder.start(folder.resolve("old"));
    try {
      assertRefused("another process works in this run", List.of("old"));
    } finally {
      other.destroyForcibly().waitFor();
    }
    try (ReusedRun read = ReusedRun.open(folder.resolve("old"))) {
      assertThat(read.units()).hasSize(2);
      assertThatThrownBy(() -> run("old", models(A)))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("another process works in this folder");
    }
  }

  /** A run of an earlier version may record its units in another way. */
  @Test
  void nothingIsTakenFromAnotherProgram() throws IOException {
    run("old", models(A));
    Path identity = folder.resolve("old/journal/identity.txt");
    List<String> lines = Files.readAllLines(identity);
    for (List<String> other : List.of(lines.subList(0, 2), Arrays.asList(lines.get(0), "x", "y"))) {
      Files.write(identity, other);
      Files.writeString(folder.resolve("old/journal/A_p-candidates-all_0_42.json"), "{}");
      String out = "new" + other.size();
      run(out, List.of("old"), models(A));
      assertThat(trained()).containsExactly("A");
      assertThat(infos)
          .containsOnlyOnce(
              "note: "
                  + folder.resolve("old")
                  + ": nothing can be taken over, since another version of TrellisRec or of its plugins made this run");
      assertThat(text(folder.resolve(out + "/notes.txt"))).doesNotContain("taken over");
    }
  }
}
