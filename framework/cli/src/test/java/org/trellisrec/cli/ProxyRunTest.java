package org.trellisrec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProxyRunTest {
  private static final String METRICS = "AUC, GAUC, LAUC, nDCG, RMSE";
  private static final String CONFIG =
      """
      experiment:
        dataset: given
        data_config: {strategy: fixed, train_path: train.tsv, test_path: test.tsv}
        evaluation: {cutoffs: [2], simple_metrics: [%s]}
        models:
          Proxy: {model: ProxyRecommender, path: recs.tsv}
      """;

  @TempDir private Path folder;

  private void write(String name, String... rows) throws IOException {
    Files.writeString(folder.resolve(name), String.join("\n", rows).replace(' ', '\t') + "\n");
  }

  /** The value of a metric in a run of the model that stands for the file. */
  private double ofRun(String metric) throws IOException {
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    try (Reader reader = Files.newBufferedReader(folder.resolve("out/metrics.csv"))) {
      for (CSVRecord row : format.parse(reader)) {
        if (row.get("metric").equals(metric)) {
          return Double.parseDouble(row.get("value"));
        }
      }
    }
    throw new AssertionError(metric + " was not computed");
  }

  @Test
  void aFileHasTheSameValuesByEitherWay() throws IOException {
    write("train.tsv", "a u 1", "a v 1", "b w 1", "b x 1", "c y 1", "c u 1");
    write("test.tsv", "a w 1", "b u 1", "b y 1", "c x 1");
    write(
        "recs.tsv",
        "a w 1",
        "a x 1",
        "a y 1",
        "b v 1",
        "b u 1",
        "b y 0.5",
        "c v 2",
        "c x 1",
        "c w 1");
    Path config = Files.writeString(folder.resolve("given.yml"), CONFIG.formatted(METRICS));

    Shell run = Shell.run("run", config, "--out", folder.resolve("out"));
    assertThat(run.status()).isEqualTo(ExitStatus.GOOD);
    assertThat(run.err()).doesNotContain("complete rankings");
    Shell evaluated =
        Shell.run(
            "evaluate",
            "--train",
            folder.resolve("train.tsv"),
            "--test",
            folder.resolve("test.tsv"),
            "--recs",
            folder.resolve("recs.tsv"),
            "--metrics",
            METRICS.replace(" ", ""),
            "--cutoffs",
            "2");

    assertThat(EvaluatedRow.of(evaluated)).hasSize(5);
    for (EvaluatedRow row : EvaluatedRow.of(evaluated)) {
      assertThat(ofRun(row.metric())).as(row.metric()).isEqualTo(row.value());
    }
    // a: half of 2 pairs; b: 0.5 of 1 and 0 of 1; c: half of 1 and none of 1
    assertThat(ofRun("AUC")).isEqualTo((0.5 + 0.25 + 0.25) / 3);
  }

  @Test
  void aRunTellsThatCutListsAreNoCompleteRankings() throws IOException {
    write("train.tsv", "a u 1", "a v 1", "b w 1", "b x 1", "b y 1");
    write("test.tsv", "a w 1", "b u 1");
    write("recs.tsv", "a w 1", "a x 1", "b v 1", "b u 1");
    Path config = Files.writeString(folder.resolve("given.yml"), CONFIG.formatted(METRICS));

    assertThat(Shell.run("run", config, "--out", folder.resolve("out")).err())
        .contains(
            "Proxy: task 'warm': lists are taken for complete rankings by AUC, GAUC, RMSE, but 1 of 2 lists do"
                + " not hold all items that could be shown");
  }
}
