package org.trellisrec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Trade-offs, from the configuration to the files. */
class MultiObjectiveRunTest {
  private static final Offset<Double> ROUNDING = Offset.offset(1e-12);
  private static final String CONFIG =
      """
      experiment:
        dataset: small
        data_config: {strategy: generated, users: 120, items: 80, interactions: 2400}
        splitting:
          test_splitting: {strategy: random_subsampling, test_ratio: 0.2}
        evaluation:
          cutoffs: [5, 10]
          simple_metrics: [nDCG, ARP]
          complex_metrics: [{metric: Grouped, of: Recall, users: activity, groups: 2}]
        multi_objective:
          cutoff: 10
          objectives:
            - ndcg
            - {metric: ARP, cutoff: 5, nadir: 60}
            - Recall_groups:2_users:activity
        models:
          Random:
          MostPop:
          ItemKNN: {neighbors: 20}
      """;

  @TempDir Path folder;
  private Path config;
  private Path out;

  @BeforeEach
  void write() throws IOException {
    config = Files.writeString(folder.resolve("small.yml"), CONFIG);
    out = folder.resolve("out");
  }

  private List<CSVRecord> csv(String file) throws IOException {
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    try (Reader reader = Files.newBufferedReader(out.resolve(file))) {
      return format.parse(reader).getRecords();
    }
  }

  private static double number(CSVRecord row, String column) {
    return Double.parseDouble(row.get(column));
  }

  private double metric(String model, String metric, String cutoff) throws IOException {
    return csv("metrics.csv").stream()
        .filter(row -> row.get("model").equals(model) && row.get("metric").equals(metric))
        .filter(row -> row.get("cutoff").equals(cutoff))
        .mapToDouble(row -> number(row, "value"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void tradeOffsFollowFromTheMetrics() throws IOException {
    Shell run = Shell.run("run", config, "--out", out);
    assertThat(run.status()).as(run.err()).isEqualTo(ExitStatus.GOOD);
    List<CSVRecord> rows = csv("multiobjective.csv");
    assertThat(rows)
        .extracting(row -> row.get("model"))
        .containsExactly("Random", "MostPop", "ItemKNN", "");
    for (CSVRecord row : rows.subList(0, 3)) {
      String model = row.get("model");
      double accuracy = metric(model, "nDCG", "10");
      double popularity = metric(model, "ARP", "5");
      double worst =
          Math.min(
              metric(model, "Recall_groups:2_users:activity-1", "10"),
              metric(model, "Recall_groups:2_users:activity-2", "10"));
      assertThat(number(row, "nDCG@10")).isEqualTo(accuracy, ROUNDING);
      assertThat(number(row, "ARP@5")).isEqualTo(popularity, ROUNDING);
      assertThat(number(row, "Recall_groups:2_users:activity@10")).isEqualTo(worst, ROUNDING);
      double distance =
          Math.sqrt(
              Math.pow(1 - accuracy, 2) + Math.pow(popularity / 60, 2) + Math.pow(1 - worst, 2));
      assertThat(number(row, "utopia_distance")).isEqualTo(distance, ROUNDING);
      assertThat(number(row, "hypervolume"))
          .isEqualTo(accuracy * Math.max(0, 1 - popularity / 60) * worst, ROUNDING);
    }
    assertThat(rows)
        .filteredOn(row -> row.get("model").equals("ItemKNN"))
        .allMatch(row -> row.get("pareto_front").equals("true"));
    assertThat(number(rows.get(3), "hypervolume"))
        .isGreaterThanOrEqualTo(number(rows.get(2), "hypervolume"));
  }

  @Test
  void tablesSayWhatTheyMean() throws IOException {
    Shell.run("run", config, "--out", out);
    assertThat(Files.readString(out.resolve("multiobjective.md")))
        .contains("# Trade-offs\n\n## warm\n", "| utopia distance | hypervolume | Pareto front |")
        .contains(
            "From nadir to utopia: nDCG@10 from 0.0000 to 1.0000, ARP@5 from 60.0000 to 0.0000");
    assertThat(Files.readString(out.resolve("multiobjective.tex")))
        .contains("\\caption{Trade-offs, warm.", "\\begin{tabular}{lrrrrrrr}");
    String resolved = Files.readString(out.resolve("resolved.yml"));
    assertThat(resolved).contains("multi_objective:", "metric: nDCG");
    Path again = Files.writeString(folder.resolve("again.yml"), resolved);
    assertThat(Shell.run("validate", again).status()).isEqualTo(ExitStatus.GOOD);
  }

  @Test
  void tradeOffsCanBeAddedToAnEndedRun() throws IOException {
    String without = CONFIG.replaceAll("(?s)  multi_objective:.*?  models", "  models");
    Files.writeString(config, without);
    Shell.run("run", config, "--out", out);
    assertThat(out.resolve("multiobjective.csv")).doesNotExist();
    Files.writeString(config, CONFIG);
    assertThat(Shell.run("run", config, "--out", out).err())
        .contains("ItemKNN on warm, fold 0: already done");
    assertThat(csv("multiobjective.csv")).hasSize(4);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "- ndcg| - ncdg | :13:9: multi_objective.objectives[0].metric is 'ncdg', but the metric is not computed; did you mean 'nDCG'?",
        "cutoff: 5| cutoff: 7 | :14:31: multi_objective.objectives[1] has the cutoff 7, but the cutoffs are [5, 10]",
        "nadir: 60| utopia: 9 | :14:9: multi_objective.objectives[1]: the utopia 9.0 and the nadir 1.0 say that higher values of ARP are better, but lower ones are",
        "nadir: 60| nadirs: 60 | :14:34: multi_objective.objectives[1].nadirs is not a parameter of objectives[1]; did you mean 'nadir'?",
        "- Recall_groups:2_users:activity| - {metric: nDCG} | multi_objective: objectives names an objective twice",
        "cutoff: 10| normalization: observed | :14:9: multi_objective.objectives[1] has bounds, but 'normalization: observed' takes them from the models",
      })
  void wrongInputIsNamedWithItsPlace(String part, String instead, String message)
      throws IOException {
    Files.writeString(config, CONFIG.replace(part, instead));
    Shell run = Shell.run("validate", config);
    assertThat(run.status()).isEqualTo(ExitStatus.WRONG_INPUT);
    assertThat(run.err()).contains(message);
  }

  @Test
  void oneObjectiveIsNoTradeOff() throws IOException {
    Files.writeString(
        config, CONFIG.replaceAll("(?s)objectives:.*?  models", "objectives: nDCG\n  models"));
    assertThat(Shell.run("validate", config).err())
        .contains(":11:5: multi_objective: objectives names 1 metric")
        .contains("a trade-off is between at least two");
  }
}
