package org.trellisrec.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.listeners.TestExecutionSummary;
import org.trellisrec.config.Params;
import org.trellisrec.config.PluginCatalog;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.TrainingData;
import org.trellisrec.generate.Generated;
import org.trellisrec.generate.Generator;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.Metric;
import org.trellisrec.spi.Model;
import org.trellisrec.spi.Plugin;
import org.trellisrec.spi.Recommender;
import org.trellisrec.spi.Seed;
import org.trellisrec.spi.UserBlock;
import org.trellisrec.testkit.FakeFitContext;

/** A stranger's jar, built against core alone and dropped into the plugins folder. */
class ThirdPartyPluginTest {
  private static final Path PROJECT = Path.of("src/test/resources/thirdparty");

  private static final Path TESTED = Path.of("src/test/resources/thirdpartytest");

  @TempDir private static Path folder;

  private static Path plugins;

  @BeforeAll
  static void buildAndDrop() throws IOException {
    plugins = Files.createDirectory(folder.resolve("plugins"));
    ThirdPartyJar.build(PROJECT, folder, plugins.resolve("plugin.jar"));
  }

  @Test
  void itsPluginsAreFoundBesideOurs() {
    PluginCatalog catalog = PluginCatalog.load(plugins);
    assertThat(catalog.names(Recommender.class)).contains("MostPop", "RecentPop");
    assertThat(catalog.names(Metric.class)).contains("nDCG", "FirstHit");
    assertThat(PluginCatalog.load().find(Recommender.class, "RecentPop")).isEmpty();
  }

  @Test
  void aJarThatNamesNoModuleIsRefused(@TempDir Path other) throws IOException {
    Path jar = other.resolve("forgotten.jar");
    try (JarOutputStream empty = new JarOutputStream(Files.newOutputStream(jar))) {
      empty.putNextEntry(new JarEntry("org/"));
    }
    assertThatThrownBy(() -> PluginCatalog.load(other))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(
            "no jar in the plugins folder "
                + other
                + " names a plugin module in META-INF/services/"
                + "org.trellisrec.spi.PluginModule");
    Files.copy(plugins.resolve("plugin.jar"), other.resolve("plugin.jar"));
    assertThat(PluginCatalog.load(other).names(Metric.class)).contains("FirstHit");
  }

  @Test
  void itsRecommenderIsMadeFromItsParamsAndScores() {
    PluginCatalog catalog = PluginCatalog.load(plugins);
    Plugin<Recommender> plugin = catalog.get(Recommender.class, "recentpop");
    Recommender recommender =
        catalog.create(plugin, Params.of(plugin.params(), Map.of("half_life", 10)));
    Interactions train =
        Interactions.of(
            2,
            3,
            new int[] {0, 0, 1, 1},
            new int[] {0, 1, 0, 1},
            null,
            new long[] {80, 100, 90, 80});
    float[][] scores = {{Float.NaN, Float.NaN, Float.NaN}};
    try (Model model = recommender.fit(data(train), new FakeFitContext(1))) {
      model.score(new UserBlock(new int[] {0}, train), scores);
    }
    // ages 20 and 10, then 0 and 20, each 10 halving the weight
    assertThat(scores[0][0]).isCloseTo(1f / 4 + 1f / 2, within(1e-6f));
    assertThat(scores[0][1]).isCloseTo(1f + 1f / 4, within(1e-6f));
    assertThat(scores[0][2]).isNaN();
  }

  @Test
  void itsParamsAreCheckedLikeOurs() {
    Plugin<Recommender> plugin = PluginCatalog.load(plugins).get(Recommender.class, "RecentPop");
    assertThatThrownBy(() -> Params.of(plugin.params(), Map.of("half_live", 10)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("did you mean 'half_life'?");
    assertThatThrownBy(() -> Params.of(plugin.params(), Map.of("half_life", 0)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("half_life");
  }

  @Test
  void itIsUsedFromYaml() throws IOException {
    Path results = folder.resolve("results");
    Shell shell =
        Shell.run(
            "run",
            PROJECT.resolve("shelf.yml").toString(),
            "--plugins",
            plugins.toString(),
            "--out",
            results.toString());
    assertThat(shell.status()).as(shell.err()).isEqualTo(0);
    assertThat(shell.out()).contains("RecentPop", "FirstHit");
    assertThat(Files.readAllLines(results.resolve("metrics.csv")))
        .anyMatch(line -> line.startsWith("RecentPop,") && line.contains(",FirstHit,5,"));
  }

  @Test
  void itsTestIsThatOfTheGuideAndPasses() throws IOException, ClassNotFoundException {
    GuideProject guide = new GuideProject(Path.of("../../docs/howto-plugin.md"), TESTED, folder);
    guide.assertShown(1);
    TestExecutionSummary summary = guide.test("org.example.shelf.AlsoTakenTest");
    assertThat(summary.getFailures()).extracting(f -> f.getException().toString()).isEmpty();
    assertThat(summary.getTestsSucceededCount()).isGreaterThan(10);
  }

  @Test
  void itsSourcesAreThoseOfTheGuide() throws IOException {
    String guide = Files.readString(Path.of("../../docs/howto-plugin.md"));
    try (Stream<Path> files = Files.walk(PROJECT)) {
      assertThat(files.filter(Files::isRegularFile).toList())
          .hasSize(7)
          .allSatisfy(file -> assertThat(guide).contains("\n" + Files.readString(file) + "```"));
    }
  }

  @Test
  void itsProjectFitsTheseArtifacts() throws IOException {
    GuidePom.assertFits(PROJECT.resolve("pom.xml"), "framework/core", "framework/testkit");
    GuidePom.assertTree(Path.of("../../docs/howto-plugin.md"), PROJECT, TESTED.resolve("test"));
  }

  private static TrainingData data(Interactions train) {
    Dataset any = Generator.generate(Generated.Params.of(2, 3, 2), new Seed(1));
    return new TrainingData(any, train);
  }
}
