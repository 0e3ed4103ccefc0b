package org.trellisrec.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.Metric;
import org.trellisrec.spi.MetricCatalog;
import org.trellisrec.spi.Param;
import org.trellisrec.spi.Plugin;
import org.trellisrec.spi.PluginModule;
import org.trellisrec.spi.Recommender;
import org.trellisrec.spi.TaskContext;
import org.trellisrec.spi.UserMetric;

class PluginCatalogTest {
  private final PluginCatalog catalog = PluginCatalog.of(new SamplePlugins());

  /** Claims a name that {@link SamplePlugins} has too. */
  static final class Rival extends PluginModule {
    @Override
    protected void plugins() {
      recommender(
          "Other", SamplePlugins.Neighbours.class, SamplePlugins.Neighbours.Params.class, "KNN");
    }
  }

  static final class Composed extends PluginModule {
    @Override
    protected void plugins() {
      metric("Of", Of.class, Of.Settings.class);
    }
  }

  /** A metric made of another. */
  record Of(UserMetric inner) implements UserMetric {
    record Settings(@Param(description = "The other.") String metric) {}

    @Inject
    Of(Settings params, MetricCatalog metrics) {
      this(metrics.userMetric(params.metric()));
    }

    @Override
    public PerUser bind(TaskContext task) {
      return inner.bind(task);
    }
  }

  @Test
  void namesAndAliasesAreMatchedInAnyCase() {
    Plugin<Recommender> plugin = catalog.get(Recommender.class, "itemknn");
    assertThat(plugin.name()).isEqualTo("ItemKNN");
    assertThat(catalog.get(Recommender.class, "knn")).isSameAs(plugin);
    assertThat(catalog.find(Metric.class, "ItemKNN")).isEmpty();
    assertThat(catalog.named("NDCG")).extracting(Plugin::name).containsExactly("nDCG");
  }

  @Test
  void anUnknownNameIsAnsweredWithANearOne() {
    assertThatThrownBy(() -> catalog.get(Recommender.class, "ItemKN"))
        .isInstanceOf(InputException.class)
        .hasMessage("there is no recommender 'ItemKN'; did you mean 'ItemKNN'?");
    assertThatThrownBy(() -> catalog.get(Recommender.class, "Transformer"))
        .hasMessage("there is no recommender 'Transformer'; known: ItemKNN, MostPop");
  }

  @Test
  void allPluginsOfAKindAreSortedByName() {
    assertThat(catalog.names(Recommender.class)).containsExactly("ItemKNN", "MostPop");
  }

  @Test
  void aNameClaimedTwiceIsRefusedNamingBothModules() {
    assertThatThrownBy(() -> PluginCatalog.of(new SamplePlugins(), new Rival()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("two plugins claim the recommender name 'KNN'")
        .hasMessageContaining(SamplePlugins.class.getName())
        .hasMessageContaining(Rival.class.getName());
  }

  static final class Breaking extends PluginModule {
    @Override
    protected void plugins() {
      throw new ArithmeticException("no table of contents");
    }
  }

  @Test
  void aModuleThatFailsIsNamed() {
    assertThatThrownBy(() -> PluginCatalog.of(new SamplePlugins(), new Breaking()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(Breaking.class.getName())
        .hasMessageContaining("no table of contents");
  }

  static final class Nameless extends PluginModule {
    @Override
    protected void plugins() {
      metric(null, SamplePlugins.Zero.class);
    }
  }

  @Test
  void aModuleWhosePluginHasNoNameIsNamed() {
    assertThatThrownBy(() -> PluginCatalog.of(new Nameless()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("the plugin module " + Nameless.class.getName() + " failed: ")
        .hasMessageContaining("name");
  }

  @Test
  void twoEntriesOfOnePluginHaveTheirOwnParams() {
    Plugin<Recommender> plugin = catalog.get(Recommender.class, "ItemKNN");
    Recommender few = catalog.create(plugin, Params.of(plugin.params(), Map.of("neighbors", 5)));
    Recommender many = catalog.create(plugin, Params.of(plugin.params(), Map.of("neighbors", 50)));
    assertThat(((SamplePlugins.Neighbours) few).params().neighbors()).isEqualTo(5);
    assertThat(((SamplePlugins.Neighbours) many).params().neighbors()).isEqualTo(50);
  }

  @Test
  void aMetricIsMadeOfOthersByName() {
    PluginCatalog metrics = PluginCatalog.of(new SamplePlugins(), new Composed());
    Plugin<Metric> plugin = metrics.get(Metric.class, "Of");
    Of of = (Of) metrics.create(plugin, new Of.Settings("dsc"));
    assertThat(of.inner()).isInstanceOf(SamplePlugins.Beta.class);
    assertThatThrownBy(() -> metrics.create(plugin, new Of.Settings("Recal")))
        .isInstanceOf(InputException.class)
        .hasMessage("there is no metric 'Recal'; did you mean 'Recall'?");
    assertThatThrownBy(() -> metrics.create(plugin, new Of.Settings("Of")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("metric");
  }

  @Test
  void aPluginThatRefusesItsParamsSaysWhy() {
    Plugin<Recommender> plugin = catalog.get(Recommender.class, "MostPop");
    Record params = Params.of(plugin.params(), Map.of("broken", true));
    assertThatThrownBy(() -> catalog.create(plugin, params))
        .isInstanceOf(InputException.class)
        .hasMessage("MostPop cannot be broken");
  }

  @Test
  void ofSeveralJarsTheBrokenOneIsNamed(@TempDir Path folder) throws IOException {
    jar(folder.resolve("a.jar"), "# none\n");
    jar(folder.resolve("b.jar"), "org.nowhere.Missing\n");
    jar(folder.resolve("c.jar"), "\n");
    assertThatThrownBy(() -> PluginCatalog.load(folder))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("a plugin module in " + folder.resolve("b.jar") + " cannot be loaded")
        .hasMessageContaining(
            "META-INF/services/org.trellisrec.spi.PluginModule names the class org.nowhere.Missing,"
                + " which is not there; correct the name")
        .hasMessageNotContaining("version");
  }

  @Test
  void aModuleThatIsNoneMayBeOfAnotherVersion(@TempDir Path folder) throws IOException {
    jar(folder.resolve("a.jar"), getClass().getName());
    assertThatThrownBy(() -> PluginCatalog.load(folder))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(getClass().getName())
        .hasMessageEndingWith("; was it built for another version?");
  }

  /** A module that can be loaded by name. */
  public static final class Shipped extends PluginModule {
    @Override
    protected void plugins() {}
  }

  @Test
  void twoJarsWithOneModuleAreRefusedNamingBoth(@TempDir Path folder) throws IOException {
    jar(folder.resolve("mine-0.9.jar"), Shipped.class.getName());
    assertThat(PluginCatalog.load(folder).names(Recommender.class)).isEmpty();
    jar(folder.resolve("mine-1.0.jar"), Shipped.class.getName());
    assertThatThrownBy(() -> PluginCatalog.load(folder))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(folder.resolve("mine-0.9.jar").toString())
        .hasMessageContaining(folder.resolve("mine-1.0.jar").toString())
        .hasMessageContaining(Shipped.class.getName())
        .hasMessageContaining("remove one of the jars");
  }

  static final class BadDefault extends PluginModule {
    record Limits(
        @Param(description = "Depth.", byDefault = "3") int depth,
        @Param(description = "Size.", byDefault = "0", min = 1) int listSize) {}

    @Override
    protected void plugins() {
      metric("Sized", SamplePlugins.Zero.class, Limits.class);
    }
  }

  @Test
  void aDefaultThatItsOwnParameterRefusesIsAnInputError() {
    PluginCatalog bad = PluginCatalog.of(new BadDefault());
    assertThatThrownBy(() -> bad.get(Metric.class, "Sized"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("the plugin Sized cannot be used")
        .hasMessageContaining("Limits.listSize has a bad default: list_size is '0', but must be");
  }

  private static void jar(Path jar, String serviceFile) throws IOException {
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      out.putNextEntry(new ZipEntry("META-INF/services/org.trellisrec.spi.PluginModule"));
      out.write(serviceFile.getBytes(StandardCharsets.UTF_8));
    }
  }

  @Test
  void aMissingPluginsFolderIsNoError(@TempDir Path folder) {
    assertThat(PluginCatalog.load(folder.resolve("none")).names(Recommender.class))
        .isEqualTo(PluginCatalog.load().names(Recommender.class));
  }
}
