package org.trellisrec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** The files of docs/howto-splitter.md do what the page says. */
class HowtoSplitterTest {
  private static final Path MODULE =
      Path.of("../../splitters/src/main/java/org/trellisrec/splitters/SplittersModule.java");

  @TempDir private static Path folder;

  private static GuideProject guide;

  @BeforeAll
  static void buildAndDrop() throws IOException {
    guide = GuideProject.of("howto-splitter.md", "howtosplitter", folder);
    Files.createDirectory(guide.plugins());
    ThirdPartyJar.build(guide.source(""), folder, guide.jar());
  }

  @Test
  void bothAreUsedFromYaml() throws IOException {
    Path out = folder.resolve("results");
    Path plugins = guide.plugins();
    Path config = guide.files().resolve("sessions.yml");
    Shell run = Shell.run("run", config, "--plugins", plugins, "--out", out);
    assertThat(run.status()).as(run.err()).isEqualTo(ExitStatus.GOOD);
    assertThat(Files.readString(out.resolve("metrics.csv")))
        .contains("ItemKNN,", ",validation_warm,", ",warm,");
    assertThat(Files.readString(out.resolve("notes.txt")))
        .contains("users who never pause for 43200 and keep all in training: ");
    assertThat(Shell.run("describe", "last_session", "--plugins", plugins).out())
        .contains("gap", "Shortest pause between two sessions");
    Path splits = folder.resolve("splits");
    Shell split = Shell.run("split", config, "--plugins", plugins, "--out", splits);
    assertThat(split.status()).as(split.err()).isEqualTo(ExitStatus.GOOD);
    assertThat(splits).isNotEmptyDirectory();
  }

  @Test
  void theirTestsPass() throws IOException, ClassNotFoundException {
    TestExecutionSummary splitter = guide.test("org.example.sessions.LastSessionTest");
    assertThat(splitter.getFailures()).extracting(f -> f.getException().toString()).isEmpty();
    assertThat(splitter.getTestsSucceededCount()).isGreaterThan(8);
    TestExecutionSummary prefilter = guide.test("org.example.sessions.LatestInteractionsTest");
    assertThat(prefilter.getFailures()).extracting(f -> f.getException().toString()).isEmpty();
    assertThat(prefilter.getTestsSucceededCount()).isEqualTo(2);
  }

  /** The classes moved into our packages, and the lines of the page added to our module. */
  @Test
  void theLinesAddThemInTree() throws IOException {
    Path splitter =
        guide.addInTree(
            guide.source("org/example/sessions/LastSession.java"),
            "org.example.sessions",
            "org.trellisrec.splitters",
            MODULE,
            "    splitter(\"both_cold\", BothCold.class, BothCold.Params.class);\n");
    assertThat(splitter.resolve("org/trellisrec/splitters/LastSession.class")).exists();
    Path prefilter =
        guide.addInTree(
            guide.source("org/example/sessions/LatestInteractions.java"),
            "org.example.sessions",
            "org.trellisrec.prefilters",
            MODULE,
            "    prefilter(\"keep_users\", KeepUsers.class, KeepUsers.Params.class);\n");
    assertThat(prefilter.resolve("org/trellisrec/prefilters/LatestInteractions.class")).exists();
  }

  @Test
  void theirFilesAreThoseOfTheGuide() throws IOException {
    guide.assertShown(7);
  }
}
