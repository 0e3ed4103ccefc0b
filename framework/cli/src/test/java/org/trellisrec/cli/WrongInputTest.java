package org.trellisrec.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever is wrong with the input: one clear message, exit status 2, no stack trace, nothing
 * written.
 */
class WrongInputTest {
  private static final String CONFIG =
      """
      experiment:
        dataset: small
        data_config: {strategy: dataset, dataset_path: ratings.tsv}
        splitting:
          test_splitting: {strategy: random_subsampling, test_ratio: 0.2}
        top_k: 10
        evaluation: {cutoffs: [5, 10], simple_metrics: [nDCG, Recall]}
        models:
          MostPop:
          ItemKNN: {neighbors: 5}
      """;

  @TempDir Path folder;

  @BeforeEach
  void write() throws IOException {
    Files.writeString(folder.resolve("small.yml"), CONFIG);
    ratings(rows());
    Files.writeString(folder.resolve("test.tsv"), "u1\ti1\t5\n");
    Files.writeString(folder.resolve("recs.tsv"), "u1\ti2\t0.5\n");
    Files.writeString(folder.resolve("recs.json"), "[{'user': 'u1'}]\n");
    Files.createDirectory(folder.resolve("lists"));
    Files.writeString(folder.resolve("lists/bad.tsv"), "u1\ti2\t0.5\nu1\ti3\thigh\n");
    Files.writeString(folder.resolve("empty.tsv"), "");
    Files.writeString(folder.resolve("users.tsv"), "u0\t0\nu1\t1\n");
    Files.writeString(folder.resolve("items.tsv"), "i0\t0\ni1\t1\n");
    Files.write(folder.resolve("latin.tsv"), "u0\n\u00e9\t1\n".getBytes(ISO_8859_1));
    Files.writeString(folder.resolve("utf16.tsv"), "\uFEFFu0\n", StandardCharsets.UTF_16LE);
    Files.createDirectory(folder.resolve("saved"));
    Files.writeString(folder.resolve("saved/splits.json"), "{'format': 1");
  }

  private static String rows() {
    StringBuilder rows = new StringBuilder();
    for (int user = 0; user < 12; user++) {
      for (int item = 0; item < 10; item++) {
        rows.append(
            "u%d\ti%d\t%d\t%d\n"
                .formatted(user, (user + item) % 11, 1 + item % 5, 100 * item + user));
      }
    }
    return rows.toString();
  }

  private void ratings(String content) throws IOException {
    Files.writeString(folder.resolve("ratings.tsv"), content);
  }

  private void refused(String fragment, List<String> words) {
    List<Object> args = new ArrayList<>();
    words.forEach(word -> args.add(word.replace("DIR", folder.toString())));
    Shell run = Shell.run(args.toArray());
    assertThat(run.err())
        .contains(fragment.replace("DIR", folder.toString()))
        .doesNotContain("\tat ")
        .doesNotContain("Exception")
        .doesNotContain("NullPointer");
    assertThat(run.status()).isEqualTo(ExitStatus.WRONG_INPUT);
    assertThat(folder.resolve("out")).doesNotExist();
  }

  private void runRefused(String fragment, String... more) {
    List<String> words = new ArrayList<>(List.of("run", "DIR/small.yml", "--out", "DIR/out"));
    words.addAll(Arrays.asList(more));
    refused(fragment, words);
  }

  private static Arguments complexMetric(String metric, String fragment) {
    return arguments(
        "experiment.evaluation.complex_metrics=[{metric: %s}]".formatted(metric), fragment);
  }

  static Stream<Arguments> overrides() {
    return Stream.of(
        arguments("experiment.datset=x", "did you mean 'dataset'"),
        arguments("experiment.dataset=a/b", "without slashes"),
        arguments("experiment.top_k=0", "at least 1"),
        arguments("experiment.top_k=ten", "must be a whole number"),
        arguments("experiment.top_k=3", "only top_k = 3 items are kept"),
        arguments("experiment.threads=-2", "at least 0"),
        arguments("experiment.seeds=[1, 1]", "twice"),
        arguments("experiment.device=tpu", "expected auto, cpu, gpu or gpu:N"),
        arguments("experiment.binarize=perhaps", "must be true or false"),
        arguments("experiment.models={}", "models"),
        arguments("experiment.models.ItemKNN.neighbors=-1", "at least"),
        arguments("experiment.models.ItemKNN.neighbours=3.5", "whole number"),
        arguments("experiment.models.ItemKNN.similarity=cosin", "did you mean 'cosine'"),
        arguments("experiment.models.ItemKNN.neighbors=[5, five]", "whole number"),
        arguments(
            "experiment.evaluation.complex_metrics=[{metric: Grouped, of: nDCG, users: age}]",
            "the metric nDCG_users:age: 'age' is not a categorical modality of the users"),
        arguments(
            "experiment.models.ItemKNN.neighbors=[5, 10]",
            "--set experiment.models.ItemKNN.neighbors=[5, 10]: models.ItemKNN needs validation data"),
        arguments(
            "experiment.models.BPRMF={factors: 10, lr: 0.05, bias_regularization: 0,"
                + " user_regularization: 0.0025, positive_item_regularization: 0.0025,"
                + " negative_item_regularization: 0.0025, update_negative_item_factors: true,"
                + " update_users: true, update_items: true, update_bias: true}",
            "its keys are not all parameters of BPRMF, but of BPRMF_SGD; if that is the model you"
                + " mean, set 'model: BPRMF_SGD'"),
        arguments(
            "experiment.models.ItemKNN.learning_rate=0.1", "learning_rate is not a parameter"),
        arguments(
            "experiment.models.X={model: MF, learning_rate: 1.0e+300}",
            "learning_rate is 1.0E300, too large for computations with 32 bits; give at most"
                + " 3.4028235E38"),
        arguments("experiment.models.X={model: MF, lr: 1.0e-300}", "give at least 1.17549435E-38"),
        arguments("experiment.models.X={model: MF, lr: 0}", "must be a number, above 0"),
        arguments("experiment.models.ItemKN={}", "did you mean 'ItemKNN'"),
        arguments("experiment.models.X={model: Nothing}", "there is no recommender 'Nothing'"),
        arguments("experiment.models.X={neighbors: 3}", "there is no recommender 'X'"),
        arguments("experiment.models.ItemKNN.meta={validation_metric: MAP@10}", "MAP"),
        arguments("experiment.models.ItemKNN.meta={validation_metric: nDCG@7}", "nDCG@7"),
        arguments("experiment.models.ItemKNN.early_stopping={monitor: Recal@5}", "Recal"),
        arguments(
            "experiment.models.Proxy={model: ProxyRecommender, path: nowhere.tsv}", "nowhere.tsv"),
        arguments(
            "experiment.models.Proxy={model: ProxyRecommender, path: DIR/ratings.tsv}",
            "models.Proxy: DIR/ratings.tsv:1: expected user, item and score between tabs, but"
                + " found 4 columns"),
        arguments(
            "experiment.models.Proxy={model: ProxyRecommender, path: DIR/recs.json}",
            "recs.json:1: expected user, item and score"),
        arguments(
            "experiment.models.Lists={model: RecommendationFolder, folder: DIR/lists}",
            "models.Lists, 'bad': DIR/lists/bad.tsv:2: the score is 'high', but must be a finite number"),
        arguments(
            "experiment.models.Lists={model: RecommendationFolder, folder: DIR/lists, meta: {save_weights: true}}",
            "models.Lists.meta.save_weights: RecommendationFolder cannot write or read its trained model;"
                + " remove meta.save_weights, or set it to false here"),
        arguments(
            "experiment.models.Lists={model: RecommendationFolder, folder: DIR/saved/none}",
            "models.Lists.folder names"),
        arguments(
            "experiment.models.Bad={model: ProxyRecommender, path: DIR/recs.tsv, name: itemKNN}",
            "models.Bad: its model 'itemKNN' is called like another one of this file"),
        arguments(
            "experiment.models.BPRMF={meta: {device: 'gpu:99'}}",
            "models.BPRMF: the device gpu:99 was asked for, but TensorFlow sees only"),
        arguments("experiment.evaluation.cutoffs=[]", "empty list"),
        arguments("experiment.evaluation.cutoffs=[5, 5]", "twice"),
        arguments("experiment.evaluation.cutoffs=[0]", "at least 1"),
        arguments("experiment.evaluation.simple_metrics=[nDGC]", "did you mean 'nDCG'"),
        arguments("experiment.evaluation.simple_metrics=[]", "names no metrics"),
        arguments("experiment.evaluation.convention=eliot", "elliot"),
        arguments("experiment.evaluation.mask=all", "train"),
        arguments("experiment.evaluation.relevance_threshold=9", "is rated that high"),
        arguments(
            "experiment.models.ItemKNN.meta={restore: true}",
            "models.ItemKNN.meta.restore: ItemKNN cannot write or read"),
        arguments(
            "experiment.models.ItemKNN.shrink=.inf", "is '.inf', but must be a finite number"),
        arguments(
            "experiment.models.X={model: EASE_R, l2: .inf}",
            "is '.inf', but must be a finite number"),
        arguments("experiment.models.ItemKNN.shrink={unifrm: [1, 5]}", "did you mean 'uniform'?"),
        arguments(
            "experiment.evaluation.missing_modalities={subsets: {items: [[a]]}}",
            "DIR/small.yml: evaluation.missing_modalities.subsets.items names 'a'"),
        arguments(
            "experiment.evaluation.complex_metrics=[{metric: DSC, beta: wide}]",
            "must be a number"),
        complexMetric("SRecall, feature_data: DIR/empty.tsv", "DIR/empty.tsv holds no row"),
        complexMetric(
            "RSP, clustering_file: DIR/users.tsv",
            "users.tsv: none of its 2 ids is among the items of the data, the first is 'u0'"),
        complexMetric(
            "BiasDisparityBD, user_clustering_file: DIR/items.tsv, item_clustering_file: DIR/items.tsv",
            "items.tsv: none of its 2 ids is among the users of the data, the first is 'i0'"),
        complexMetric(
            "Grouped, of: nDCG, users_file: DIR/items.tsv",
            "items.tsv: none of its 2 ids is among the users of the data, the first is 'i0'"),
        complexMetric(
            "Grouped, of: nDCG, users: a, users_file: DIR/users.tsv},"
                + " {metric: Grouped, of: nDCG, users: a-0, users_file: DIR/users.tsv",
            "the metrics nDCG_users:a and nDCG_users:a-0 both give a value called 'nDCG_users:a-0'"),
        complexMetric(
            "UserMADrating, clustering_file: DIR/utf16.tsv",
            "DIR/utf16.tsv is written in UTF-16; convert it to UTF-8"),
        arguments(
            "experiment.negative_sampling={strategy: fixed, files: [DIR/latin.tsv]}",
            "DIR/latin.tsv:2: this is not written in UTF-8"),
        arguments(
            "experiment.prefiltering={strategy: keep_users, entities: DIR/latin.tsv}",
            "DIR/latin.tsv:2: this is not written in UTF-8; convert the file"),
        arguments("experiment.splitting.test_splitting.test_ratio=1.5", "above 0 and below 1"),
        arguments(
            "experiment.splitting.test_splitting.strategy=random", "there is no splitter 'random'"),
        arguments(
            "experiment.splitting.test_splitting={strategy: temporal_hold_out}", "test_ratio"),
        arguments(
            "experiment.splitting.test_splitting={strategy: user_cold, entities: none.txt}",
            "none.txt"),
        arguments(
            "experiment.splitting.test_splitting={strategy: fixed_timestamp, timestamp: soon}",
            "soon"),
        arguments(
            "experiment.splitting.test_splitting={strategy: fixed_timestamp, timestamp: '99999'}",
            "on one side"),
        arguments(
            "experiment.protocols={a: {test_splitting: {strategy: user_cold, test_ratio: 0.1}}}",
            "splitting"),
        arguments("experiment.prefiltering={strategy: k_core, core: 0}", "at least 1"),
        arguments(
            "experiment.prefiltering={strategy: iterative_k_core, core: 500}",
            "not one interaction"),
        arguments(
            "experiment.prefiltering={strategy: rating_range, min: 3, max: 2}",
            ": prefiltering: min 3.0 is above max 2.0"),
        arguments("experiment.prefiltering={strategy: kcore}", "there is no prefilter 'kcore'"),
        arguments("experiment.negative_sampling={strategy: random}", "num_items"),
        arguments("experiment.negative_sampling={strategy: random, num_items: 99}", "99"),
        arguments("experiment.data_config.dataset_path=gone.tsv", "gone.tsv"),
        arguments(
            "experiment.data_config={strategy: saved_splits, folder: DIR/saved}",
            "splits.json:1: not an index of saved splits: this is not JSON"),
        arguments("experiment.data_config.strategy=parquet", "there is no reader 'parquet'"),
        arguments(
            "experiment.prefiltering={strategy: keep_users, entities: '${NO_SUCH_VARIABLE}/x'}",
            "the environment variable NO_SUCH_VARIABLE is not set"),
        arguments(
            "experiment.prefiltering={strategy: keep_users, entities: none.txt}",
            "prefiltering.entities names 'none.txt'"),
        arguments("experiment.data_config.format={encoding: utf-99}", "utf-99"),
        arguments("experiment.data_config.format={columns: {user: 0, item: 9}}", "column"),
        arguments(
            "experiment.data_config={strategy: generated, users: 0, items: 5, interactions: 5}",
            "at least"),
        arguments("experiment", "path=value"),
        arguments("top_k=5", "top_k"),
        arguments("experiment.top_k=[", "--set"));
  }

  @ParameterizedTest
  @MethodSource("overrides")
  void aWrongKeyOrValue(String override, String fragment) {
    runRefused(fragment, "--set", override);
  }

  static Stream<Arguments> data() {
    return Stream.of(
        arguments("", "ratings.tsv"),
        arguments("u1\ti1\t5\nu2\n", "ratings.tsv:2"),
        arguments("u1\ti1\tgood\n", "ratings.tsv:1"),
        arguments("u1\ti1\t5\nu2\ti2\tNaN\n", "ratings.tsv:2"),
        arguments("u1\ti1\tInfinity\n", "ratings.tsv:1"),
        arguments("u1\t\t5\n", "ratings.tsv:1"),
        arguments("u1\ti1\t5\tnoon\n", "ratings.tsv:1"),
        arguments("u1\ti1\t5\n", "training"));
  }

  @ParameterizedTest
  @MethodSource("data")
  void aWrongDataFile(String content, String fragment) throws IOException {
    ratings(content);
    runRefused(fragment);
  }

  /** What a folder stands for is not in the file, but the line that names the folder is. */
  @Test
  void anEntryThatStandsForSeveralModelsIsNamedByItsLine() throws IOException {
    String entry = "    Lists: {model: RecommendationFolder, folder: DIR}\n";
    Path empty = Files.createDirectory(folder.resolve("empty"));
    Files.writeString(folder.resolve("small.yml"), CONFIG + entry.replace("DIR", empty.toString()));
    runRefused("small.yml:11:5: models.Lists: DIR/empty: the folder holds no recommendation files");

    String lists = folder.resolve("lists").toString();
    Files.writeString(folder.resolve("small.yml"), CONFIG + entry.replace("DIR", lists));
    runRefused("small.yml:11:5: models.Lists, 'bad': DIR/lists/bad.tsv:2: the score is 'high'");
  }

  @Test
  void idsThatNoFileOfTheRunCanHold() throws IOException {
    ratings(rows().replace("\ti3\t", "\t\"i\t3\"\t"));
    runRefused(
        "the item id 'i\\t3' is empty or holds a tab or line break, so recommendation lists cannot be"
            + " written; change the id in the data, or set meta.save_recs: false for every model");
    refused(
        "so splits cannot be written; change the id in the data",
        List.of("split", "DIR/small.yml", "--out", "DIR/out"));
    List<String> unlisted = new ArrayList<>();
    for (String model : List.of("MostPop", "ItemKNN")) {
      unlisted.addAll(List.of("--set", "experiment.models." + model + ".meta={save_recs: false}"));
    }
    List<String> saving = new ArrayList<>(unlisted);
    saving.addAll(List.of("--set", "experiment.splitting.save_on_disk=true"));
    saving.addAll(List.of("--set", "experiment.splitting.save_folder=DIR/splits"));
    runRefused("or leave splitting.save_on_disk out", saving.toArray(String[]::new));
    List<Object> args = new ArrayList<>(List.of("run", folder.resolve("small.yml")));
    args.addAll(List.of("--out", folder.resolve("unlisted")));
    args.addAll(unlisted);
    Shell run = Shell.run(args.toArray());
    assertThat(run.status()).as(run.err()).isEqualTo(ExitStatus.GOOD);
  }

  /** The data are wrong as well, which would be told if they had been read. */
  @Test
  void aFolderThatCannotBeWrittenIntoIsRefusedBeforeTheDataAreRead() throws IOException {
    ratings("");
    refused(
        "--out DIR/lists: the folder is not empty",
        List.of("run", "DIR/small.yml", "--out", "DIR/lists"));
    refused("DIR/lists is not empty", List.of("split", "DIR/small.yml", "--out", "DIR/lists"));
    refused(
        "cannot write the splits into DIR/small.yml/x: DIR/small.yml is a file, not a folder",
        List.of("split", "DIR/small.yml", "--out", "DIR/small.yml/x"));
  }

  @Test
  void dataInAnotherEncoding() throws IOException {
    Files.write(folder.resolve("ratings.tsv"), "Jürgen\ti1\t5\n".getBytes(ISO_8859_1));
    runRefused(
        "ratings.tsv:1: the user id is not valid UTF-8; set format.encoding, such as latin1");
  }

  static Stream<Arguments> commandLines() {
    return Stream.of(
        arguments("run DIR/none.yml", "there is no configuration file"),
        arguments("run DIR", "is a folder"),
        arguments("run", "FILE"),
        arguments("run DIR/small.yml --threads -1 --out DIR/out", "at least 0"),
        arguments("run DIR/small.yml --thread 2", "--thread"),
        arguments(
            "run DIR/small.yml --out DIR/recs.tsv/x", "cannot write results into DIR/recs.tsv/x"),
        arguments("run DIR/small.yml --out DIR/ratings.tsv", "is a file"),
        arguments("run DIR/small.yml --out /proc/x", "cannot write results into /proc/x: "),
        arguments("run DIR/small.yml --plugins DIR/none", "does not exist"),
        arguments("rum DIR/small.yml", "there is no command 'rum'; did you mean 'run'?"),
        arguments("frobnicate", "there is no command 'frobnicate'; known: run, validate, split,"),
        arguments(
            "evaluate --train DIR/ratings.tsv --test DIR/test.tsv --recs DIR/recs.tsv --complex"
                + " DIR/gone.json",
            "there is no file of metrics DIR/gone.json"),
        arguments("generate --out DIR/out user=9", "generate.user is not a parameter of generate"),
        arguments("fetch movielens-1m --out DIR/small.yml", "small.yml is a file"),
        arguments("describe ItemKn", "ItemKNN"),
        arguments("list models", "recommenders"),
        arguments("split DIR/small.yml", "--out"),
        arguments("split DIR/small.yml --out DIR/small.yml", "small.yml"),
        arguments("run DIR/small.yml --plugins DIR/small.yml", "not a folder"),
        arguments(
            "evaluate --train DIR/none.tsv --test DIR/test.tsv --recs DIR/recs.tsv", "none.tsv"),
        arguments("evaluate --train DIR/ratings.tsv --test DIR/test.tsv", "--recs"),
        arguments(
            "evaluate --train DIR/ratings.tsv --test DIR/test.tsv --recs DIR/recs.tsv --metrics nDGC",
            "did you mean 'nDCG'"),
        arguments(
            "evaluate --train DIR/ratings.tsv --test DIR/test.tsv --recs DIR/recs.tsv --cutoffs 0",
            "at least 1"),
        arguments(
            "evaluate --train DIR/ratings.tsv --test DIR/test.tsv --recs DIR/recs.tsv --threshold 9",
            "is rated that high"),
        arguments(
            "evaluate --train DIR/ratings.tsv --test DIR/test.tsv --recs DIR/recs.tsv --cutoffs ten",
            "ten"),
        arguments(
            "evaluate --train DIR/ratings.tsv --test DIR/test.tsv --recs DIR/recs.tsv --convention elliott",
            "'elliott' is not one of standard, elliot, recbole; did you mean 'elliot'?"),
        arguments(
            "evaluate --train DIR/ratings.tsv --test DIR/test.tsv --recs DIR/recs.tsv"
                + " --metrics nDCG,Recall,nDCG",
            "the metric nDCG is named twice"),
        arguments("generate --out DIR users=90 items=90 interactions=900", "is not empty"),
        arguments(
            "evaluate --train DIR/ratings.tsv --test DIR/test.tsv --recs DIR/small.yml",
            "small.yml:1"),
        arguments(
            "evaluate --train DIR/ratings.tsv --test DIR/test.tsv --recs DIR/recs.tsv"
                + " --mask train_and_validation",
            "--validation"));
  }

  @ParameterizedTest
  @MethodSource("commandLines")
  void aWrongCommandLine(String line, String fragment) {
    refused(fragment, List.of(line.split(" ")));
  }

  @Test
  void theConfigurationThatAllTheseAreMadeOfIsRight() {
    Object[] args = {"run", folder.resolve("small.yml"), "--out", folder.resolve("out")};
    assertThat(Shell.run(args).status()).isEqualTo(ExitStatus.GOOD);
  }
}
