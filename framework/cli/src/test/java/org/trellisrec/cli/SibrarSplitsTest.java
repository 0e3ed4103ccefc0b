package org.trellisrec.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trellisrec.config.ExperimentConfig;
import org.trellisrec.config.ExperimentLoader;
import org.trellisrec.config.PluginCatalog;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.Split;
import org.trellisrec.pipeline.Experiment;
import org.trellisrec.pipeline.RunListener;
import org.trellisrec.pipeline.RunOptions;
import org.trellisrec.pipeline.SplitData;

/**
 * Splits of MovieLens 100K as the SiBraR pipeline makes them, declared in YAML: the same filters
 * give the same entities and interactions, and the entities that NumPy's generators draw give the
 * same splits, to the hash. Runs where the data set lies beside the project.
 */
class SibrarSplitsTest {
  private static final Path FOLDER =
      Path.of("..", "..", "..", "shared", "data", "movielens-100k").toAbsolutePath().normalize();

  private static final String FILTERED =
      """
      experiment:
        dataset: ml-100k
        data_config: {strategy: recbole, dataset_path: FOLDER/ml-100k.inter}
        side_information:
          users:
            - {strategy: recbole, path: FOLDER/ml-100k.user, modalities: {age: {type: numeric}}}
        prefiltering:
          - {strategy: global_threshold, threshold: 3}
          - {strategy: keep_by_modality, side: users, modality: gender, values: [M, F]}
          - {strategy: keep_by_modality, side: users, modality: age, min: 10, max: 80}
          - {strategy: iterative_k_core, core: 5}
        evaluation: {simple_metrics: [nDCG]}
        models: {MostPop: }
        protocols:
      """
          .replace("FOLDER", FOLDER.toString().replace('\\', '/'));

  @TempDir static Path folder;
  private static SplitData drawn;
  private static int[] userAt;
  private static int[] itemAt;

  /** Draws the cold entities as the pipeline does, over the order of first appearance. */
  @BeforeAll
  static void split() throws IOException {
    assumeTrue(Files.exists(FOLDER), FOLDER + " is not here");
    Dataset data =
        load("  warm: {test_splitting: {strategy: random_subsampling, test_ratio: 0.1}}");
    orderByFirstAppearance(data);
    NumpyRandom both = NumpyRandom.defaultRng(42);
    String yaml =
        protocol("user_cold", "user", parts("u", data.users().size(), NumpyRandom.defaultRng(42)))
            + protocol(
                "item_cold", "item", parts("i", data.items().size(), NumpyRandom.defaultRng(42)))
            + bothCold(
                parts("bu", data.users().size(), both), parts("bi", data.items().size(), both));
    write(data);
    String tenth = "{strategy: random_subsampling, test_ratio: 0.1, share_of: whole}";
    drawn =
        run(yaml + "  warm: {test_splitting: %1$s, validation_splitting: %1$s}\n".formatted(tenth));
  }

  private static Dataset load(String protocols) throws IOException {
    return run(protocols.indent(2)).dataset();
  }

  private static SplitData run(String protocols) throws IOException {
    Path file = Files.writeString(folder.resolve("split.yml"), FILTERED + protocols.indent(2));
    PluginCatalog catalog = PluginCatalog.load();
    ExperimentConfig config = ExperimentLoader.load(file, List.of(), catalog);
    return Experiment.split(
        config, catalog, new RunOptions(Optional.empty(), 1, Map.of()), RunListener.SILENT);
  }

  /** Entities in the order of first appearance among rows by time, then user, then item. */
  private static void orderByFirstAppearance(Dataset data) {
    Interactions all = data.interactions();
    int[] user = all.rowOfPositions();
    int[] rows = byTime(all);
    userAt = Arrays.stream(rows).map(p -> user[p]).distinct().toArray();
    itemAt = Arrays.stream(rows).map(all::column).distinct().toArray();
  }

  private static int[] byTime(Interactions all) {
    int[] user = all.rowOfPositions();
    return IntStream.range(0, all.size())
        .boxed()
        .sorted(
            Comparator.<Integer>comparingLong(all::timestamp)
                .thenComparingInt(p -> user[p])
                .thenComparingInt(all::column))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private record Parts(String name, int[] validation, int[] test) {}

  private static final List<Parts> LISTS = new ArrayList<>();

  /** Validation and test take a tenth each, rounded up, after what stays for training. */
  private static Parts parts(String name, int size, NumpyRandom random) {
    int[] shuffled = random.permutation(size);
    int held = (size + 9) / 10;
    int[] validation = Arrays.copyOfRange(shuffled, size - 2 * held, size - held);
    Parts parts = new Parts(name, validation, Arrays.copyOfRange(shuffled, size - held, size));
    LISTS.add(parts);
    return parts;
  }

  private static void write(Dataset data) throws IOException {
    for (Parts parts : LISTS) {
      boolean users = parts.name().endsWith("u");
      write(parts.name() + "-val", parts.validation(), users, data);
      write(parts.name() + "-test", parts.test(), users, data);
    }
  }

  private static void write(String name, int[] places, boolean users, Dataset data)
      throws IOException {
    List<String> ids =
        Arrays.stream(places)
            .mapToObj(p -> users ? data.users().id(userAt[p]) : data.items().id(itemAt[p]))
            .toList();
    Files.write(folder.resolve(name), ids);
  }

  private static String protocol(String strategy, String kind, Parts parts) {
    return """
      %1$s:
        test_splitting: {strategy: %1$s, %2$ss: %3$s-test}
        validation_splitting: {strategy: %1$s, %2$ss: %3$s-val}
    """
        .formatted(strategy, kind, parts.name());
  }

  private static String bothCold(Parts users, Parts items) {
    return """
      both_cold:
        test_splitting: {strategy: both_cold, users: %1$s-test, items: %2$s-test}
        validation_splitting: {strategy: both_cold, users: %1$s-val, items: %2$s-val}
    """
        .formatted(users.name(), items.name());
  }

  @Test
  void generatorsAreNumpys() {
    assertThat(NumpyRandom.defaultRng(42).permutation(10))
        .containsExactly(5, 6, 0, 7, 3, 2, 4, 9, 1, 8);
    assertThat(NumpyRandom.randomState(42).permutation(10))
        .containsExactly(8, 1, 5, 0, 7, 2, 9, 4, 3, 6);
  }

  @Test
  void filtersLeaveTheSameData() {
    assertThat(drawn.dataset().users().size()).isEqualTo(942);
    assertThat(drawn.dataset().items().size()).isEqualTo(1203);
    assertThat(drawn.dataset().interactions().size()).isEqualTo(81_659);
  }

  /** A tenth of every user's interactions each, rounded up; which ones is up to the generator. */
  @Test
  void warmHasTheSameCounts() {
    assertThat(described("warm").stream().map(part -> part.substring(0, part.indexOf(' '))))
        .containsExactly("64517", "8571", "8571");
  }

  /**
   * The pipeline shuffles all rows; of every user the first rows train, the next ones validate and
   * the last ones test.
   */
  @Test
  void warmRowsAreThoseOfTheSameShuffle() {
    Interactions all = drawn.dataset().interactions();
    int[] user = all.rowOfPositions();
    int[] rows = byTime(all);
    int[] shuffled = NumpyRandom.randomState(42).permutation(rows.length);
    int[] seen = new int[all.rows()];
    int[] part = new int[all.size()];
    for (int place : shuffled) {
      int row = rows[place];
      int held = (all.count(user[row]) + 9) / 10;
      int left = all.count(user[row]) - seen[user[row]]++;
      part[row] = left <= held ? 2 : left <= 2 * held ? 1 : 0;
    }
    assertThat(IntStream.range(0, 3).mapToObj(k -> described(all.filter(p -> part[p] == k))))
        .containsExactly(
            "64517 (942,1203) f3bd6c041271",
            "8571 (942,1056) aaca81f2b7e2",
            "8571 (942,1064) 770780c584ec");
  }

  @Test
  void userColdIsTheSame() {
    assertThat(described("user_cold"))
        .containsExactly(
            "64310 (752,1203) 2b8ffa0ad50d",
            "8828 (95,1027) 7a48f128d8d9",
            "8521 (95,1078) 3d4724300f45");
  }

  @Test
  void itemColdIsTheSame() {
    assertThat(described("item_cold"))
        .containsExactly(
            "65991 (942,961) 1f1d3e1e4b50",
            "7461 (912,121) 1e9c6b6aa848",
            "8207 (924,121) 967e53047121");
  }

  @Test
  void bothColdIsTheSame() {
    assertThat(described("both_cold"))
        .containsExactly(
            "50696 (752,961) d52e53e2a69e",
            "902 (92,102) 81e306281e84",
            "913 (92,113) d8be72dbca64");
  }

  private static List<String> described(String protocol) {
    Split split =
        drawn.splits().stream()
            .filter(s -> s.protocol().equals(protocol))
            .findFirst()
            .orElseThrow();
    return List.of(
        described(split.train()),
        described(split.validation().get(0).truth()),
        described(split.test().get(0).truth()));
  }

  private static String described(Interactions part) {
    int[] placeOfUser = inverse(userAt);
    int[] placeOfItem = inverse(itemAt);
    int[] user = part.rowOfPositions();
    String keys =
        IntStream.range(0, part.size())
            .mapToLong(p -> placeOfUser[user[p]] * 10_000L + placeOfItem[part.column(p)])
            .sorted()
            .mapToObj(Long::toString)
            .collect(Collectors.joining(","));
    long users = Arrays.stream(user).distinct().count();
    long items = IntStream.range(0, part.size()).map(part::column).distinct().count();
    return "%d (%d,%d) %s".formatted(part.size(), users, items, md5(keys).substring(0, 12));
  }

  private static int[] inverse(int[] entityAt) {
    int[] place = new int[entityAt.length];
    for (int i = 0; i < place.length; i++) {
      place[entityAt[i]] = i;
    }
    return place;
  }

  private static String md5(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("MD5");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
