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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** The files of docs/howto-metric.md do what the page says. */
class HowtoMetricTest {
  private static final Path PROJECT = Path.of("src/test/resources/howtometric");
  private static final Path CLASS =
      PROJECT.resolve("main/org/example/rbp/RankBiasedPrecision.java");
  private static final Path PAGE = Path.of("../../docs/howto-metric.md");
  private static final Path MODULE =
      Path.of("../../metrics/src/main/java/org/trellisrec/metrics/MetricsModule.java");

  @TempDir private static Path folder;

  private static Path plugins;

  @BeforeAll
  static void buildAndDrop() throws IOException {
    plugins = Files.createDirectory(folder.resolve("plugins"));
    ThirdPartyJar.build(PROJECT.resolve("main"), folder, plugins.resolve("rbp.jar"));
  }

  @Test
  void theMetricIsUsedFromYaml() throws IOException {
    Path out = folder.resolve("results");
    Shell run = Shell.run("run", PROJECT.resolve("rbp.yml"), "--plugins", plugins, "--out", out);
    assertThat(run.status()).as(run.err()).isEqualTo(ExitStatus.GOOD);
    assertThat(run.out()).contains("RBP_p:0.8", "RBP_p:0.5", "RBP_p:0.95_users:activity-1");
    assertThat(Files.readString(out.resolve("significance.csv"))).contains("RBP_p:0.8");
    assertThat(Files.readString(out.resolve("trials.csv"))).contains("RBP_p:0.8@10");
    assertThat(Shell.run("describe", "RBP", "--plugins", plugins).out())
        .contains("persistence", "doi:10.1145/1416950.1416952");
  }

  @Test
  void itsTestPasses() throws IOException, ClassNotFoundException {
    Path classes = Files.createDirectory(folder.resolve("test-classes"));
    Path jar = plugins.resolve("rbp.jar");
    String classPath = System.getProperty("java.class.path") + File.pathSeparator + jar;
    List<Path> sources = ThirdPartyJar.filesUnder(PROJECT.resolve("test"), ".java");
    ThirdPartyJar.compile(sources, classes, classPath);
    URL[] urls = {classes.toUri().toURL(), jar.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(urls, getClass().getClassLoader())) {
      TestExecutionSummary summary =
          run(Class.forName("org.example.rbp.RankBiasedPrecisionTest", true, loader));
      assertThat(summary.getFailures()).extracting(f -> f.getException().toString()).isEmpty();
      assertThat(summary.getTestsSucceededCount()).isGreaterThan(20);
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

  /** The class moved into our package, and the line of the page added to our module. */
  @Test
  void theLineAddsItInTree() throws IOException {
    Path sources = Files.createDirectory(folder.resolve("in-tree"));
    String moved =
        Files.readString(CLASS).replace("org.example.rbp", "org.trellisrec.metrics.accuracy");
    Path metric = Files.writeString(sources.resolve("RankBiasedPrecision.java"), moved);
    String anchor = "    metric(\"MRR\", MeanReciprocalRank.class);\n";
    String module = Files.readString(MODULE);
    assertThat(module).contains(anchor);
    Path extended =
        Files.writeString(
            sources.resolve("MetricsModule.java"),
            module
                .replace(anchor, anchor + line())
                .replaceFirst(
                    "import",
                    "import org.trellisrec.metrics.accuracy.RankBiasedPrecision;\nimport"));
    Path classes = Files.createDirectory(folder.resolve("in-tree-classes"));
    ThirdPartyJar.compile(
        List.of(metric, extended), classes, System.getProperty("java.class.path"));
    assertThat(classes.resolve("org/trellisrec/metrics/MetricsModule.class")).exists();
  }

  /** What the page says to add to the module. */
  private static String line() throws IOException {
    String lines =
        Files.readAllLines(PAGE).stream()
            .filter(line -> line.startsWith("    metric("))
            .distinct()
            .collect(Collectors.joining("\n", "", "\n"));
    assertThat(lines).hasLineCount(1).contains("\"RBP\"");
    return lines;
  }

  @Test
  void itsFilesAreThoseOfTheGuide() throws IOException {
    String guide = Files.readString(PAGE);
    try (Stream<Path> files = Files.walk(PROJECT)) {
      assertThat(files.filter(Files::isRegularFile).toList())
          .hasSize(5)
          .allSatisfy(file -> assertThat(guide).contains("\n" + Files.readString(file) + "```"));
    }
  }
}
