package org.trellisrec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The analysis at the end of docs/analysis.md does what the page says. */
class HowtoAnalysisTest {
  @TempDir private static Path folder;

  private static GuideProject guide;

  @BeforeAll
  static void buildAndDrop() throws IOException {
    guide = GuideProject.of("analysis.md", "howtoanalysis", folder);
    Files.createDirectory(guide.plugins());
    ThirdPartyJar.build(guide.source(""), folder, guide.jar());
  }

  @Test
  void itAnalysesARun() throws IOException {
    Path config =
        Files.writeString(
            folder.resolve("small.yml"),
            """
            experiment:
              dataset: small
              data_config: {strategy: generated, users: 60, items: 40, interactions: 900}
              splitting:
                test_splitting: {strategy: random_subsampling, test_ratio: 0.2}
              evaluation: {cutoffs: [5], simple_metrics: [nDCG]}
              models:
                MostPop:
            """);
    Path out = folder.resolve("run");
    Shell run = Shell.run("run", config, "--out", out);
    assertThat(run.status()).as(run.err()).isEqualTo(ExitStatus.GOOD);
    Shell analyze =
        Shell.run("analyze", out, "--analyses", "slowest", "--plugins", guide.plugins());
    assertThat(analyze.status()).as(analyze.err()).isEqualTo(ExitStatus.GOOD);
    List<List<String>> table =
        Files.readAllLines(out.resolve("analyses/slowest.md")).stream()
            .map(line -> List.of(line.replace(" ", "").split("\\|", -1)).subList(1, 5))
            .toList();
    assertThat(table.get(0)).containsExactly("model", "protocol", "phase", "wall_s");
    assertThat(table).anyMatch(row -> row.subList(0, 3).equals(List.of("MostPop", "warm", "fit")));
    assertThat(table.subList(2, table.size()))
        .extracting(row -> -Double.parseDouble(row.get(3)))
        .isSorted();
  }

  @Test
  void itsFilesAreThoseOfThePage() throws IOException {
    guide.assertShown(3);
  }
}
