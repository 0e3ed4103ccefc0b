package org.trellisrec.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trellisrec.spi.InputException;

/** One folder, one run at a time. */
class RunFolderTest {
  private static final RunIdentity RUN = new RunIdentity("values", "comparison", "code");

  /** Another process that holds the lock of a folder until it is killed. */
  static final class Holder {
    private Holder() {}

    public static void main(String[] args) throws IOException {
      try (FileChannel channel = FileChannel.open(Path.of(args[0]), StandardOpenOption.WRITE)) {
        System.out.println(channel.tryLock() == null ? "refused" : "locked");
        System.in.read();
      }
    }

    static Process start(Path folder) throws Exception {
      Path classes =
          Path.of(Holder.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  classes.toString(),
                  Holder.class.getName(),
                  folder.resolve("journal/lock").toString())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
      assertThat(said.readLine()).isEqualTo("locked");
      return process;
    }
  }

  @TempDir Path parent;
  private final List<String> notes = new ArrayList<>();

  private RunFolder at(Path path) {
    return RunFolder.at(path, RUN, true, notes::add);
  }

  private RunFolder under() {
    return RunFolder.under(parent, "run", RUN, true, notes::add, List.of());
  }

  private void assertRefused(Path path) {
    assertThatThrownBy(() -> at(path))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "--out %s: another process works in this folder; wait until it has ended, or choose another folder"
                .formatted(path));
  }

  @Test
  void theFolderOfAnotherProcessIsRefusedOrPassedOverUntilItDies() throws Exception {
    Path path = parent.resolve("run-1");
    at(path).close();
    Process other = Holder.start(path);
    try {
      assertRefused(path);
      try (RunFolder own = under()) {
        assertThat(own.path()).isNotEqualTo(path);
        assertThat(own.resumed()).isFalse();
      }
      assertThat(notes).singleElement().asString().contains("works on this run in " + path);
    } finally {
      other.destroyForcibly().waitFor();
    }
    try (RunFolder again = at(path)) {
      assertThat(again.resumed()).isTrue();
    }
  }

  @Test
  void twoRunsOfOneProcessDoNotShareAFolderEither() {
    Path path = parent.resolve("run-1");
    try (RunFolder first = at(path);
        RunFolder second = under();
        RunFolder third = under()) {
      assertRefused(path);
      assertThat(List.of(first.path(), second.path(), third.path())).doesNotHaveDuplicates();
      assertThat(List.of(first.resumed(), second.resumed(), third.resumed())).containsOnly(false);
    }
    try (RunFolder again = under()) {
      assertThat(again.resumed()).isTrue();
    }
  }

  @Test
  void aRunThatWasKilledAtOnceLeavesAFolderThatCanBeUsed() throws IOException {
    Path path = parent.resolve("run-1");
    Files.createFile(Files.createDirectories(path.resolve("journal")).resolve("lock"));
    try (RunFolder folder = at(path)) {
      assertThat(folder.resumed()).isFalse();
    }
  }

  @Test
  void aRefusedFolderIsLeftAsItIs() throws IOException {
    Path foreign = Files.createDirectories(parent.resolve("foreign"));
    Files.createFile(foreign.resolve("thesis.tex"));
    assertThatThrownBy(() -> at(foreign)).hasMessageContaining("holds no run of TrellisRec");
    assertThat(foreign).isDirectoryNotContaining("glob:**journal");

    at(parent.resolve("run-1")).close();
    RunIdentity other = new RunIdentity("others", "comparison", "code");
    assertThatThrownBy(() -> RunFolder.at(parent.resolve("run-1"), other, true, notes::add))
        .hasMessageContaining("another configuration");
    RunIdentity newer = new RunIdentity("others", "comparison", "newer");
    assertThatThrownBy(() -> RunFolder.at(parent.resolve("run-1"), newer, true, notes::add))
        .hasMessageContaining("another version of TrellisRec or of its plugins");
    try (RunFolder free = at(parent.resolve("run-1"))) {
      assertThat(free.resumed()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n"})
  void anIdentityThatTellsNothingIsCalledDamaged(String identity) throws IOException {
    Path path = parent.resolve("run-1");
    at(path).close();
    Path file = Files.writeString(path.resolve("journal/identity.txt"), identity);
    String message =
        "--out %s: %s is damaged, so it is not known which run the folder holds; choose another folder, or"
            + " delete this one";
    assertThatThrownBy(() -> at(path))
        .isInstanceOf(InputException.class)
        .hasMessage(message.formatted(path, file));
    try (RunFolder other = under()) {
      assertThat(other.path()).isNotEqualTo(path);
    }
  }

  @Test
  void whatNoRunCanBeInIsRefusedBeforeThereIsOne() throws IOException {
    Path foreign = Files.createDirectories(parent.resolve("foreign"));
    Path file = Files.createFile(foreign.resolve("thesis.tex"));
    assertThatThrownBy(() -> RunFolder.requireUsable(foreign))
        .hasMessageContaining("holds no run of TrellisRec");
    assertThatThrownBy(() -> RunFolder.requireUsable(file)).hasMessageContaining("is a file");
    assertThatThrownBy(() -> RunFolder.requireUsable(file.resolve("run/1")))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "cannot write results into %s: %s is a file, not a folder"
                .formatted(file.resolve("run/1"), file));
    at(parent.resolve("run-1")).close();
    RunFolder.requireUsable(parent.resolve("run-1"));
    RunFolder.requireUsable(parent.resolve("none/yet"));
    assertThat(parent.resolve("none")).doesNotExist();
  }
}
