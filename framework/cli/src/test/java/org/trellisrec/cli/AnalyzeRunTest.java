package org.trellisrec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trellisrec.config.PluginCatalog;
import org.trellisrec.spi.Analysis;

/**
 * A run on planted data, analysed after its end: items have a common factor behind all of their
 * modalities. The tests build on each other.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AnalyzeRunTest {
  private static final String MODEL =
      " epochs: 15, batch_size: 128, learning_rate: 0.003, embedding_size: 32, projection_size: 32,"
          + " hidden_layers: [32], item_modalities: [interactions, genres, vector], user_modalities:"
          + " [interactions], meta: {save_weights: true}}\n";
  private static final String CONFIG =
      """
      experiment:
        dataset: small
        data_config: {strategy: generated, users: 300, items: 200, interactions: 9000}
        splitting:
          test_splitting: {strategy: random_subsampling, test_ratio: 0.2}
        evaluation:
          cutoffs: [5, 10]
          simple_metrics: [nDCG, Recall, ARP, APLT, PL]
          missing_modalities: {modalities: {items: [interactions, genres, vector]}, subsets: {items: all}}
        models:
          MostPop:
      """
          + "    SiBraR-SC: {model: SiBraR, variant: sc,"
          + MODEL
          + "    MuBraR-SC: {model: MuBraR, variant: sc,"
          + MODEL
          + "    MuBraR: {model: MuBraR, variant: plain,"
          + MODEL;

  private Path folder;
  private Path out;

  @BeforeAll
  void run(@TempDir Path temporary) throws IOException {
    folder = temporary;
    out = folder.resolve("out");
    Path config = Files.writeString(folder.resolve("small.yml"), CONFIG);
    Shell run = Shell.run("run", config, "--out", out, "--threads", "2");
    assertThat(run.status()).as(run.err()).isEqualTo(ExitStatus.GOOD);
    assertThat(out.resolve("analyses")).doesNotExist();
    assertThat(out.resolve("embeddings")).doesNotExist();
  }

  private Shell analyze(Object... more) {
    return Shell.run(
        Stream.concat(Stream.of("analyze", out), Stream.of(more)).toArray(Object[]::new));
  }

  private static List<CSVRecord> csv(Path file) throws IOException {
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    try (Reader reader = Files.newBufferedReader(file)) {
      return format.parse(reader).getRecords();
    }
  }

  private static Map<String, byte[]> contents(Path of) throws IOException {
    Map<String, byte[]> contents = new TreeMap<>();
    try (Stream<Path> files = Files.list(of)) {
      for (Path file : files.toList()) {
        contents.put(file.getFileName().toString(), Files.readAllBytes(file));
      }
    }
    return contents;
  }

  @Test
  @Order(1)
  void withoutVectorsTheOtherAnalysesAreMade() {
    Shell all = analyze();
    assertThat(all.status()).isEqualTo(ExitStatus.GOOD);
    assertThat(all.err())
        .contains(
            "note: left out: analysis embedding_plot: " + out + " holds no vectors per modality")
        .contains("note: left out: analysis modality_gap: ");
    assertThat(all.out())
        .contains("parameter_counts.md", "popularity_bias.csv", "user_boxplot.tex")
        .contains("user_boxplot-warm-warm-nDCG@5.png", "missing_modality_curve.csv")
        .doesNotContain("modality_gap");
    assertThat(out.resolve("report.html"))
        .content()
        .contains("<h2>parameter_counts</h2>", "alt=\"user_boxplot-warm-warm-nDCG@5\"");
  }

  @Test
  @Order(2)
  void whatIsMissingIsSaidWithTheCommandThatMakesIt() {
    Shell gap = analyze("--analyses", "modality_gap");
    assertThat(gap.status()).isEqualTo(ExitStatus.WRONG_INPUT);
    assertThat(gap.err())
        .startsWith("error: analysis modality_gap: " + out + " holds no vectors per modality")
        .contains(
            "trellisrec run %s/resolved.yml --out %s --set experiment.analyses=[NAME]"
                .formatted(out, out));
  }

  @Test
  @Order(3)
  void thatCommandReadsTheWeightsAndTrainsNothing() throws IOException {
    String metrics = Files.readString(out.resolve("metrics.csv"));
    Files.delete(out.resolve("journal/MostPop_warm_0_42.json"));
    Shell again =
        Shell.run(
            "run",
            out.resolve("resolved.yml"),
            "--out",
            out,
            "--set",
            "experiment.analyses=[{analysis: modality_gap, trees: 50}]");
    assertThat(again.status()).as(again.err()).isEqualTo(ExitStatus.GOOD);
    assertThat(again.err()).contains("SiBraR-SC on warm, fold 0: already done");
    assertThat(out.resolve("metrics.csv")).hasContent(metrics);
    assertThat(out.resolve("embeddings/MostPop_warm_0_42/contents.json")).exists();
    assertThat(out.resolve("embeddings/SiBraR-SC_warm_0_42/items-1.npy")).exists();
    assertThat(csv(out.resolve("timings.csv")))
        .extracting(row -> row.get("phase"))
        .contains("analysis modality_gap");
    assertThat(Files.readString(out.resolve("analyses/modality_gap.tex")))
        .contains("\\begin{tabular}", "SiBraR-SC & warm & items");
  }

  /** The findings of the paper, by their signs; the accuracies are far from chance, 1/3. */
  @Test
  @Order(4)
  void oneBranchBringsModalitiesTogether() throws IOException {
    Map<String, CSVRecord> rows = new LinkedHashMap<>();
    csv(out.resolve("analyses/modality_gap.csv")).forEach(row -> rows.put(row.get("model"), row));
    assertThat(rows.keySet()).containsExactly("SiBraR-SC", "MuBraR-SC", "MuBraR");
    double single = number(rows, "SiBraR-SC", "accuracy");
    assertThat(number(rows, "MuBraR", "accuracy")).isGreaterThan(0.95);
    assertThat(single).isLessThan(number(rows, "MuBraR", "accuracy") - 0.08);
    assertThat(number(rows, "SiBraR-SC", "intra"))
        .isGreaterThan(number(rows, "MuBraR-SC", "intra") + 0.01)
        .isGreaterThan(number(rows, "MuBraR", "intra") + 0.5);
    assertThat(number(rows, "SiBraR-SC", "chance")).isEqualTo(1 / 3.0);
  }

  private static double number(Map<String, CSVRecord> rows, String model, String column) {
    return Double.parseDouble(rows.get(model).get(column));
  }

  @Test
  @Order(5)
  void theSameRunGivesTheSameFiles() throws IOException {
    String few =
        "[{analysis: modality_gap, trees: 20, repeats: 2, forest_entities: 60}, user_boxplot,"
            + " {analysis: embedding_plot, points: 90, iterations: 60}, popularity_bias]";
    Path one = folder.resolve("one");
    Path two = folder.resolve("two");
    assertThat(analyze("--analyses", few, "--out", one).status()).isEqualTo(ExitStatus.GOOD);
    assertThat(analyze("--analyses", few, "--out", two).status()).isEqualTo(ExitStatus.GOOD);
    Map<String, byte[]> first = contents(one);
    Map<String, byte[]> second = contents(two);
    assertThat(first).containsKeys("embedding_plot-MuBraR-warm-items-t-sne.svg");
    assertThat(second.keySet()).isEqualTo(first.keySet());
    first.forEach((name, content) -> assertThat(second.get(name)).as(name).isEqualTo(content));
  }

  @ParameterizedTest
  @Order(6)
  @CsvSource(
      delimiter = '|',
      value = {
        "[] | --analyses names no analysis; give 'all', or names between commas",
        "' ' | --analyses names no analysis; give 'all', or names between commas",
        "modality_gab | there is no analysis 'modality_gab'; did you mean 'modality_gap'?",
        "user_boxplot, user_boxplot | the analysis 'user_boxplot' is listed twice",
        "[{analysis: user_boxplot, metric: 3}] | did you mean 'metrics'?",
        "[{analysis: user_boxplot, metrics: [MAP@5]}] | there is no 'MAP@5' in the values per user",
        "[{trees: 3}] | needs 'analysis', one of embedding_plot, missing_modality_curve",
      })
  void wrongLists(String list, String message) {
    Shell wrong = analyze("--analyses", list);
    assertThat(wrong.status()).isEqualTo(ExitStatus.WRONG_INPUT);
    assertThat(wrong.err()).contains(message).doesNotContain("Exception");
  }

  @Test
  @Order(7)
  void foldersThatAreNoRuns() {
    assertThat(Shell.run("analyze", folder.resolve("nowhere")).err())
        .contains("nowhere is not a folder; give the folder of a run");
    Shell empty = Shell.run("analyze", folder);
    assertThat(empty.status()).isEqualTo(ExitStatus.WRONG_INPUT);
    assertThat(empty.err()).contains(folder + " holds no finished run: there is no metrics.csv");
  }

  @Test
  @Order(8)
  void damagedVectorsAreNamed() throws IOException {
    Path ids = out.resolve("embeddings/MuBraR_warm_0_42/items-1.ids.txt");
    Files.writeString(ids, "i1\n");
    assertThat(analyze("--analyses", "modality_gap").err())
        .contains(ids + " is damaged (1 ids for a matrix of 200 rows); delete the folder");
  }

  @Test
  @Order(9)
  void anAnalysisThatCannotBeMadeLeavesTheRunWhole() throws IOException {
    Path config =
        Files.writeString(
            folder.resolve("b.yml"),
            """
            experiment:
              dataset: small
              data_config: {strategy: generated, users: 60, items: 40, interactions: 900}
              splitting:
                test_splitting: {strategy: random_subsampling, test_ratio: 0.2}
              evaluation: {cutoffs: [5], simple_metrics: [nDCG]}
              analyses: [modality_gap, user_boxplot]
              models:
                MostPop:
            """);
    Path other = folder.resolve("other");
    Shell run = Shell.run("run", config, "--out", other);
    assertThat(run.status()).isEqualTo(ExitStatus.FAILED);
    assertThat(run.err())
        .contains("note: left out: analysis modality_gap: ", "holds no vectors per modality");
    assertThat(other.resolve("results.md")).exists();
    assertThat(other.resolve("provenance.json")).exists();
    assertThat(other.resolve("analyses/user_boxplot.md")).exists();
    assertThat(Files.readString(other.resolve("notes.txt"))).contains("analysis modality_gap");
  }

  @Test
  @Order(10)
  void wrongNamesInAConfigurationAreFoundWhenItIsRead() throws IOException {
    Path config =
        Files.writeString(
            folder.resolve("wrong.yml"),
            CONFIG + "  analyses: [parameter_count, {analysis: user_boxplot, task: []}]");
    assertThat(Shell.run("validate", config).err())
        .containsPattern(
            "wrong.yml:\\d+:14: analyses\\[0\\]: there is no analysis 'parameter_count'; did you mean 'parameter_counts'")
        .contains("analyses[1].task is not a parameter", "did you mean 'tasks'?");
  }

  @Test
  @Order(11)
  void theExampleOfTheDocumentationIsValid() throws IOException {
    String page = Files.readString(Path.of("../../docs/analysis.md"));
    Matcher block = Pattern.compile("(?ms)^```yaml\\n(.*?)^```$").matcher(page);
    assertThat(block.find()).isTrue();
    Path config = Files.writeString(folder.resolve("doc.yml"), block.group(1));
    Shell valid = Shell.run("validate", config);
    assertThat(valid.status()).as(valid.err()).isEqualTo(ExitStatus.GOOD);
    for (String name : PluginCatalog.load().names(Analysis.class)) {
      assertThat(page).contains("| `" + name + "` |");
      assertThat(block.group(1)).contains(name);
    }
  }
}
