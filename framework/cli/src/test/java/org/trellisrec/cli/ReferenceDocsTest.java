package org.trellisrec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.trellisrec.config.PluginCatalog;
import org.trellisrec.config.docs.ReferenceDocs;

/**
 * The generated files under docs are what the code says. Renew them with {@code mvn -pl
 * framework/cli -am test -Dtest=ReferenceDocsTest -Dsurefire.failIfNoSpecifiedTests=false
 * -Dtrellisrec.updateDocs=true}.
 */
class ReferenceDocsTest {
  private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

  private final Map<String, String> expected = ReferenceDocs.generate(PluginCatalog.load());

  @Test
  void generatedFilesAreUpToDate() throws IOException {
    if (Boolean.getBoolean("trellisrec.updateDocs")) {
      for (Map.Entry<String, String> file : expected.entrySet()) {
        Path path = ROOT.resolve(file.getKey());
        Files.createDirectories(path.getParent());
        Files.writeString(path, file.getValue());
      }
    }
    for (Map.Entry<String, String> file : expected.entrySet()) {
      assertThat(ROOT.resolve(file.getKey()))
          .as("%s is stale; renew it with -Dtrellisrec.updateDocs=true", file.getKey())
          .hasContent(file.getValue());
    }
  }

  @Test
  void noPageIsLeftOver() throws IOException {
    Set<String> found = new TreeSet<>();
    try (Stream<Path> pages = Files.list(ROOT.resolve("docs/reference"))) {
      pages.forEach(page -> found.add("docs/reference/" + page.getFileName()));
    }
    assertThat(expected.keySet()).containsAll(found);
  }
}
