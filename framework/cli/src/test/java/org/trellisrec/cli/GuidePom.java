package org.trellisrec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.trellisrec.spi.PluginModule;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The {@code pom.xml} of a page, beside those of this repository. */
final class GuidePom {
  private static final Path ROOT = Path.of("../..");
  private static final String VERSION = "/project/properties/trellisrec.version";

  private final Document document;
  private final XPath xpath = XPathFactory.newInstance().newXPath();

  private GuidePom(Path file) throws IOException {
    try {
      document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
    } catch (ParserConfigurationException | SAXException e) {
      throw new IOException(file + " is no XML", e);
    }
  }

  /**
   * Fails unless the pom asks for these artifacts as they are made here, for our release of Java,
   * and for plugins of Maven that we build with.
   *
   * @param modules folders of the modules that the plugin compiles against; the last one is the
   *     testkit
   */
  static void assertFits(Path pom, String... modules) throws IOException {
    GuidePom shown = new GuidePom(pom);
    GuidePom parent = new GuidePom(ROOT.resolve("pom.xml"));
    String release = "/project/properties/maven.compiler.release";
    assertThat(shown.text(VERSION)).isEqualTo(parent.text("/project/version"));
    assertThat(shown.text(release)).isNotEmpty().isEqualTo(parent.text(release));

    List<String> dependencies = shown.texts("//dependency/artifactId");
    assertThat(dependencies).hasSameSizeAs(modules);
    for (int i = 0; i < modules.length; i++) {
      GuidePom module = new GuidePom(ROOT.resolve(modules[i]).resolve("pom.xml"));
      assertThat(dependencies.get(i)).isEqualTo(module.text("/project/artifactId"));
    }
    assertThat(shown.texts("//dependency/groupId"))
        .containsOnly(parent.text("/project/groupId"))
        .hasSameSizeAs(modules);
    assertThat(shown.texts("//dependency/version"))
        .containsOnly("${trellisrec.version}")
        .hasSameSizeAs(modules);
    assertThat(shown.texts("//dependency/scope"))
        .containsExactlyElementsOf(
            IntStream.range(0, modules.length)
                .mapToObj(i -> i == modules.length - 1 ? "test" : "provided")
                .toList());

    for (String plugin : List.of("resources", "compiler", "surefire", "jar")) {
      String version =
          "/project/build//plugin[artifactId='maven-%s-plugin']/version".formatted(plugin);
      assertThat(shown.text(version)).isNotEmpty().isEqualTo(parent.text(version));
    }
  }

  /** Fails unless the page has a line for every file below, each where Maven looks for it. */
  static void assertTree(Path page, Path main, Path test) throws IOException {
    String guide = Files.readString(page);
    for (Path source : ThirdPartyJar.filesUnder(main, ".java")) {
      assertThat(guide).contains("\n  src/main/java/" + slashed(main, source) + "\n");
    }
    for (Path source : ThirdPartyJar.filesUnder(test, "Test.java")) {
      assertThat(guide).contains("\n  src/test/java/" + slashed(test, source) + "\n");
    }
    for (Path service : ThirdPartyJar.filesUnder(main, PluginModule.class.getName())) {
      assertThat(guide).contains("\n  src/main/resources/" + slashed(main, service) + "\n");
    }
  }

  private static String slashed(Path root, Path file) {
    return root.relativize(file).toString().replace('\\', '/');
  }

  private String text(String path) {
    return texts(path).stream().findFirst().orElse("");
  }

  private List<String> texts(String path) {
    try {
      NodeList found = (NodeList) xpath.evaluate(path, document, XPathConstants.NODESET);
      return IntStream.range(0, found.getLength())
          .mapToObj(i -> found.item(i).getTextContent())
          .toList();
    } catch (XPathExpressionException e) {
      throw new IllegalArgumentException(path, e);
    }
  }
}
