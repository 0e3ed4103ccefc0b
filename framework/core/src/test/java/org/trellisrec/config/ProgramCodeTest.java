package org.trellisrec.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramCodeTest {
  @TempDir Path folder;

  /** A jar with these names and contents in turn. */
  private Path jar(String name, long time, String... entries) throws IOException {
    Path jar = folder.resolve(name);
    try (ZipOutputStream packed = new ZipOutputStream(Files.newOutputStream(jar))) {
      for (int i = 0; i < entries.length; i += 2) {
        ZipEntry entry = new ZipEntry(entries[i]);
        entry.setTime(time);
        packed.putNextEntry(entry);
        packed.write(entries[i + 1].getBytes(StandardCharsets.UTF_8));
      }
    }
    return jar;
  }

  @Test
  void whatIsInAJarCounts() throws IOException {
    String before = ProgramCode.hash(List.of(jar("a.jar", 0, "A.class", "old", "B.class", "b")));
    assertThat(ProgramCode.hash(List.of(jar("b.jar", 0, "A.class", "new", "B.class", "b"))))
        .isNotEqualTo(before);
    assertThat(ProgramCode.hash(List.of(jar("c.jar", 0, "C.class", "old", "B.class", "b"))))
        .isNotEqualTo(before);
    assertThat(ProgramCode.hash(List.of())).isNotEqualTo(before);
  }

  /** Of the class path, libraries do not count. */
  @Test
  void jarsOfTheProgramAndPluginsBesideItCount() throws IOException {
    List<Path> library = List.of(jar("a.jar", 0, "com/example/A.class", "a"));
    List<Path> own = List.of(jar("b.jar", 0, "org/trellisrec/A.class", "a"));
    List<Path> plugin =
        List.of(
            jar(
                "c.jar",
                0,
                "com/example/A.class",
                "a",
                "META-INF/services/org.trellisrec.spi.PluginModule",
                "com.example.A"));
    String nothing = ProgramCode.hash(List.of(), List.of());
    assertThat(ProgramCode.hash(library, List.of())).isEqualTo(nothing);
    assertThat(ProgramCode.hash(own, List.of())).isNotEqualTo(nothing);
    assertThat(ProgramCode.hash(plugin, List.of())).isNotEqualTo(nothing);
  }

  @Test
  void howItWasPackedDoesNot() throws IOException {
    String before = ProgramCode.hash(List.of(jar("a.jar", 0, "A.class", "a", "B.class", "b")));
    Path again =
        jar(
            "a-2.jar",
            1_700_000_000_000L,
            "META-INF/MANIFEST.MF",
            "Build-Jdk: 25",
            "META-INF/maven/pom.properties",
            "version=2",
            "B.class",
            "b",
            "A.class",
            "a");
    assertThat(ProgramCode.hash(List.of(again))).isEqualTo(before);
  }
}
