package org.trellisrec.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/**
 * What a page of docs/ walks through: the sources of a plugin under {@code main}, its test under
 * {@code test}, and a configuration.
 *
 * @param page the page
 * @param files folder of the files that the page shows
 * @param work folder for what is built
 */
record GuideProject(Path page, Path files, Path work) {
  /** The page and files of this name. */
  static GuideProject of(String page, String files, Path work) {
    return new GuideProject(
        Path.of("../../docs", page), Path.of("src/test/resources", files), work);
  }

  /** Everything that TrellisRec and its tests see. */
  static String wholeClassPath() {
    return System.getProperty("java.class.path");
  }

  /** The folder to drop the jar into. */
  Path plugins() {
    return work.resolve("plugins");
  }

  /** The jar in that folder, which {@link ThirdPartyJar} builds. */
  Path jar() {
    return plugins().resolve("plugin.jar");
  }

  /** A source of the plugin. */
  Path source(String name) {
    return files.resolve("main").resolve(name);
  }

  /** Compiles the test against the jar and runs it. */
  TestExecutionSummary test(String className) throws IOException, ClassNotFoundException {
    Path classes = Files.createDirectories(work.resolve("test-classes"));
    List<Path> sources = ThirdPartyJar.filesUnder(files.resolve("test"), ".java");
    ThirdPartyJar.compile(sources, classes, wholeClassPath() + File.pathSeparator + jar());
    URL[] urls = {classes.toUri().toURL(), jar().toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(urls, getClass().getClassLoader())) {
      return run(Class.forName(className, true, loader));
    }
  }

  private static TestExecutionSummary run(Class<?> test) {
    SummaryGeneratingListener listener = new SummaryGeneratingListener();
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(selectClass(test))
            .filters(EngineFilter.includeEngines("junit-jupiter"))
            .build();
    LauncherFactory.create().execute(request, listener);
    return listener.getSummary();
  }

  /**
   * Compiles a source, moved into a package of TrellisRec, and a module with the line of the page.
   *
   * @param source in the plugin
   * @param from its package there
   * @param to its package here
   * @param module the module here
   * @param anchor the line of the module after which the page's line goes
   * @return folder of the compiled classes
   */
  Path addInTree(Path source, String from, String to, Path module, String anchor)
      throws IOException {
    Path sources = Files.createDirectories(work.resolve("in-tree"));
    String name = source.getFileName().toString();
    String moved = Files.readString(source).replace(from, to);
    String old = Files.readString(module);
    assertThat(old).contains(anchor);
    String imported = "import " + to + "." + name.replace(".java", "") + ";\nimport";
    String extended = old.replace(anchor, anchor + line(anchor)).replaceFirst("import", imported);
    List<Path> both =
        List.of(
            Files.writeString(sources.resolve(name), moved),
            Files.writeString(sources.resolve(module.getFileName()), extended));
    Path classes = Files.createDirectories(work.resolve("in-tree-classes"));
    ThirdPartyJar.compile(both, classes, wholeClassPath());
    return classes;
  }

  /** The line of the page that begins like another one, up to the bracket. */
  private String line(String like) throws IOException {
    String start = like.substring(0, like.indexOf('(') + 1);
    String lines =
        Files.readAllLines(page).stream()
            .filter(line -> line.startsWith(start))
            .distinct()
            .collect(Collectors.joining("\n", "", "\n"));
    assertThat(lines).hasLineCount(1);
    return lines;
  }

  /** Fails unless the page shows every file in full. */
  void assertShown(int count) throws IOException {
    String guide = Files.readString(page);
    try (Stream<Path> walked = Files.walk(files)) {
      assertThat(walked.filter(Files::isRegularFile).toList())
          .hasSize(count)
          .allSatisfy(file -> assertThat(guide).contains("\n" + Files.readString(file) + "```"));
    }
  }
}
