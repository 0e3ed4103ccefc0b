package org.trellisrec.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NamedFilesTest {
  private record Params(int number, Path list, Optional<Path> more, Map<String, List<Path>> all) {}

  @TempDir Path folder;

  @BeforeEach
  void write() throws IOException {
    for (String place : List.of("a", "b")) {
      Files.createDirectories(folder.resolve(place).resolve("inner"));
      Files.writeString(folder.resolve(place).resolve("one"), "1");
      Files.writeString(folder.resolve(place).resolve("inner/two"), "2");
    }
  }

  private List<String> contents(String... names) {
    NamedFiles files = new NamedFiles();
    for (String name : names) {
      files.add(folder.resolve(name));
    }
    return files.contents(new HashMap<>());
  }

  @Test
  void whatIsEqualIsSoInAnyPlace() {
    assertThat(contents("a/one", "a")).isEqualTo(contents("b/one", "b"));
    assertThat(contents("a/one")).isNotEqualTo(contents("a/inner/two"));
  }

  @Test
  void whatIsNamedAgainCountsAgain() {
    assertThat(contents("a/one", "a/inner/two", "a/one"))
        .isEqualTo(contents("a/one", "b/inner/two", "b/one"))
        .isNotEqualTo(contents("a/one", "a/inner/two", "a/inner/two"));
  }

  /** A plugin may add to a path what makes it that of a file. */
  @Test
  void whereThereIsNoFileThePathCounts() {
    assertThat(contents("a/on")).isEqualTo(contents("a/on")).isNotEqualTo(contents("b/on"));
  }

  @Test
  void namesOfFilesInAFolderCount() throws IOException {
    List<String> before = contents("a");
    Files.move(folder.resolve("a/one"), folder.resolve("a/won"));
    assertThat(contents("a")).isNotEqualTo(before);
  }

  @Test
  void pathsAreFoundWhereverARecordHoldsThem() {
    Path one = folder.resolve("a/one");
    Path two = folder.resolve("a/inner/two");
    Params params = new Params(3, one, Optional.of(two), Map.of("all", List.of(two, one)));
    assertThat(new NamedFiles().add(params).contents(new HashMap<>()))
        .isEqualTo(contents("a/one", "a/inner/two", "a/inner/two", "a/one"));
  }
}
