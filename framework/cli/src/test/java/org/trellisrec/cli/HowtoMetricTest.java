package org.trellisrec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** The files of docs/howto-metric.md do what the page says. */
class HowtoMetricTest {
  private static final Path MODULE =
      Path.of("../../metrics/src/main/java/org/trellisrec/metrics/MetricsModule.java");

  @TempDir private static Path folder;

  private static GuideProject guide;

  @BeforeAll
  static void buildAndDrop() throws IOException {
    guide = GuideProject.of("howto-metric.md", "howtometric", folder);
    Files.createDirectory(guide.plugins());
    ThirdPartyJar.build(guide.source(""), folder, guide.jar());
  }

  @Test
  void theMetricIsUsedFromYaml() throws IOException {
    Path out = folder.resolve("results");
    Path plugins = guide.plugins();
    Shell run =
        Shell.run("run", guide.files().resolve("rbp.yml"), "--plugins", plugins, "--out", out);
    assertThat(run.status()).as(run.err()).isEqualTo(ExitStatus.GOOD);
    assertThat(run.out())
        .contains("RBP_p:0.8", "RBP_p:0.5", "RBP_p:0.95_groups:2_users:activity-1");
    assertThat(Files.readString(out.resolve("significance.csv"))).contains("RBP_p:0.8");
    assertThat(Files.readString(out.resolve("trials.csv"))).contains("RBP_p:0.8@10");
    assertThat(Shell.run("describe", "RBP", "--plugins", plugins).out())
        .contains("persistence", "doi:10.1145/1416950.1416952");
  }

  @Test
  void itsTestPasses() throws IOException, ClassNotFoundException {
    TestExecutionSummary summary = guide.test("org.example.rbp.RankBiasedPrecisionTest");
    assertThat(summary.getFailures()).extracting(f -> f.getException().toString()).isEmpty();
    assertThat(summary.getTestsSucceededCount()).isGreaterThanOrEqualTo(19);
  }

  /** The class moved into our package, and the line of the page added to our module. */
  @Test
  void theLineAddsItInTree() throws IOException {
    Path classes =
        guide.addInTree(
            guide.source("org/example/rbp/RankBiasedPrecision.java"),
            "org.example.rbp",
            "org.trellisrec.metrics.accuracy",
            MODULE,
            "    metric(\"MRR\", MeanReciprocalRank.class);\n");
    assertThat(classes.resolve("org/trellisrec/metrics/MetricsModule.class")).exists();
  }

  @Test
  void itsFilesAreThoseOfTheGuide() throws IOException {
    guide.assertShown(5);
  }
}
