package org.trellisrec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trellisrec.config.ExperimentConfig;
import org.trellisrec.config.ExperimentLoader;
import org.trellisrec.config.PluginCatalog;
import org.trellisrec.config.ResolvedYaml;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.Modality;
import org.trellisrec.generate.DatasetWriter;
import org.trellisrec.generate.Generated;
import org.trellisrec.generate.Generator;
import org.trellisrec.pipeline.Experiment;
import org.trellisrec.pipeline.RunListener;
import org.trellisrec.pipeline.RunOptions;
import org.trellisrec.pipeline.RunOutcome;
import org.trellisrec.pipeline.SplitData;
import org.trellisrec.report.MetricRow;
import org.trellisrec.spi.Seed;

/** The example of docs/side-information.md, on generated data written to files. */
class SideInformationDocTest {
  private static final Path PAGE = Path.of("../../docs/side-information.md");
  private static final PluginCatalog CATALOG = PluginCatalog.load();

  @TempDir Path folder;

  private ExperimentConfig config() throws IOException {
    Matcher block = Pattern.compile("(?ms)^```yaml\\n(.*?)^```$").matcher(Files.readString(PAGE));
    assertThat(block.find()).isTrue();
    Path file =
        Files.writeString(
            folder.resolve("demo.yml"),
            block.group(1).replace("dataset: demo\n", "dataset: demo\n  output: results\n"));
    return ExperimentLoader.load(file, List.of(), CATALOG);
  }

  private static RunOptions options(Path out) {
    return new RunOptions(Optional.ofNullable(out), 2, Map.of());
  }

  private Dataset generate() {
    Dataset data = Generator.generate(Generated.Params.of(120, 80, 2400), new Seed(7));
    DatasetWriter.write(data, folder.resolve("demo"));
    return data;
  }

  @Test
  void readsBackWhatWasGenerated() throws IOException {
    Dataset written = generate();

    SplitData read = Experiment.split(config(), CATALOG, options(null), RunListener.SILENT);

    Map<String, Modality> items = read.dataset().side().items();
    assertThat(items.keySet()).containsExactly("genres", "category", "text", "vector");
    Modality.MultiHot expected = (Modality.MultiHot) written.side().items().get("genres");
    Modality.MultiHot genres = (Modality.MultiHot) items.get("genres");
    Modality.Dense vectors = (Modality.Dense) items.get("vector");
    for (int item = 0; item < read.dataset().items().size(); item++) {
      int old = written.items().indexOf(read.dataset().items().id(item));
      assertThat(labels(genres, item)).isEqualTo(labels(expected, old));
      assertThat(vectors.vectors()[item])
          .isEqualTo(((Modality.Dense) written.side().items().get("vector")).vectors()[old]);
    }
    assertThat(((Modality.Dense) items.get("text")).length()).isEqualTo(16);
    assertThat(read.splits())
        .extracting(split -> split.protocol())
        .containsExactly(
            "warm",
            "user_cold-reveal-0",
            "user_cold-reveal-1",
            "user_cold-reveal-5",
            "item_cold-test_ratio-0.1",
            "item_cold-test_ratio-0.3");
  }

  private static List<String> labels(Modality.MultiHot modality, int entity) {
    return Arrays.stream(modality.codes()[entity])
        .mapToObj(modality.labels()::get)
        .sorted()
        .toList();
  }

  @Test
  void runsAndResolvesToTheSame() throws IOException {
    generate();
    ExperimentConfig config = config();
    Path resolved = Files.writeString(folder.resolve("resolved.yml"), ResolvedYaml.write(config));
    assertThat(ExperimentLoader.load(resolved, List.of(), CATALOG))
        .usingRecursiveComparison()
        .ignoringFields("file", "models.at", "side.users.at", "side.items.at")
        .isEqualTo(config);

    RunOutcome run =
        Experiment.run(config, CATALOG, options(folder.resolve("out")), RunListener.SILENT);

    assertThat(run.complete()).isTrue();
    assertThat(run.report().metrics())
        .extracting(MetricRow::metric)
        .contains("nDCG_users:warmth-cold", "nDCG_users:warmth-warm");
    assertThat(Files.readString(run.folder().resolve("statistics.csv")))
        .contains("users_with_gender,120", "items_with_text,");
  }
}
