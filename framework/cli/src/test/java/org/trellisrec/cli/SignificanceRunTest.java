package org.trellisrec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.math3.stat.inference.TTest;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run says about the difference between models follows from its values per user. */
class SignificanceRunTest {
  private static final String CONFIG =
      """
      experiment:
        dataset: small
        data_config: {strategy: generated, users: 120, items: 80, interactions: 2400}
        splitting:
          test_splitting: {strategy: random_subsampling, test_ratio: 0.2}
        evaluation: {cutoffs: [5, 10], simple_metrics: [nDCG, Recall, ItemCoverage]}
        significance: {tests: [paired_t, wilcoxon], correction: holm, bootstrap: {resamples: 200}}
        models:
          Random:
          MostPop:
          ItemKNN: {neighbors: 20}
      """;
  private static final List<String> FILES =
      List.of(
          "results.csv",
          "results.md",
          "results.tex",
          "significance.csv",
          "significance.md",
          "significance.tex",
          "intervals.csv");
  private static final Offset<Double> ROUNDING = Offset.offset(1e-12);

  @TempDir Path folder;
  private Path config;
  private Path out;

  @BeforeEach
  void write() throws IOException {
    config = Files.writeString(folder.resolve("small.yml"), CONFIG);
    out = folder.resolve("out");
  }

  private Shell run(String... more) {
    Object[] args = {"run", config, "--out", out, "--threads", "2"};
    Object[] all = Arrays.copyOf(args, args.length + more.length);
    System.arraycopy(more, 0, all, args.length, more.length);
    return Shell.run(all);
  }

  private List<CSVRecord> csv(String file) throws IOException {
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    try (Reader reader = Files.newBufferedReader(out.resolve(file))) {
      return format.parse(reader).getRecords();
    }
  }

  /** Values of one column by user, as any other program would read them; empty cells left out. */
  private Map<String, Double> perUser(String model, int seed, String column) throws IOException {
    Map<String, Double> values = new TreeMap<>();
    for (CSVRecord row : csv("per_user/%s_warm_0_%d/warm.csv".formatted(model, seed))) {
      if (!row.get(column).isEmpty()) {
        values.put(row.get("user"), Double.parseDouble(row.get(column)));
      }
    }
    return values;
  }

  private static double[][] paired(Map<String, Double> a, Map<String, Double> b) {
    List<String> users = a.keySet().stream().filter(b::containsKey).toList();
    return new double[][] {
      users.stream().mapToDouble(a::get).toArray(), users.stream().mapToDouble(b::get).toArray()
    };
  }

  private static double number(CSVRecord row, String column) {
    return Double.parseDouble(row.get(column));
  }

  @Test
  void tTestsAgreeWithThoseOfTheValuesPerUser() throws IOException {
    assertThat(run().status()).isEqualTo(ExitStatus.GOOD);
    List<CSVRecord> rows = csv("significance.csv");
    assertThat(rows).hasSize(2 * 2 * 2 * 2);
    Map<String, double[]> families = new LinkedHashMap<>();
    for (CSVRecord row : rows.stream().filter(r -> r.get("test").equals("paired_t")).toList()) {
      String column = row.get("metric") + "@" + row.get("cutoff");
      double[][] pair =
          paired(perUser(row.get("model_a"), 42, column), perUser(row.get("model_b"), 42, column));
      assertThat(number(row, "n")).isEqualTo(pair[0].length);
      assertThat(number(row, "statistic"))
          .isEqualTo(new TTest().pairedT(pair[0], pair[1]), Offset.offset(1e-10));
      double p = new TTest().pairedTTest(pair[0], pair[1]);
      assertThat(number(row, "p")).isEqualTo(p, ROUNDING);
      families.merge(column, new double[] {p}, (x, y) -> new double[] {x[0], y[0]});
    }
    assertThat(families).containsOnlyKeys("nDCG@5", "nDCG@10", "Recall@5", "Recall@10");
    for (CSVRecord row : rows.stream().filter(r -> r.get("test").equals("paired_t")).toList()) {
      double[] family = families.get(row.get("metric") + "@" + row.get("cutoff"));
      double corrected = holmOfTwo(number(row, "p"), Math.min(family[0], family[1]));
      assertThat(number(row, "p_corrected")).isEqualTo(corrected, ROUNDING);
    }
  }

  private static double holmOfTwo(double p, double smaller) {
    return Math.min(1, Math.max(p, 2 * smaller));
  }

  @Test
  void meansOverUsersWithoutValuesOfUsersAreNotTestedEither() throws IOException {
    run(
        "--set",
        "experiment.evaluation.simple_metrics=[GAUC, AUC]",
        "--set",
        "experiment.evaluation.complex_metrics="
            + "[{metric: Grouped, of: Recall, users: activity, groups: 2}]");

    assertThat(Files.readString(out.resolve("notes.txt")))
        .contains(
            "not tested, as they have no values of single users: AUC, Recall_groups:2_users:activity-1,"
                + " Recall_groups:2_users:activity-2, Recall_groups:2_users:activity\n");
    assertThat(csv("significance.csv")).allMatch(row -> row.get("metric").equals("GAUC"));
  }

  @Test
  void theBestModelHasItsStarInEveryTable() throws IOException {
    Shell run = run();
    assertThat(run.out())
        .containsPattern("ItemKNN +0\\.\\d{4}\\* ")
        .contains("* significantly better than every other model");
    assertThat(Files.readString(out.resolve("results.md")))
        .contains("## warm, cutoff 10", "after Holm correction", "Not tested: ItemCoverage")
        .containsPattern("ItemKNN \\| +\\*\\*0\\.\\d{4}\\*\\*\\\\\\*");
    assertThat(Files.readString(out.resolve("notes.txt")))
        .contains("not tested, as they have no values of single users: ItemCoverage\n");
    assertThat(csv("results.csv"))
        .filteredOn(r -> r.get("metric").equals("nDCG") && r.get("model").equals("ItemKNN"))
        .hasSize(2)
        .allMatch(r -> r.get("star").equals("significant") && r.get("place").equals("best"));
    assertThat(csv("intervals.csv")).hasSize(2 * 2 * (3 + 2));
    assertThat(csv("timings.csv")).extracting(r -> r.get("phase")).contains("significance");
  }

  @Test
  void aResumedRunWritesTheSameFiles() throws IOException {
    run();
    Map<String, String> before = new LinkedHashMap<>();
    for (String file : FILES) {
      before.put(file, Files.readString(out.resolve(file)));
      Files.delete(out.resolve(file));
    }
    Files.delete(out.resolve("journal/MostPop_warm_0_42.json"));
    Files.delete(out.resolve("provenance.json"));
    Shell again = run();
    assertThat(again.err()).contains("ItemKNN on warm, fold 0: already done");
    for (String file : FILES) {
      assertThat(out.resolve(file)).hasContent(before.get(file));
    }
  }

  /** Whole runs in folders of their own, named by time. */
  private Shell runUnderParent(String... more) {
    Object[] args = {"run", config, "--set", "experiment.output=" + folder.resolve("results")};
    Object[] all = Arrays.copyOf(args, args.length + more.length);
    System.arraycopy(more, 0, all, args.length, more.length);
    return Shell.run(all);
  }

  private List<Path> runFolders() throws IOException {
    try (Stream<Path> folders = Files.list(folder.resolve("results/small"))) {
      return folders.sorted().toList();
    }
  }

  @Test
  void anEndedRunIsComparedInAnotherWayWithoutTraining() throws IOException {
    runUnderParent("--set", "experiment.significance={tests: [sign], correction: none}");
    assertThat(runFolders()).hasSize(1);
    out = runFolders().get(0);
    String metrics = Files.readString(out.resolve("metrics.csv"));
    String notes = Files.readString(out.resolve("notes.txt"));
    assertThat(out.resolve("intervals.csv")).doesNotExist();

    Shell again = runUnderParent();
    assertThat(again.err())
        .contains("continuing the run in " + out)
        .contains("Random on warm, fold 0: already done", "ItemKNN on warm, fold 0: already done");
    assertThat(runFolders()).containsExactly(out);
    assertThat(csv("significance.csv")).extracting(r -> r.get("test")).contains("wilcoxon");
    assertThat(out.resolve("intervals.csv")).exists();
    assertThat(out.resolve("metrics.csv")).hasContent(metrics);
    assertThat(out.resolve("notes.txt")).hasContent(notes);

    Files.writeString(config, CONFIG.replaceAll(" +significance: .*\n", ""));
    runUnderParent();
    assertThat(runFolders()).containsExactly(out);
    assertThat(out.resolve("significance.csv")).doesNotExist();
    assertThat(out.resolve("intervals.csv")).doesNotExist();

    runUnderParent();
    assertThat(runFolders()).as("the very same run is made anew").hasSize(2);
  }

  @Test
  void aUnitWhoseValuesAreLostIsNamed() throws IOException {
    run();
    Files.delete(out.resolve("per_user/MostPop_warm_0_42/warm.csv"));
    Shell again = run();
    assertThat(again.status()).isEqualTo(ExitStatus.WRONG_INPUT);
    assertThat(again.err())
        .contains("warm.csv is missing", "journal/MostPop_warm_0_42.json to run the unit again");
  }

  @Test
  void aUnitWhoseValuesAreCutOffIsNamed() throws IOException {
    run();
    Path values = out.resolve("per_user/MostPop_warm_0_42/warm.csv");
    List<String> lines = Files.readAllLines(values);
    Files.write(values, lines.subList(0, lines.size() - 1));
    Shell again = run();
    assertThat(again.status()).isEqualTo(ExitStatus.WRONG_INPUT);
    assertThat(again.err())
        .contains("warm.csv is damaged", "journal/MostPop_warm_0_42.json to run the unit again");
  }

  @Test
  void repetitionsAreAveragedPerUser() throws IOException {
    run("--set", "experiment.seeds=[1, 2]");
    CSVRecord row =
        csv("significance.csv").stream()
            .filter(r -> r.get("metric").equals("nDCG") && r.get("model_b").equals("MostPop"))
            .findFirst()
            .orElseThrow();
    double[][] pair = paired(averaged(row.get("model_a"), "nDCG@5"), averaged("MostPop", "nDCG@5"));
    assertThat(number(row, "p")).isEqualTo(new TTest().pairedTTest(pair[0], pair[1]), ROUNDING);
    assertThat(Files.readString(out.resolve("notes.txt")))
        .contains("averaged over up to 2 repetitions");
  }

  private Map<String, Double> averaged(String model, String column) throws IOException {
    Map<String, Double> mean = perUser(model, 1, column);
    Map<String, Double> second = perUser(model, 2, column);
    second.forEach((user, value) -> mean.merge(user, value, (x, y) -> (x + y) / 2));
    return mean;
  }

  @Test
  void elliotsKeysCompareAllPairsWithoutCorrection() throws IOException {
    Files.writeString(
        config,
        CONFIG
            .replaceAll(" +significance: .*\n", "")
            .replace("cutoffs: [5, 10]", "cutoffs: [5], paired_ttest: true"));
    assertThat(run().status()).isEqualTo(ExitStatus.GOOD);
    assertThat(csv("significance.csv"))
        .hasSize(2 * 3)
        .allMatch(r -> r.get("test").equals("paired_t") && r.get("correction").equals("none"));
  }

  @Test
  void withoutTheSectionNothingIsTested() throws IOException {
    Files.writeString(config, CONFIG.replaceAll(" +significance: .*\n", ""));
    run();
    assertThat(out.resolve("results.md")).exists().content().doesNotContain("star");
    assertThat(out.resolve("significance.csv")).doesNotExist();
    assertThat(out.resolve("intervals.csv")).doesNotExist();
  }
}
