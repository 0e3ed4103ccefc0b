package org.trellisrec.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trellisrec.config.search.Distribution;
import org.trellisrec.config.search.Domain;
import org.trellisrec.evaluation.Mask;
import org.trellisrec.significance.BootstrapConfig;
import org.trellisrec.significance.Correction;
import org.trellisrec.significance.SignificanceConfig;
import org.trellisrec.spi.Convention;
import org.trellisrec.spi.Device;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.Seed;

class ExperimentLoaderTest {
  @TempDir private Path folder;
  private ConfigFixture fixture;

  @BeforeEach
  void makeFixture() {
    fixture = new ConfigFixture(folder);
  }

  @Test
  void aGoodFileIsReadWithDefaults() {
    ExperimentConfig config = fixture.load(ConfigFixture.GOOD);
    assertThat(config.dataset()).isEqualTo("tiny");
    assertThat(config.topK()).isEqualTo(20);
    assertThat(config.seeds()).containsExactly(new Seed(42));
    assertThat(config.device()).isEqualTo(Device.AUTO);
    assertThat(config.reader().params())
        .isEqualTo(new SamplePlugins.Reader.Params(folder.resolve("ratings.tsv"), null, false));
    assertThat(config.prefilters()).extracting(PluginConfig::name).containsExactly("user_k_core");
    assertThat(config.protocols()).hasSize(1);
    assertThat(config.protocols().get(0).name()).isEqualTo("warm");
    assertThat(config.protocols().get(0).validation()).isPresent();
    assertThat(config.evaluation().cutoffs()).containsExactly(5, 10);
    assertThat(config.evaluation().metrics())
        .extracting(PluginConfig::name)
        .containsExactly("nDCG", "Recall", "DSC");
    assertThat(config.evaluation().mask()).isEqualTo(Mask.TRAIN);
    assertThat(config.models()).extracting(ModelConfig::name).containsExactly("MostPop", "ItemKNN");
    assertThat(config.models().get(1).meta().validation()).isEqualTo(new MetricAt("nDCG", 5));
    assertThat(config.notes()).isEmpty();
  }

  @Test
  void overridesReplaceAndCreateKeys() {
    ExperimentConfig config =
        fixture.load(
            ConfigFixture.GOOD,
            "experiment.models.ItemKNN.k=[5, 6]",
            "experiment.evaluation.convention=recbole",
            "experiment.evaluation.cutoffs.1=15",
            "experiment.models.\"my.own\".model=MostPop");
    assertThat(config.evaluation().convention()).isEqualTo(Convention.RECBOLE);
    assertThat(config.evaluation().mask()).isEqualTo(Mask.TRAIN_AND_VALIDATION);
    assertThat(config.evaluation().cutoffs()).containsExactly(5, 15);
    assertThat(config.models().get(1).space().domains())
        .isEqualTo(Map.of("neighbors", new Domain.Grid(List.of(5, 6))));
    assertThat(config.models().get(2).name()).isEqualTo("my.own");
  }

  @Test
  void aWrongOverrideIsNamed() {
    assertThatThrownBy(
            () ->
                fixture.load(
                    ConfigFixture.GOOD,
                    "experiment.topk=3",
                    "top_k=3",
                    "experiment.top_k",
                    "experiment..x=1",
                    "experiment.top_k.x=1",
                    "experiment.evaluation.cutoffs.9=1",
                    "experiment.models=[a"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(
            "--set experiment.topk=3: experiment.topk is not a parameter of experiment;"
                + " did you mean 'top_k'?")
        .hasMessageContaining(
            "--set top_k=3: the path must start with 'experiment'; did you mean"
                + " 'experiment.top_k=3'?")
        .hasMessageContaining("--set experiment.top_k: write the option as --set path=value")
        .hasMessageContaining("--set experiment..x=1: 'experiment..x' is not a path of keys")
        .hasMessageContaining("--set experiment.top_k.x=1: 'x' cannot be set inside of '20'")
        .hasMessageContaining(
            "--set experiment.evaluation.cutoffs.9=1: '9' is not an element of this list: its"
                + " elements are 0 to 1")
        .hasMessageContaining("--set experiment.models=[a: this is not YAML");
  }

  @Test
  void pathsStartAtTheFileOrForOverridesAtTheWorkingDirectory() throws Exception {
    Path data = Files.createDirectories(folder.resolve("data/tiny"));
    Files.writeString(data.resolve("r.tsv"), "");
    String yaml = ConfigFixture.GOOD.replace("ratings.tsv", "data/{0}/r.tsv");
    Path expected = data.resolve("r.tsv");
    assertThat(path(fixture.load(yaml))).isEqualTo(expected);
    assertThat(
            path(
                fixture.load(
                    ConfigFixture.GOOD.replace("ratings.tsv", "r.tsv"),
                    "experiment.data_config.root=data/tiny")))
        .isEqualTo(expected);
    ExperimentConfig overridden =
        ExperimentLoader.load(
            fixture.write(ConfigFixture.GOOD),
            List.of("experiment.data_config.dataset_path=r.tsv"),
            ConfigFixture.CATALOG,
            name -> null,
            data);
    assertThat(path(overridden)).isEqualTo(expected);
  }

  private static Path path(ExperimentConfig config) {
    return ((SamplePlugins.Reader.Params) config.reader().params()).datasetPath();
  }

  @Test
  void environmentVariablesAreReplaced() {
    String yaml =
        ConfigFixture.GOOD
            .replace("top_k: 20", "top_k: ${K}3")
            .replace("neighbors: 50", "row_weights: a${EMPTY:-b}$${c}\n      k: ${NONE:-9}");
    ExperimentConfig config = fixture.load(yaml);
    assertThat(config.topK()).isEqualTo(73);
    assertThat(config.models().get(1).fixed())
        .containsEntry("neighbors", 9)
        .containsEntry("row_weights", "ab${c}");
  }

  @Test
  void anchorsAndMergeKeysAreRead() {
    ExperimentConfig config =
        fixture.model(
            """
            A: &base {model: ItemKNN, neighbors: 3, shrink: 1}
            B: {<<: *base, neighbors: 4}
            """);
    assertThat(config.models().get(2).fixed())
        .containsEntry("neighbors", 4)
        .containsEntry("shrink", 1.0);
  }

  @Test
  void searchSpacesAreRecognised() {
    ModelConfig model =
        fixture
            .model(
                """
                ItemKNN:
                  neighbors: [10, 20, 30]
                  shrink: {quantized_uniform: [0, 100, 10]}
                  similarity: {choice: [cosine, JACCARD]}
                  layers: [[8], [16, 4]]
                  row_weights: [uniform, x]
                  meta: {hyper_max_evals: 7, hyper_opt_alg: tpe}
                """)
            .models()
            .get(1);
    assertThat(model.space().domains())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "neighbors", new Domain.Grid(List.of(10, 20, 30)),
                "similarity", new Domain.Grid(List.of("cosine", "jaccard")),
                "shrink", new Domain.Numbers(Distribution.UNIFORM, 0, 100, 10, false),
                "layers", new Domain.Grid(List.of(List.of(8), List.of(16, 4))),
                "row_weights", new Domain.Grid(List.of("uniform", "x"))));
    Map<String, Object> trial =
        Map.of(
            "neighbors",
            20,
            "similarity",
            "jaccard",
            "shrink",
            30.0,
            "layers",
            List.of(16, 4),
            "row_weights",
            "x");
    assertThat(model.bind(trial))
        .isEqualTo(
            new SamplePlugins.Neighbours.Params(
                20, SamplePlugins.Similarity.JACCARD, 30, List.of(16, 4), "x"));
  }

  @Test
  void elliotsSearchSpacesAreRecognised() {
    ModelConfig model =
        fixture
            .model(
                """
                ItemKNN:
                  neighbors: [quniform, 10, 100, 10.0]
                  shrink: [loguniform, -10, -1]
                  layers: [(64,32), (128,64,32), (8,)]
                  epochs: [1, 2]
                  seed: 3
                  meta: {hyper_max_evals: 7, verbose: None, validation_metric: recall}
                  early_stopping: {monitor: nDCG@10, patience: 3, mode: auto}
                """)
            .models()
            .get(1);
    assertThat(model.space().domains())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "neighbors", new Domain.Numbers(Distribution.UNIFORM, 10, 100, 10, true),
                "shrink",
                    new Domain.Numbers(
                        Distribution.LOG_UNIFORM, Math.exp(-10), Math.exp(-1), 0, false),
                "layers",
                    new Domain.Grid(List.of(List.of(64, 32), List.of(128, 64, 32), List.of(8)))));
    assertThat(model.earlyStopping().flatMap(EarlyStoppingConfig::metric))
        .isEqualTo(Optional.of(new MetricAt("nDCG", 10)));
    assertThat(model.meta().validation()).isEqualTo(new MetricAt("Recall", 5));
  }

  @Test
  void aListParameterTakesAListATupleOrASingleValue() {
    assertThat(fixture.model("ItemKNN: {layers: [8, 4]}").models().get(1).fixed())
        .containsEntry("layers", List.of(8, 4));
    assertThat(fixture.model("ItemKNN: {layers: 8}").models().get(1).fixed())
        .containsEntry("layers", List.of(8));
    assertThat(fixture.model("ItemKNN:\n  layers: (8,4)").models().get(1).fixed())
        .containsEntry("layers", List.of(8, 4));
  }

  @Test
  void elliotsOtherKeysAreNoted() {
    String yaml =
        ConfigFixture.GOOD
            .replace(
                "  top_k: 20\n",
                """
                top_k: 20
                version: 0.3.1
                gpu: -1
                backend: [tensorflow]
                path_output_rec_result: ./x
                config_test: False
                print_results_as_triplets: True
                """
                    .indent(2))
            .replace(
                "    strategy: dataset\n",
                "    strategy: dataset\n    dataloader: DataSetLoader\n    side_information: []\n")
            .replace("ItemKNN:", "external.ItemKNN:\n      epochs: 3");
    ExperimentConfig config = fixture.load(yaml);
    assertThat(config.device()).isEqualTo(Device.CPU);
    assertThat(config.notes())
        .hasSize(9)
        .anySatisfy(
            note ->
                assertThat(note)
                    .contains(":27:5: models.external.ItemKNN is the ItemKNN of this program: "))
        .anySatisfy(
            note ->
                assertThat(note)
                    .endsWith(
                        "bench.yml:4:3: experiment.version is a key of Elliot, and evaluation names"
                            + " no convention: metrics follow the textbook; 'convention: elliot'"
                            + " gives Elliot's definitions"))
        .anySatisfy(
            note ->
                assertThat(note)
                    .endsWith(
                        "bench.yml:4:3: experiment.version has no effect here: Elliot's version"
                            + " is not checked"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "  top_k: 20\n|  top_k: 20\n  gpu: 0\n",
        "    cutoffs: [5, 10]\n|    cutoffs: [5, 10]\n    paired_ttest: true\n",
        "    MostPop:\n|    MostPop: {meta: {verbose: true}}\n",
        "    MostPop:\n|    MostPop: {update_users: true}\n",
        "    MostPop:\n|    external.MostPop:\n"
      })
  void whoComesFromElliotIsToldOfItsDefinitionsOnce(String change) {
    String[] parts = change.split("\\|", -1);
    String yaml = ConfigFixture.GOOD.replace(parts[0], parts[1]);
    assertThat(fixture.load(yaml).notes())
        .filteredOn(note -> note.contains("'convention: elliot' gives"))
        .hasSize(1);
    assertThat(
            fixture
                .load(yaml.replace("  evaluation:\n", "  evaluation:\n    convention: standard\n"))
                .notes())
        .noneMatch(note -> note.contains("'convention: elliot'"));
    assertThat(fixture.load(ConfigFixture.GOOD).notes()).isEmpty();
  }

  @Test
  void severalProtocolsHaveNames() {
    String protocols =
        """
          protocols:
            - {test_splitting: {strategy: random_subsampling, test_ratio: 0.2}}
            - {test_splitting: {strategy: item_cold, test_ratio: 0.2}}
            - {name: x, test_splitting: {strategy: item_cold, leave_n_out: 2}}
            - {test_splitting: {strategy: last_session, leave_n_out: 1}}
        """
            .indent(2)
            .replaceAll("(?m)^ {2}", "");
    String yaml =
        ConfigFixture.GOOD.replaceFirst(
            "(?s)  splitting:.*?  evaluation", protocols + "  evaluation");
    assertThat(fixture.load(yaml).protocols())
        .extracting(ProtocolConfig::name)
        .as("the names of the tasks of the splitters, unless another is given")
        .containsExactly("warm", "item_cold", "x", "session");
    assertThatThrownBy(() -> fixture.load(yaml.replace("name: x, ", "")))
        .hasMessageContaining("two protocols are called 'item_cold'; give each a 'name'");
    assertThatThrownBy(() -> fixture.load(yaml.replace("out: 1}", "out: 1, folds: 2}")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("protocols[3].test_splitting: there is one last session only");
  }

  @Test
  void theResolvedFileLoadsToTheSameExperiment() {
    String yaml =
        ConfigFixture.GOOD.replace(
            "      neighbors: 50\n",
            """
                  neighbors: [10, 20]
                  shrink: {log_uniform: [1e-3, 0.5]}
                  layers: [[8], [16, 4]]
                  row_weights: "null"
                  early_stopping: {monitor: loss}
                  meta: {hyper_max_evals: 3, device: gpu:1, deterministic: false, restore: .}
                Own: {model: ItemKNN, row_weights: "a${b", layers: [1]}
            """
                .replace("${", "$${")
                .indent(2)
                .replaceFirst("(?m)^ {6}Own", "    Own"));
    ExperimentConfig config = fixture.load(yaml);
    String resolved = ResolvedYaml.write(config);
    ExperimentConfig again = fixture.load(resolved);
    assertThat(ResolvedYaml.write(again)).isEqualTo(resolved);
    assertThat(again).usingRecursiveComparison().ignoringFields("models.at").isEqualTo(config);
    assertThat(resolved).contains("shrink:\n", "log_uniform", "patience: 10", "threads: 0");
  }

  @Test
  void aRunIsTheSameWhateverIsKeptOfIt() {
    String identity = ResolvedYaml.measuring(fixture.load(ConfigFixture.GOOD));
    for (String harmless : List.of("resume=false", "tensorboard=true", "threads=3", "output=x")) {
      ExperimentConfig config = fixture.load(ConfigFixture.GOOD, "experiment." + harmless);
      assertThat(ResolvedYaml.measuring(config)).as(harmless).isEqualTo(identity);
      assertThat(ResolvedYaml.write(config)).as(harmless).isNotEqualTo(identity);
    }
    for (String other :
        List.of(
            "deterministic=false",
            "device=cpu",
            "evaluation.allow_selection_on_test=true",
            "models.ItemKNN.meta.restore=true")) {
      ExperimentConfig config = fixture.load(ConfigFixture.GOOD, "experiment." + other);
      assertThat(ResolvedYaml.measuring(config)).as(other).isNotEqualTo(identity);
    }
  }

  /** What a run is told apart by are its models, its seeds, and what their units share. */
  @Test
  void whatMakesAnotherRunMakesOtherUnitsButForModelsAndSeeds() {
    ExperimentConfig config = fixture.load(ConfigFixture.GOOD);
    Map<String, String> shared = ResolvedYaml.shared(config);
    Map<String, String> own = ResolvedYaml.own(config.models().get(0));
    assertThat(shared).containsKeys("dataset", "top_k", "evaluation.simple_metrics", "device");
    assertThat(own).containsKeys("model", "meta.save_recs");
    for (String other :
        List.of(
            "random_seed=7",
            "seeds=[42, 7]",
            "splitting={save_on_disk: true, save_folder: s, test_splitting: {strategy:"
                + " random_subsampling, test_ratio: 0.2}, validation_splitting: {strategy:"
                + " random_subsampling, test_ratio: 0.1}}",
            "models.Own={model: MostPop}",
            "models.ItemKNN.meta.save_recs=false",
            "threads=3")) {
      assertThat(ResolvedYaml.shared(fixture.load(ConfigFixture.GOOD, "experiment." + other)))
          .as(other)
          .isEqualTo(shared);
    }
    for (String other :
        List.of(
            "dataset=other",
            "top_k=50",
            "deterministic=false",
            "device=cpu",
            "binarize=true",
            "evaluation.cutoffs=[1]",
            "evaluation.mask=none",
            "evaluation.allow_selection_on_test=true")) {
      assertThat(ResolvedYaml.shared(fixture.load(ConfigFixture.GOOD, "experiment." + other)))
          .as(other)
          .isNotEqualTo(shared);
    }
  }

  @ParameterizedTest
  @CsvSource({"-1,cpu", "0,auto", "1,auto"})
  void elliotsGpuIsADevice(String gpu, String device) {
    ExperimentConfig config = fixture.load(ConfigFixture.GOOD, "experiment.gpu=" + gpu);
    assertThat(config.device()).hasToString(device);
    assertThat(config.notes())
        .singleElement()
        .asString()
        .contains("experiment.gpu: %s is read as 'device: %s'".formatted(gpu, device));
    ExperimentConfig own =
        fixture.load(ConfigFixture.GOOD, "experiment.gpu=" + gpu, "experiment.device=gpu:3");
    assertThat(own.device()).isEqualTo(Device.gpu(3));
    assertThat(own.notes())
        .singleElement()
        .asString()
        .contains("experiment.gpu has no effect beside experiment.device");
  }

  @Test
  void anotherNumberOfThreadsIsTheUsersSettingAndTheSameRun() {
    ExperimentConfig config = fixture.load(ConfigFixture.GOOD);
    ExperimentConfig two = config.withThreads(2);
    assertThat(two.threads()).isEqualTo(2);
    assertThat(ResolvedYaml.write(two)).contains("threads: 2\n");
    assertThat(ResolvedYaml.measuring(two)).isEqualTo(ResolvedYaml.measuring(config));
  }

  @Test
  void aModelMaySayWhichModelIsRestored() {
    assertThat(restore("false")).isEqualTo(Restore.NOTHING);
    assertThat(restore("True")).isEqualTo(Restore.LATEST);
    assertThat(restore("ratings.tsv")).isEqualTo(Restore.of(folder.resolve("ratings.tsv")));
    assertThatThrownBy(() -> restore("nowhere"))
        .hasMessageContaining("meta.restore names 'nowhere', but there is no " + folder);
  }

  private Restore restore(String text) {
    return fixture
        .model("ItemKNN: {meta: {restore: " + text + "}}")
        .models()
        .get(1)
        .meta()
        .restore();
  }

  @Test
  void testsBetweenModelsAreThoseOfTheSection() {
    assertThat(fixture.load(ConfigFixture.GOOD).evaluation().significance()).isEmpty();
    assertThat(fixture.load(ConfigFixture.GOOD + "  significance:\n").evaluation().significance())
        .contains(Params.defaults(SignificanceConfig.class));
    ExperimentConfig config =
        fixture.load(
            ConfigFixture.GOOD + "  significance: {correction: holm, bootstrap: {}}\n",
            "experiment.evaluation.paired_ttest=true");
    SignificanceConfig significance = config.evaluation().significance().orElseThrow();
    assertThat(significance.correction()).isEqualTo(Correction.HOLM);
    assertThat(significance.bootstrap()).isEqualTo(Params.defaults(BootstrapConfig.class));
    assertThat(config.notes()).singleElement().asString().contains("evaluation.paired_ttest");
    ExperimentConfig again = fixture.load(ResolvedYaml.write(config));
    assertThat(again.evaluation()).isEqualTo(config.evaluation());
    assertThat(again.notes()).isEmpty();
  }

  @Test
  void elliotsTestsStandWhereThereIsNoSection() {
    ExperimentConfig config =
        fixture.load(ConfigFixture.GOOD, "experiment.evaluation.wilcoxon_test=true");
    assertThat(config.evaluation().significance())
        .isEqualTo(SignificanceConfig.elliot(false, true));
    assertThat(fixture.load(ResolvedYaml.write(config)).evaluation())
        .isEqualTo(config.evaluation());
  }

  @Test
  void aHugeExpansionOfAliasesIsRefused() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 9; i++) {
      bomb.append(
          "a%d: &a%d [*a%d, *a%d, *a%d, *a%d, *a%d, *a%d, *a%d]\n"
              .replace("*a%d", "*a" + (i - 1))
              .formatted(i, i));
    }
    assertThatThrownBy(() -> fixture.load(bomb.toString()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(
            "bench.yml: this YAML is refused: its aliases expand to more than 200000 values");
    assertThatThrownBy(() -> fixture.load("a: &a [*a]"))
        .hasMessageContaining("bench.yml:1:4: this YAML is refused: an alias refers to the value");
    assertThatThrownBy(() -> fixture.load("[".repeat(100)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("bench.yml: this YAML is refused: Nesting Depth exceeded");
  }

  @Test
  void aFileThatCannotBeReadIsNamed() throws Exception {
    assertThatThrownBy(
            () -> ExperimentLoader.load(folder.resolve("no.yml"), List.of(), ConfigFixture.CATALOG))
        .hasMessage("there is no configuration file " + folder.resolve("no.yml"));
    assertThatThrownBy(() -> ExperimentLoader.load(folder, List.of(), ConfigFixture.CATALOG))
        .hasMessage(folder + " is a folder, not a configuration file");
    Path latin = Files.write(folder.resolve("latin.yml"), new byte[] {'a', ':', '\n', (byte) 0xE9});
    assertThatThrownBy(() -> ExperimentLoader.load(latin, List.of(), ConfigFixture.CATALOG))
        .hasMessage(
            latin
                + ":2: this is not written in UTF-8; convert the file, for instance with iconv -f"
                + " latin1 -t utf-8");
    assertThatThrownBy(() -> fixture.load("# nothing\n")).hasMessageContaining("the file is empty");
    assertThatThrownBy(() -> fixture.load("- 1"))
        .hasMessageContaining("the file is a list, but must be a map with the key 'experiment'");
    assertThatThrownBy(() -> fixture.load("a: 1\n---\nb: 2"))
        .hasMessageContaining(
            "bench.yml:2:1: a second document starts here, but one is read; keep one");
  }

  @Test
  void modalitiesWithoutSubsetsAreNoted() {
    String missing = "experiment.evaluation.missing_modalities={modalities: {items: [a]}%s}";
    assertThat(fixture.load(ConfigFixture.GOOD, missing.formatted("")).notes())
        .anyMatch(
            note ->
                note.endsWith(
                    "evaluation.missing_modalities.modalities.items has no effect without subsets;"
                        + " add, for instance, 'subsets: {items: all}'"));
    assertThat(
            fixture.load(ConfigFixture.GOOD, missing.formatted(", subsets: {items: all}")).notes())
        .noneMatch(note -> note.contains("modalities"));
  }

  @Test
  void aMetricThatDecidesNothingIsNoted() {
    String model =
        "experiment.models={A: {model: MostPop, %s"
            + "meta: {optimize_internal_loss: true, validation_metric: nDCG}}}";
    assertThat(fixture.load(ConfigFixture.GOOD, model.formatted("")).notes())
        .anyMatch(
            note ->
                note.endsWith(
                    "models.A.meta.validation_metric has no effect beside optimize_internal_loss:"
                        + " the training loss decides"));
    assertThat(
            fixture
                .load(ConfigFixture.GOOD, model.formatted("early_stopping: {patience: 3}, "))
                .notes())
        .noneMatch(note -> note.contains("has no effect beside"));
  }
}
