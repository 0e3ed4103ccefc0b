package org.trellisrec.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trellisrec.spi.InputException;

class WrongInputTest {
  @TempDir private Path folder;

  static Stream<Arguments> yaml() {
    return Stream.of(
        arguments(
            "experiment:",
            "experimant:",
            "1:1: 'experimant' is not a key of the file; did you mean 'experiment'?"),
        arguments(
            "top_k: 20",
            "top_k: 20\n  top_k: 30",
            "4:3: the key 'top_k' is given twice; the first is in line 3"),
        arguments(
            "top_k: 20",
            "top_k: ${MISSING}",
            "3:10: the environment variable MISSING is not set; set it, or write ${MISSING:-default}"),
        arguments(
            "top_k: 20",
            "top_k: \"${1x}\"",
            "3:10: '${' does not start a variable; write ${NAME} or ${NAME:-default}, or $${ for itself"),
        arguments(
            "top_k: 20",
            "top_k: !!java.net.URL x",
            "3:10: the tag 'tag:yaml.org,2002:java.net.URL' is not read here; leave it out"),
        arguments(
            "top_k: 20", "? [a, b]\n  : 3", "3:5: a key must be a single word, not a list or map"),
        arguments(
            "top_k: 20",
            "<<: {top_k: 20}\n  <<: {seeds: [1]}",
            "4:3: '<<' is given twice; give it once, with a list: '<<: [*a, *b]'"),
        arguments("top_k: 20", "<<: 3", "3:7: '<<' needs a map or a list of maps"),
        arguments(
            "neighbors: 50",
            "neighbors: [50",
            "21:1: this is not YAML: expected ',' or ']', but got <stream end>"),
        arguments(
            "neighbors: 50",
            "\tneighbors: 50",
            "20:7: this is not YAML: found character '\\t(TAB)' that cannot start any token. (Do not use \\t(TAB) for indentation)"));
  }

  static Stream<Arguments> plainKeys() {
    return Stream.of(
        arguments(
            "dataset: tiny",
            "datset: tiny",
            "2:3: experiment.datset is not a parameter of experiment; did you mean 'dataset'?"),
        arguments(
            "dataset: tiny",
            "dataset: a/b",
            "2:3: experiment: dataset is 'a/b', but it names a folder of results: give a name without slashes"),
        arguments(
            "dataset: tiny",
            "dataset: [a, b]",
            "2:12: experiment.dataset is a list, but must be a text"),
        arguments(
            "dataset: tiny", "dataset:", "2:11: experiment.dataset is empty, but must be a text"),
        arguments(
            "top_k: 20",
            "top_k: twenty",
            "3:10: experiment.top_k is 'twenty', but must be a whole number, at least 1"),
        arguments(
            "top_k: 20",
            "top_k: 0",
            "3:10: experiment.top_k is '0', but must be a whole number, at least 1"),
        arguments(
            "top_k: 20",
            "top_k: 2.5",
            "3:10: experiment.top_k is '2.5', but must be a whole number, at least 1"),
        arguments(
            "top_k: 20",
            "top_k: 99999999999",
            "3:10: experiment.top_k is '99999999999', but must be a whole number, at least 1 and at most 2147483647"),
        arguments(
            "top_k: 20",
            "topk: 20",
            "3:3: experiment.topk is not a parameter of experiment; did you mean 'top_k'?"),
        arguments(
            "top_k: 20",
            "modles: 20",
            "3:3: experiment.modles is not a parameter of experiment; did you mean 'models'?"),
        arguments(
            "top_k: 20",
            "threads: -1",
            "3:12: experiment.threads is '-1', but must be a whole number, at least 0"),
        arguments(
            "top_k: 20",
            "device: tpu",
            "3:11: experiment.device is 'tpu': 'tpu' is not a device; expected auto, cpu, gpu or gpu:N, where N counts from 0"),
        arguments(
            "top_k: 20",
            "gpu: all",
            "3:8: experiment.gpu is 'all', but must be -1 for the CPU or the number of a GPU"),
        arguments(
            "top_k: 20",
            "deterministic: sometimes",
            "3:18: experiment.deterministic is 'sometimes', but must be true or false"),
        arguments(
            "top_k: 20",
            "seeds: [1, 2, 1]",
            "2:3: experiment: seeds holds a seed twice: [1, 2, 1]"),
        arguments(
            "top_k: 20",
            "seeds: [1, two]",
            "3:14: experiment.seeds[1] is 'two', but must be a whole number"),
        arguments(
            "top_k: 20",
            "binarize: maybe",
            "3:13: experiment.binarize is 'maybe', but must be true or false"));
  }

  static Stream<Arguments> data() {
    return Stream.of(
        arguments(
            "strategy: dataset",
            "strategy: datset",
            "5:15: data_config.strategy: there is no reader 'datset'; did you mean 'dataset'?"),
        arguments(
            "strategy: dataset",
            "header: true",
            "5:5: data_config needs 'strategy', one of dataset"),
        arguments(
            "dataset_path: ratings.tsv",
            "dataset_path: rating.tsv",
            "6:19: data_config.dataset_path names 'rating.tsv', but there is no "),
        arguments(
            "dataset_path: ratings.tsv",
            "datasetpath: ratings.tsv",
            "6:5: data_config.datasetpath is not a parameter of the reader dataset; did you mean 'dataset_path'?"),
        arguments(
            "dataset_path: ratings.tsv",
            "header: true",
            "5:5: data_config needs 'dataset_path', a path: The file."),
        arguments(
            "dataset_path: ratings.tsv",
            "dataset_path: ratings.tsv\n    root: nowhere",
            "7:11: data_config.root names 'nowhere', but there is no "),
        arguments(
            "strategy: user_k_core",
            "strategy: user_core",
            "8:15: prefiltering.strategy: there is no prefilter 'user_core'; did you mean 'user_k_core'?"),
        arguments(
            "core: 5",
            "core: 0",
            "9:11: prefiltering.core is '0', but must be a whole number, at least 1"),
        arguments(
            "    core: 5\n",
            "",
            "8:5: prefiltering needs 'core', a whole number, at least 1: Least number of rows."));
  }

  static Stream<Arguments> splitting() {
    return Stream.of(
        arguments(
            "test_splitting: {strategy: random_subsampling, test_ratio: 0.2}",
            "test_splitting: {strategy: random, test_ratio: 0.2}",
            "11:32: splitting.test_splitting.strategy: there is no splitter 'random'; known: item_cold, last_session, random_subsampling"),
        arguments(
            "test_ratio: 0.2",
            "test_ratio: 1.2",
            "11:64: splitting.test_splitting.test_ratio is '1.2', but must be a number, at least 0 and at most 1"),
        arguments(
            "test_ratio: 0.2",
            "folds: 2",
            "11:21: splitting.test_splitting: give either test_ratio or leave_n_out"),
        arguments(
            "test_splitting: {",
            "tst_splitting: {",
            "11:5: splitting.tst_splitting is not a parameter of splitting; did you mean 'test_splitting'?"),
        arguments(
            "  splitting:\n",
            "  splitting:\n    save_on_disk: true\n",
            "11:5: splitting.save_on_disk is true, but there is no save_folder"),
        arguments(
            "  splitting:\n",
            "  splitting:\n    save_folder: splits\n",
            "11:5: splitting.save_folder is given, but nothing is saved without save_on_disk; set"
                + " save_on_disk: true, or false to save nothing"),
        arguments(
            "  splitting:\n",
            "  protocols: {a: {}}\n  splitting:\n",
            "12:5: there are both 'splitting' and 'protocols'; move all to 'protocols'"),
        arguments(
            "  splitting:\n",
            "  negative_sampling: {strategy: random}\n  splitting:\n",
            "10:22: negative_sampling: the strategy random needs 'num_items', and no 'files'"),
        arguments(
            "  splitting:\n",
            "  negative_sampling: {strategy: fixed, num_items: 3}\n  splitting:\n",
            "10:22: negative_sampling: the strategy fixed needs 'files' (one or two), and no 'num_items'"));
  }

  static Stream<Arguments> evaluation() {
    return Stream.of(
        arguments(
            "top_k: 20",
            "top_k: 8",
            "14:18: evaluation.cutoffs has 10, but only top_k = 8 items are kept; raise top_k"),
        arguments(
            "  evaluation:\n",
            "  evaluaton:\n",
            "2:3: experiment needs 'evaluation' with the metrics in 'simple_metrics'"),
        arguments(
            "  models:\n",
            "  significance: {tests: [sign, t_test]}\n  models:\n",
            "17:32: significance.tests[1] is 't_test', but must be one of paired_t, wilcoxon, sign, permutation"),
        arguments(
            "  models:\n",
            "  significance: {tests: [sign, sign]}\n  models:\n",
            "17:17: significance: tests: [sign, sign] names a test twice; name each at most once"),
        arguments(
            "  models:\n",
            "  significance: {tests: []}\n  models:\n",
            "17:17: significance: there is nothing to do; name at least one of 'tests', or add 'bootstrap'"),
        arguments("cutoffs: [5, 10]", "cutoffs: [5, 5]", "14:18: evaluation.cutoffs has 5 twice"),
        arguments("cutoffs: [5, 10]", "cutoffs: []", "14:14: evaluation.cutoffs is an empty list"),
        arguments(
            "cutoffs: [5, 10]",
            "cutoffs: [5, ten]",
            "14:18: evaluation.cutoffs[1] is 'ten', but must be a whole number, at least 1"),
        arguments(
            "cutoffs: [5, 10]",
            "convention: eliot",
            "14:17: evaluation.convention is 'eliot', but must be one of standard, elliot, recbole; did you mean 'elliot'?"),
        arguments(
            "cutoffs: [5, 10]",
            "mask: validation",
            "14:11: evaluation.mask is 'validation', but must be one of train, train_and_validation, none"),
        arguments(
            "[nDCG, recall]",
            "[nDGC, recall]",
            "15:22: evaluation.simple_metrics[0]: there is no metric 'nDGC'; did you mean 'nDCG'?"),
        arguments(
            "[nDCG, recall]",
            "[nDCG, ndcg]",
            "15:28: evaluation.simple_metrics[1] repeats the metric nDCG"),
        arguments(
            "{metric: DSC, beta: 2}",
            "{beta: 2}",
            "16:23: evaluation.complex_metrics[0] needs 'metric', one of DSC, nDCG, Recall"),
        arguments(
            "{metric: DSC, beta: 2}",
            "{metric: DSC, alpha: 2}",
            "16:37: evaluation.complex_metrics[0].alpha is not a parameter of the metric DSC; known: beta"),
        arguments(
            "    simple_metrics: [nDCG, recall]\n    complex_metrics: [{metric: DSC, beta: 2}]\n",
            "",
            "14:5: evaluation names no metrics; list some in 'simple_metrics'"));
  }

  static Stream<Arguments> models() {
    return Stream.of(
        arguments(
            "ItemKNN:",
            "ItemKN:",
            "19:5: models.ItemKN: there is no recommender 'ItemKN'; did you mean 'ItemKNN'? (a label of your own needs 'model: NAME')"),
        arguments(
            "ItemKNN:",
            "mostpop:",
            "19:5: the models 'MostPop' and 'mostpop' differ only in case; rename one"),
        arguments(
            "ItemKNN:",
            "a/b:\n      model: ItemKNN",
            "19:5: the model name 'a/b' names files: give a name without / \\ : * ? \" < > | and not only of dots"),
        arguments(
            "    MostPop:\n    ItemKNN:\n      neighbors: 50\n",
            "",
            "17:10: experiment needs 'models' with at least one model"),
        arguments(
            "neighbors: 50",
            "neighbor: 50",
            "20:7: models.ItemKNN.neighbor is not a parameter of ItemKNN; did you mean 'neighbors'?"),
        arguments(
            "    MostPop:\n",
            "    MostPop: {k: 5, shrink: 2, epochs: 3}\n",
            "18:14: models.MostPop: its keys are not all parameters of MostPop, but of ItemKNN; if that is the model you mean, set 'model: ItemKNN'"),
        arguments(
            "neighbors: 50",
            "neighbors: 50\n      k: 5",
            "21:7: models.ItemKNN.neighbors and models.ItemKNN.k are the same parameter; keep one of them"),
        arguments(
            "neighbors: 50",
            "neighbors: {50: 1}",
            "20:18: models.ItemKNN.neighbors is a map, but must be a whole number, at least 1"),
        arguments(
            "neighbors: 50",
            "shrink: .inf",
            "20:15: models.ItemKNN.shrink is '.inf', but must be a finite number, at least 0 and at most 1000"),
        arguments(
            "neighbors: 50",
            "shrink: -.INF",
            "20:15: models.ItemKNN.shrink is '-.INF', but must be a finite number, at least 0 and at most 1000"),
        arguments(
            "neighbors: 50",
            "shrink: .nan",
            "20:15: models.ItemKNN.shrink is '.nan', but must be a finite number, at least 0 and at most 1000"),
        arguments(
            "neighbors: 50",
            "similarity: cosin",
            "20:19: models.ItemKNN.similarity is 'cosin', but must be one of cosine, jaccard; did you mean 'cosine'?"),
        arguments(
            "neighbors: 50",
            "layers: {a: 1}",
            "20:15: models.ItemKNN.layers is a map, but must be a list (each element a whole number)"));
  }

  static Stream<Arguments> searchSpaces() {
    return Stream.of(
        arguments(
            "neighbors: 50",
            "neighbors: [10, 0]",
            "20:23: models.ItemKNN.neighbors[1] is '0', but must be a whole number, at least 1"),
        arguments(
            "neighbors: 50",
            "neighbors: [10, 10]",
            "20:23: models.ItemKNN.neighbors[1] repeats the value 10"),
        arguments(
            "neighbors: 50",
            "neighbors: []",
            "20:18: models.ItemKNN.neighbors is an empty list: there is nothing to search"),
        arguments(
            "neighbors: 50",
            "shrink: {unifrm: [1, 5]}",
            "20:16: models.ItemKNN.shrink.unifrm is no way to search a parameter; did you mean 'uniform'?"),
        arguments(
            "neighbors: 50",
            "shrink: [1, 1e999]",
            "20:19: models.ItemKNN.shrink[1] is '1e999', but must be a finite number, at least 0 and at most 1000"),
        arguments(
            "neighbors: 50",
            "shrink: {uniform: [1, inf]}",
            "20:29: models.ItemKNN.shrink.uniform is 'inf', but must be a finite number"),
        arguments(
            "neighbors: 50",
            "shrink: [500, 1]\n      similarity: [cosine, jaccard]",
            "20:7: models.ItemKNN: jaccard needs a shrink of at most 100 (for {similarity=jaccard, shrink=500.0})"),
        arguments(
            "neighbors: 50",
            "shrink: {uniform: [0, 1]}",
            "20:7: models.ItemKNN draws shrink from a distribution: give the number of trials in meta.hyper_max_evals"),
        arguments(
            "neighbors: 50",
            "shrink: {uniform: [1, 0]}",
            "20:25: models.ItemKNN.shrink.uniform: the lower bound 1.0 is not below the upper bound 0.0"),
        arguments(
            "neighbors: 50",
            "shrink: {log_uniform: [0, 1]}",
            "20:29: models.ItemKNN.shrink.log_uniform: the lower bound must be above 0, but is 0.0"),
        arguments(
            "neighbors: 50",
            "shrink: [loguniform, 1, 1000]",
            "20:15: models.ItemKNN.shrink: the bounds are given by their natural logarithms, of which one"
                + " here is that of no finite number; {log_uniform: [lower, upper]} is written with the"
                + " bounds themselves"),
        arguments(
            "neighbors: 50",
            "shrink: {uniform: [0]}",
            "20:25: models.ItemKNN.shrink.uniform has 1 numbers, but needs [lower, upper]"),
        arguments(
            "neighbors: 50",
            "shrink: {uniform: 3}",
            "20:25: models.ItemKNN.shrink.uniform is '3', but must be a list"),
        arguments(
            "neighbors: 50",
            "neighbors: {int: [0, 5]}",
            "20:24: models.ItemKNN.neighbors.int draws values from 0 to 5, but the parameter must be at least 1"),
        arguments(
            "neighbors: 50",
            "neighbors: {quantized_uniform: [1, 9, 1.5]}",
            "20:38: models.ItemKNN.neighbors.quantized_uniform: the parameter takes whole numbers, so the"
                + " step must be one, but is 1.5"),
        arguments(
            "neighbors: 50",
            "similarity: {uniform: [0, 1]}",
            "20:29: models.ItemKNN.similarity.uniform draws numbers, but the parameter must be one of cosine, jaccard"),
        arguments(
            "neighbors: 50",
            "layers: [[64, 32], [0]]",
            "20:27: models.ItemKNN.layers[1][0] is '0', but must be a whole number, at least 1"));
  }

  static Stream<Arguments> runningModels() {
    return Stream.of(
        arguments(
            "neighbors: 50",
            "meta: {device: gpu0}",
            "20:22: models.ItemKNN.meta.device is 'gpu0': 'gpu0' is not a device; expected auto, cpu, gpu or gpu:N, where N counts from 0"),
        arguments(
            "neighbors: 50",
            "meta: {validation_metric: MAP@10}",
            "20:33: models.ItemKNN.meta.validation_metric is 'MAP', but the metric is not computed; known: nDCG, Recall, DSC"),
        arguments(
            "neighbors: 50",
            "meta: {validation_metric: nDCG@7}",
            "20:33: models.ItemKNN.meta.validation_metric has the cutoff '7', but the cutoffs are [5, 10]"),
        arguments(
            "neighbors: 50",
            "meta: {validation_rat: 2}",
            "20:14: models.ItemKNN.meta.validation_rat is not a parameter of meta; did you mean 'validation_rate'?"),
        arguments(
            "neighbors: 50", "meta: 5", "20:13: models.ItemKNN.meta is '5', but must be a map"),
        arguments(
            "neighbors: 50",
            "early_stopping: {monitor: lss}",
            "20:33: models.ItemKNN.early_stopping.monitor is 'lss', but the metric is not computed; known: nDCG, Recall, DSC"),
        arguments(
            "neighbors: 50",
            "early_stopping: {patience: -1}",
            "20:34: models.ItemKNN.early_stopping.patience is '-1', but must be a whole number, at least 0"));
  }

  @ParameterizedTest(name = "{2}")
  @MethodSource({
    "yaml",
    "plainKeys",
    "data",
    "splitting",
    "evaluation",
    "models",
    "searchSpaces",
    "runningModels"
  })
  void aWrongInputIsExplained(String right, String wrong, String message) {
    assertThat(ConfigFixture.GOOD).contains(right);
    String yaml =
        ConfigFixture.GOOD.replaceFirst(Pattern.quote(right), Matcher.quoteReplacement(wrong));
    ConfigFixture fixture = new ConfigFixture(folder);
    assertThatThrownBy(() -> fixture.load(yaml))
        .isInstanceOf(InputException.class)
        .satisfies(
            e ->
                assertThat(e.getMessage().lines())
                    .anySatisfy(
                        line ->
                            assertThat(line)
                                .startsWith(folder.resolve("bench.yml") + ":" + message)));
  }

  private void assertProblems(String yaml, String... problems) {
    String file = folder.resolve("bench.yml") + ":";
    assertThatThrownBy(() -> new ConfigFixture(folder).load(yaml))
        .isInstanceOf(InputException.class)
        .satisfies(
            e ->
                assertThat(e.getMessage().lines().map(line -> line.replace(file, "")))
                    .containsExactly(problems));
  }

  @Test
  void aConfigurationOfRecBoleIsKnownByItsKeys() {
    String keys = "model: BPR\ndataset: ml-100k\nload_col: {inter: [user_id]}\ntopk: [10]\n";
    String recBole =
        "1:1: this is a configuration of RecBole (model, load_col, topk), and files are written"
            + " otherwise here: see docs/configuration.md, and docs/howto-data.md for atomic files,"
            + " which 'strategy: recbole' reads";
    assertProblems(keys.replace("dataset: ml-100k\n", ""), recBole);
    assertProblems(
        keys, recBole, "2:1: 'dataset' is not a key of the file; move it under 'experiment'");
  }

  @Test
  void onlyWhatAnExperimentHasIsToBeMovedThere() {
    assertProblems(
        "top_k: 3\nmodles: {}\ntemperature: 1\nmetrics: []\nexperimnt: {}\n",
        "1:1: 'top_k' is not a key of the file; move it under 'experiment'",
        "1:1: everything must stand under the key 'experiment', which is missing",
        "2:1: 'modles' is not a key of the file; did you mean 'models', under 'experiment'?",
        "3:1: 'temperature' is not a key of the file; all stands under 'experiment'",
        "4:1: 'metrics' is not a key of the file; all stands under 'experiment'",
        "5:1: 'experimnt' is not a key of the file; did you mean 'experiment'?");
  }

  @Test
  void theModelBehindALabelIsNamed() {
    String yaml =
        ConfigFixture.GOOD.replace(
            "    MostPop:\n", "    MostPop:\n    Few: {model: ItemKNN, neighbours_: 3}\n");
    assertProblems(
        yaml,
        "19:27: models.Few.neighbours_ is not a parameter of ItemKNN; did you mean 'neighbors'?");
  }

  /** A key that none of the other models has either says nothing about which model is meant. */
  @Test
  void noOtherModelIsNamedThatHasNotAllKeys() {
    String yaml =
        ConfigFixture.GOOD.replace("    MostPop:\n", "    MostPop: {shrink: 2, broken: true}\n");
    assertThatThrownBy(() -> new ConfigFixture(folder).load(yaml))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("models.MostPop.shrink is not a parameter of MostPop")
        .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(1));
  }

  @Test
  void allProblemsAreReportedOnceInTheirOrder() {
    String yaml =
        ConfigFixture.GOOD
            .replace("neighbors: 50", "learnin_rate: 1")
            .replace("top_k: 20", "top_k: x")
            .replace("nDCG", "nDCGG");
    assertThatThrownBy(() -> new ConfigFixture(folder).load(yaml))
        .isInstanceOf(InputException.class)
        .satisfies(
            e ->
                assertThat(
                        e.getMessage()
                            .lines()
                            .map(line -> line.replaceAll(".*bench.yml:(\\d+):.*", "$1")))
                    .containsExactly("3", "15", "20"));
  }

  /** A wrong metric or folder beside other mistakes of its section is told with them. */
  @Test
  void allProblemsOfASectionAreReportedOnce() {
    String yaml =
        ConfigFixture.GOOD.replace(
            "neighbors: 50",
            "meta: {validation_metric: nDGC@5, restore: gone, validation_rate: 0, foo: 1}\n"
                + "      early_stopping: {patience: -1, mode: up, monitor: ndgc@10, min_delta: x}");
    assertThatThrownBy(() -> new ConfigFixture(folder).load(yaml))
        .isInstanceOf(InputException.class)
        .satisfies(
            e ->
                assertThat(
                        e.getMessage()
                            .lines()
                            .map(
                                line -> line.replaceAll(".*models.ItemKNN.([a-z_.]+)[: ].*", "$1")))
                    .containsExactlyInAnyOrder(
                        "meta.validation_metric",
                        "meta.restore",
                        "meta.validation_rate",
                        "meta.foo",
                        "early_stopping.patience",
                        "early_stopping.mode",
                        "early_stopping.monitor",
                        "early_stopping.min_delta"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"convention: eliot", "mask: nonsense", "cutofs: [5]", "cutoffs: []"})
  void anErrorOfTheEvaluationHidesNoneOfTheModels(String wrong) {
    String yaml =
        ConfigFixture.GOOD
            .replace("cutoffs: [5, 10]", wrong)
            .replace("neighbors: 50", "neighbor: 3\n      meta: {validation_metric: nDCG@7}")
            .replace("    MostPop:\n", "    Foo:\n")
            .replace(
                "  models:",
                "  multi_objective: {objectives: [nDCG, Recall], cutof: 5}\n  models:");
    assertThatThrownBy(() -> new ConfigFixture(folder).load(yaml))
        .isInstanceOf(InputException.class)
        .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(4))
        .hasMessageContaining("evaluation." + wrong.replaceFirst(":.*", ""))
        .hasMessageContaining("multi_objective.cutof is not")
        .hasMessageContaining("there is no recommender 'Foo'")
        .hasMessageContaining("models.ItemKNN.neighbor is not a parameter");
  }

  /** Values that do not go together show without knowing how the model is run. */
  @ParameterizedTest
  @ValueSource(
      strings = {"meta: {foo: 1}", "meta: {validation_metric: nDGC}", "early_stopping: {foo: 1}"})
  void anErrorInHowAModelIsRunHidesNoCombinationThatIsRefused(String wrong) {
    String yaml =
        ConfigFixture.GOOD.replace(
            "neighbors: 50",
            "shrink: [500, 1]\n      similarity: [cosine, jaccard]\n      " + wrong);
    assertThatThrownBy(() -> new ConfigFixture(folder).load(yaml))
        .isInstanceOf(InputException.class)
        .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(2))
        .hasMessageContaining(wrong.replaceFirst(":.*", ""))
        .hasMessageContaining(
            "bench.yml:20:7: models.ItemKNN: jaccard needs a shrink of at most 100 (for ");
  }

  @Test
  void ofAValueWithAnUnsetVariableNothingElseIsSaid() {
    String yaml = ConfigFixture.GOOD.replace("ratings.tsv", "${MISSING}/ratings.tsv");
    assertThatThrownBy(() -> new ConfigFixture(folder).load(yaml))
        .isInstanceOf(InputException.class)
        .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(1))
        .hasMessageContaining("the environment variable MISSING is not set");
  }

  @Test
  void ofAMissingRootNothingElseIsSaid() {
    String yaml =
        ConfigFixture.GOOD.replace("dataset_path: ", "root: nowhere\n    dataset_path: other/");
    assertThatThrownBy(() -> new ConfigFixture(folder).load(yaml))
        .isInstanceOf(InputException.class)
        .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(1))
        .hasMessageContaining("data_config.root names 'nowhere'");
  }
}
