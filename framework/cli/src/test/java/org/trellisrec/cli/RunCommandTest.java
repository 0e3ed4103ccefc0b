package org.trellisrec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole program on a small generated data set. */
class RunCommandTest {
  private static final String CONFIG =
      """
      experiment:
        dataset: small
        data_config: {strategy: generated, users: 120, items: 80, interactions: 2400}
        binarize: true
        protocols:
          warm:
            test_splitting: {strategy: random_subsampling, test_ratio: 0.2}
            validation_splitting: {strategy: random_subsampling, test_ratio: 0.2}
          user_cold:
            test_splitting: {strategy: user_cold, test_ratio: 0.2}
            validation_splitting: {strategy: user_cold, test_ratio: 0.2}
        top_k: 10
        evaluation: {cutoffs: [5, 10], simple_metrics: [nDCG, Recall, ItemCoverage]}
        models:
          MostPop:
          ItemKNN: {neighbors: [2, 20]}
      """;

  @TempDir Path folder;
  private Path config;
  private Path out;

  @BeforeEach
  void write() throws IOException {
    config = Files.writeString(folder.resolve("small.yml"), CONFIG);
    out = folder.resolve("out");
  }

  private Shell run(Path target, String... more) {
    Object[] args =
        Stream.concat(Stream.of("run", config, "--out", target), Stream.of(more)).toArray();
    return Shell.run(args);
  }

  /** Protocols, tasks, cutoffs, seeds and models share the data that a file goes with. */
  @Test
  void whatAMetricLeavesOutIsNotedOnce() throws IOException {
    Path groups = Files.writeString(folder.resolve("groups.tsv"), "u000\ta\nu001\tb\n");
    Shell shell =
        run(
            out,
            "--set",
            "experiment.seeds=[1, 2]",
            "--set",
            "experiment.evaluation.complex_metrics=[{metric: UserMADranking, clustering_name: c,"
                + " clustering_file: '%s'}]".formatted(groups));
    assertThat(shell.status()).as(shell.err()).isEqualTo(ExitStatus.GOOD);
    String note = "UserMADranking_c: %s: users of the data that it does not describe: ";
    assertThat(Files.readAllLines(out.resolve("notes.txt")))
        .filteredOn(line -> line.contains("groups.tsv"))
        .singleElement()
        .asString()
        .startsWith(note.formatted(groups))
        .endsWith("they are in no group");
  }

  @Test
  void stoppingInTheWrongDirectionIsNoted() {
    String bpr = "experiment.models.BPRMF={early_stopping: {monitor: %s, mode: %s}}";
    assertThat(Shell.run("validate", config, "--set", bpr.formatted("nDCG@5", "min")).out())
        .contains(
            "note: BPRMF: early_stopping.mode is min, although higher values of nDCG@5 are better");
    assertThat(Shell.run("validate", config, "--set", bpr.formatted("loss", "max")).out())
        .contains(
            "note: BPRMF: early_stopping.mode is max, although lower values of loss are better");
    Shell good = Shell.run("validate", config, "--set", bpr.formatted("nDCG@5", "max"));
    assertThat(good.status()).isEqualTo(ExitStatus.GOOD);
    assertThat(good.out()).doesNotContain("early_stopping.mode");
  }

  private static List<CSVRecord> csv(Path file) throws IOException {
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    try (Reader reader = Files.newBufferedReader(file)) {
      return format.parse(reader).getRecords();
    }
  }

  private static double value(
      List<CSVRecord> rows, String model, String task, String metric, int cutoff) {
    return rows.stream()
        .filter(r -> r.get("model").equals(model) && r.get("task").equals(task))
        .filter(r -> r.get("metric").equals(metric) && r.get("cutoff").equals("" + cutoff))
        .mapToDouble(r -> Double.parseDouble(r.get("value")))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aRunPrintsTablesAndLeavesEveryFile() throws IOException {
    Shell run = run(out);
    assertThat(run.err()).contains("ItemKNN on user_cold, fold 0");
    assertThat(run.status()).isEqualTo(ExitStatus.GOOD);
    assertThat(run.out()).contains("warm, cutoff 5", "Results: " + out);
    assertThat(run.out()).endsWith("As one page: %s%n".formatted(out.resolve("report.html")));
    try (Stream<Path> files = Files.list(out)) {
      Set<String> names = files.map(f -> f.getFileName().toString()).collect(Collectors.toSet());
      assertThat(names)
          .contains(
              "resolved.yml",
              "provenance.json",
              "metrics.csv",
              "timings.csv",
              "trials.csv",
              "results.csv",
              "results.md",
              "results.tex",
              "statistics.csv",
              "best_parameters.json",
              "notes.txt",
              "recommendations",
              "per_user");
    }
    List<CSVRecord> rows = csv(out.resolve("metrics.csv"));
    assertThat(rows.get(0).toMap().keySet())
        .contains(
            "model",
            "trial",
            "seed",
            "fold",
            "task",
            "convention",
            "metric",
            "cutoff",
            "value",
            "users");
    assertThat(rows)
        .extracting(r -> r.get("task"))
        .contains("validation_warm", "warm", "user_cold");
    assertThat(csv(out.resolve("timings.csv")))
        .extracting(r -> r.get("phase"))
        .contains("load", "prefilter", "split", "fit", "recommend", "evaluate", "report");
    assertThat(value(rows, "ItemKNN", "warm", "nDCG", 10))
        .isGreaterThan(1.3 * value(rows, "MostPop", "warm", "nDCG", 10));
    assertThat(Files.readString(out.resolve("notes.txt")))
        .contains("ItemKNN: 24 of 24 users of task 'user_cold' were given no list");
  }

  /** Users without history are all alike to a neighbourhood model. */
  @Test
  void aValidationThatRevealsNothingIsTold() {
    String told = "ItemKNN: validation decided nothing: no user of the tasks that choose,";
    String remedy = "give validation_splitting the same 'reveal' as test_splitting";
    String reveal = "experiment.protocols.user_cold.%s_splitting.reveal=5";

    assertThat(run(folder.resolve("a"), "--set", reveal.formatted("test")).err())
        .containsOnlyOnce(told)
        .containsOnlyOnce(remedy);
    assertThat(
            run(
                    folder.resolve("b"),
                    "--set",
                    reveal.formatted("test"),
                    "--set",
                    reveal.formatted("validation"))
                .err())
        .doesNotContain(told);
    assertThat(run(out).err()).containsOnlyOnce(told).doesNotContain(remedy);
  }

  private String killed() throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> command =
        new ArrayList<>(List.of(java, "-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(Main.class.getName(), "run", config.toString(), "--out", "" + out));
    command.addAll(
        List.of("--set", "experiment.seeds=" + IntStream.range(0, 500).boxed().toList()));
    Process process = new ProcessBuilder(command).start();
    try (BufferedReader err = process.errorReader()) {
      String line = err.readLine();
      while (line != null && !line.startsWith("ItemKNN on warm")) {
        line = err.readLine();
      }
      assertThat(line).as("the run has begun").isNotNull();
      process.toHandle().destroy(); // leaves the streams open
      return err.lines().filter(l -> l.startsWith("interrupted")).collect(Collectors.joining());
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void aRunThatIsInterruptedSaysHowItGoesOn() throws IOException {
    assertThat(killed())
        .isEqualTo("interrupted; the same command goes on where it stopped, in " + out);
  }

  @Test
  void whatIsSaidOfAnInterruptionDependsOnTheRun() {
    StringWriter err = new StringWriter();
    ConsoleListener listener =
        new ConsoleListener(new PrintWriter(err), ConsoleListener.Level.QUIET, false);
    listener.interrupted();
    listener.begun(out, false);
    listener.interrupted();
    assertThat(err.toString().lines())
        .containsExactly(
            "interrupted; nothing was trained yet",
            "interrupted; as resume is false, the same command starts anew");
  }

  @Test
  void tablesFoldToTheTerminalThatTheLauncherFound() {
    String wide = tables(run(out));
    System.setProperty("trellisrec.columns", "24");
    try {
      String narrow = tables(run(out));
      assertThat(wide.lines()).anyMatch(line -> line.length() > 24);
      assertThat(narrow.lines()).allMatch(line -> line.length() <= 24);
      assertThat(words(narrow)).containsAll(words(wide));
    } finally {
      System.clearProperty("trellisrec.columns");
    }
  }

  private static String tables(Shell run) {
    return run.out().substring(0, run.out().indexOf("results.md"));
  }

  private static Set<String> words(String text) {
    return Stream.of(text.strip().split("\\s+")).collect(Collectors.toSet());
  }

  @Test
  void verboseTellsChoicesSizesAndTimes() {
    Shell plain = run(folder.resolve("plain"));
    Shell verbose = run(out, "--verbose");

    assertThat(plain.err()).doesNotContain("CPU s", "seeds");
    assertThat(verbose.err())
        .contains("seeds [42], threads ", "cutoffs [5, 10], convention standard, mask ")
        .contains("metrics: nDCG, Recall, ItemCoverage")
        .contains("protocol 'warm', fold 0: task 'validation_warm' has 120 users, ")
        .containsPattern("small: load [0-9.]+ s \\([0-9.]+ CPU s\\), prefilter ")
        .containsPattern("ItemKNN: trial [01] \\{.*neighbors=.*}, nDCG@5 0\\.\\d+ on validation")
        .containsPattern("ItemKNN: fit [0-9.]+ s .*, fit of trial 1 [0-9.]+ s ");
  }

  @Test
  void theListsAreThoseThatWereMeasured() throws IOException {
    run(out);
    List<CSVRecord> rows = csv(out.resolve("metrics.csv"));
    List<CSVRecord> perUser = csv(out.resolve("per_user/ItemKNN_warm_0_42/warm.csv"));
    double mean =
        perUser.stream()
            .mapToDouble(r -> Double.parseDouble(r.get("nDCG@10")))
            .average()
            .orElseThrow();
    assertThat(mean)
        .isEqualTo(
            value(rows, "ItemKNN", "warm", "nDCG", 10), org.assertj.core.data.Offset.offset(1e-12));
    List<String> lists =
        Files.readAllLines(out.resolve("recommendations/ItemKNN_warm_0_42/warm.tsv"));
    assertThat(lists).hasSize(120 * 10).allMatch(line -> line.split("\t").length == 3);
  }

  @Test
  void sameConfigurationAndSeedGiveTheSameFilesWhateverTheThreads() throws IOException {
    Path other = folder.resolve("other");
    run(out, "--threads", "1");
    run(other, "--threads", "4");
    for (String file :
        List.of(
            "metrics.csv",
            "trials.csv",
            "results.md",
            "recommendations/ItemKNN_warm_0_42/warm.tsv")) {
      assertThat(other.resolve(file)).hasSameTextualContentAs(out.resolve(file));
    }
    assertThat(other.resolve("resolved.yml")).content().contains("threads: 4\n");
    assertThat(run(other, "--threads", "0").err()).contains("continuing the run in");
  }

  @Test
  void anotherModelShiftsNothing() throws IOException {
    run(out);
    Path other = folder.resolve("other");
    run(other, "--set", "experiment.models.Random={}");
    assertThat(csv(other.resolve("metrics.csv")))
        .extracting(CSVRecord::toList)
        .containsAll(csv(out.resolve("metrics.csv")).stream().map(CSVRecord::toList).toList());
  }

  @Test
  void aModelThatWasAddedIsTrainedAlone() throws IOException {
    run(out);
    String[] added = {"--set", "experiment.models.Random={}"};
    Path fresh = folder.resolve("fresh");
    run(fresh, added);
    Path other = folder.resolve("other");

    Shell more =
        run(
            other,
            Stream.concat(Stream.of("--reuse", out.toString()), Stream.of(added))
                .toArray(String[]::new));

    assertThat(more.status()).isEqualTo(ExitStatus.GOOD);
    assertThat(more.err())
        .contains(out + ": 4 units are taken over", "ItemKNN on user_cold, fold 0: taken over from")
        .doesNotContain("Random on warm, fold 0: taken over");
    for (String name : List.of("metrics.csv", "trials.csv", "results.md", "notes.txt")) {
      assertThat(other.resolve(name)).hasSameTextualContentAs(fresh.resolve(name));
    }
    Shell wrong = run(folder.resolve("new"), "--reuse", folder.toString());
    assertThat(wrong.status()).isEqualTo(ExitStatus.WRONG_INPUT);
    assertThat(wrong.err()).contains("the folder holds no run of TrellisRec");
  }

  @Test
  void anInterruptedRunGoesOnWithTheUnitsThatAreMissing() throws IOException {
    run(out);
    String metrics = Files.readString(out.resolve("metrics.csv"));
    Files.delete(out.resolve("journal/ItemKNN_user_cold_0_42.json"));
    Files.delete(out.resolve("provenance.json"));
    Files.delete(out.resolve("metrics.csv"));
    Shell again = run(out, "--set", "experiment.threads=1");
    assertThat(again.err())
        .contains("continuing the run in", "MostPop on warm, fold 0: already done")
        .doesNotContain("ItemKNN on user_cold, fold 0: already done");
    assertThat(Files.readString(out.resolve("metrics.csv"))).isEqualTo(metrics);
  }

  @Test
  void aFolderWithAnotherRunIsRefused() {
    run(out);
    Shell other = run(out, "--set", "experiment.top_k=20");
    assertThat(other.status()).isEqualTo(ExitStatus.WRONG_INPUT);
    assertThat(other.err()).contains("holds a run with another configuration or other data");
  }

  @Test
  void aFileThatAMetricReadsBelongsToTheRun() throws IOException {
    Path clusters = folder.resolve("clusters.tsv");
    Files.writeString(clusters, "u000\t1\nu001\t2\n");
    String metric =
        "experiment.evaluation.complex_metrics=[{metric: UserMADranking, clustering_name: c, clustering_file: '%s'}]"
            .formatted(clusters);
    assertThat(run(out, "--set", metric).status()).isEqualTo(ExitStatus.GOOD);
    assertThat(run(out, "--set", metric).err()).contains("continuing the run in");
    Files.writeString(clusters, "u000\t2\nu001\t1\n");
    Shell other = run(out, "--set", metric);
    assertThat(other.status()).isEqualTo(ExitStatus.WRONG_INPUT);
    assertThat(other.err()).contains("holds a run with another configuration or other data");
  }

  @Test
  void validateReadsTheFilesOfMetrics() {
    Shell valid =
        Shell.run(
            "validate",
            config,
            "--set",
            "experiment.evaluation.complex_metrics=[{metric: UserMADranking, clustering_name: c,"
                + " clustering_file: missing.tsv}]");
    assertThat(valid.status()).isEqualTo(ExitStatus.WRONG_INPUT);
    assertThat(valid.err()).contains("missing.tsv");
  }

  @Test
  void severalSeedsGiveMeansWithTheirSpread() throws IOException {
    Shell run = run(out, "--set", "experiment.seeds=[1, 2, 3]");
    assertThat(run.out()).contains(" ± ");
    assertThat(csv(out.resolve("metrics.csv")))
        .extracting(r -> r.get("seed"))
        .contains("1", "2", "3");
  }

  @Test
  void aModelThatFailsIsReportedAndTheOthersAreNot() throws IOException {
    Shell run =
        run(
            out,
            "--set",
            "experiment.models.Foreign={model: BPRMF_SGD, learning_rate: 1e300, epochs: 2}");
    assertThat(run.status()).isEqualTo(ExitStatus.FAILED);
    assertThat(run.out())
        .contains("failed: Foreign", "the training has diverged, so try a lower learning_rate")
        .contains("MostPop");
    assertThat(Files.readString(out.resolve("results.md")))
        .contains("\n## Failed\n\n- Foreign (warm, fold 0, seed 42): ");
  }

  @Test
  void aSearchWithoutValidationDataIsRefused() {
    Shell run =
        run(
            out,
            "--set",
            "experiment.protocols={warm: {test_splitting: {strategy: random_subsampling, test_ratio: 0.2}}}");
    assertThat(run.status()).isEqualTo(ExitStatus.WRONG_INPUT);
    assertThat(run.err())
        .contains("models.ItemKNN needs validation data to choose between 2 trials");
  }

  @Test
  void validateFindsMistakesAndRunsNothing() {
    assertThat(Shell.run("validate", config).status()).isEqualTo(ExitStatus.GOOD);
    Shell wrong =
        Shell.run("validate", config, "--set", "experiment.models.ItemKNN.neighbours_count=3");
    assertThat(wrong.status()).isEqualTo(ExitStatus.WRONG_INPUT);
    assertThat(wrong.err()).contains("neighbours_count");
    assertThat(out).doesNotExist();
  }

  @Test
  void splitWritesFilesThatOtherToolsRead() throws IOException {
    Shell run = Shell.run("split", config, "--out", out);
    assertThat(run.status()).isEqualTo(ExitStatus.GOOD);
    try (Stream<Path> files = Files.walk(out)) {
      assertThat(files.filter(Files::isRegularFile).map(f -> f.getFileName().toString()).toList())
          .contains("train.tsv", "val.tsv", "test.tsv");
    }
    for (String file : List.of("0/test.tsv", "0/0/train.tsv", "0/0/val.tsv")) {
      assertThat(out.resolve("warm").resolve(file)).exists();
    }
    assertThat(run.out().strip()).isEqualTo("2 splits in " + out);
    Path one = folder.resolve("one");
    String protocols =
        "experiment.protocols={a: {test_splitting: {strategy: user_cold, test_ratio: 0.2}}}";
    assertThat(Shell.run("split", config, "--set", protocols, "--out", one).out().strip())
        .isEqualTo("1 split in " + one);
  }

  @Test
  void splitWritesThoseOfEverySeed() throws IOException {
    String protocols =
        "experiment.protocols={a: {test_splitting: {strategy: user_cold, test_ratio: 0.2}}}";
    Shell run =
        Shell.run(
            "split", config, "--set", protocols, "--set", "experiment.seeds=[1, 2]", "--out", out);
    assertThat(run.out().strip()).isEqualTo("2 splits in " + out);
    assertThat(Files.readString(out.resolve("seed-1/a/0/test.tsv")))
        .isNotEqualTo(Files.readString(out.resolve("seed-2/a/0/test.tsv")));
  }

  @Test
  void splitsAreSavedWhereTheConfigurationSaysAndReadAgain() {
    Path splits = folder.resolve("splits");
    String splitting =
        "{save_on_disk: true, save_folder: %s, test_splitting: {strategy: random_subsampling, test_ratio: 0.2},"
                .formatted(splits)
            + " validation_splitting: {strategy: random_subsampling, test_ratio: 0.2}}";
    String text =
        CONFIG.replaceAll("(?s)  protocols:.*?  top_k", "  splitting: " + splitting + "\n  top_k");
    Path other = folder.resolve("saved.yml");
    Shell run = Shell.run("run", write(other, text), "--out", out);
    assertThat(run.status()).isEqualTo(ExitStatus.GOOD);
    assertThat(splits.resolve("splits.json")).exists();

    String saved =
        CONFIG
            .replaceAll(
                "data_config: .*", "data_config: {strategy: saved_splits, folder: " + splits + "}")
            .replaceAll("(?s)  protocols:.*?  top_k", "  top_k");
    Path again = folder.resolve("again");
    assertThat(Shell.run("run", write(other, saved), "--out", again).status())
        .isEqualTo(ExitStatus.GOOD);
    assertThat(again.resolve("resolved.yml")).content().doesNotContain("&id", "*id");
  }

  private static Path write(Path file, String text) {
    try {
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
