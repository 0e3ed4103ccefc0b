package org.trellisrec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** The files of docs/howto-model.md do what the page says. */
class HowtoModelTest {
  private static final Path MODULE =
      Path.of(
          "../../recommenders/src/main/java/org/trellisrec/recommenders/RecommendersModule.java");

  @TempDir private static Path folder;

  private static GuideProject guide;

  @BeforeAll
  static void buildAndDrop() throws IOException {
    guide = GuideProject.of("howto-model.md", "howtomodel", folder);
    Files.createDirectory(guide.plugins());
    ThirdPartyJar.build(guide.source(""), folder, guide.jar(), GuideProject.wholeClassPath());
  }

  @Test
  void theModelIsUsedFromYaml() throws IOException {
    Path out = folder.resolve("results");
    Path plugins = guide.plugins();
    Shell run =
        Shell.run("run", guide.files().resolve("mfccl.yml"), "--plugins", plugins, "--out", out);
    assertThat(run.status()).as(run.err()).isEqualTo(ExitStatus.GOOD);
    assertThat(run.out()).contains("MFCCL");
    assertThat(Files.readString(out.resolve("trials.csv"))).contains("margin", "0.4");
    assertThat(Files.readString(out.resolve("epochs.csv"))).contains("MFCCL");
    assertThat(Files.readString(out.resolve("provenance.json")))
        .containsPattern(
            "\"computed_by\" : \\{\\s+\"MFCCL\" : \\[ \\{\\s+\"device\" : \"[CG]PU:0\",\\s+\"tensorflow\" : \"2");
    assertThat(Shell.run("describe", "MFCCL", "--plugins", plugins).out())
        .contains("negative_weight", "learning_rate", "doi:10.1145/3459637.3482297");
  }

  @Test
  void itsTestPasses() throws IOException, ClassNotFoundException {
    TestExecutionSummary summary = guide.test("org.example.ccl.CosineContrastiveMfTest");
    assertThat(summary.getFailures()).extracting(f -> f.getException().toString()).isEmpty();
    assertThat(summary.getTestsSucceededCount()).isGreaterThan(20);
  }

  /** The class moved into our package, and the line of the page added to our module. */
  @Test
  void theLineAddsItInTree() throws IOException {
    Path classes =
        guide.addInTree(
            guide.source("org/example/ccl/CosineContrastiveMf.java"),
            "org.example.ccl",
            "org.trellisrec.recommenders.factorization",
            MODULE,
            "    recommender(\"BPRMF\", BprMf.class, BprMf.Params.class, \"BPRMF_batch\");\n");
    assertThat(classes.resolve("org/trellisrec/recommenders/RecommendersModule.class")).exists();
  }

  @Test
  void itsProjectFitsTheseArtifacts() throws IOException {
    GuidePom.assertFits(
        guide.files().resolve("pom.xml"),
        "framework/core",
        "framework/tensorflow",
        "framework/testkit");
    GuidePom.assertTree(guide.page(), guide.source(""), guide.files().resolve("test"));
  }

  @Test
  void itsFilesAreThoseOfTheGuide() throws IOException {
    guide.assertShown(6);
  }
}
