package org.trellisrec.metrics;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.trellisrec.config.Params;
import org.trellisrec.config.PluginCatalog;
import org.trellisrec.evaluation.Evaluation;
import org.trellisrec.evaluation.FileEvaluation;
import org.trellisrec.evaluation.Mask;
import org.trellisrec.evaluation.NamedMetric;
import org.trellisrec.spi.Convention;
import org.trellisrec.spi.Metric;

/**
 * What holds for every metric on files of any program: lists may hold the history of their user and
 * items that occur nowhere else, miss users, leave nothing irrelevant, or be of items unknown to
 * training.
 */
class SmallFilesPropertiesTest {
  private static final PluginCatalog CATALOG = PluginCatalog.load();
  private static final int MOST_USERS = 4;
  private static final int MOST_ITEMS = 7;
  private static final List<String> OTHERS = List.of("x0", "x1");
  private static final int FEATURES = 4;
  private static final int[] CUTOFFS = {1, 2, 5, 20};

  /** They have no cutoff. */
  private static final Set<String> OF_FULL_RANKINGS = Set.of("AUC", "GAUC", "MAE", "MSE", "RMSE");

  private static Path folder;
  private static List<NamedMetric> metrics;

  @BeforeContainer
  static void writeLabels() throws IOException {
    folder = Files.createTempDirectory("trellisrec-small-files-");
    Path users = write("users.tsv", labels("u", MOST_USERS));
    Path items = write("items.tsv", labels("i", MOST_ITEMS));
    Path topics =
        write("topics.tsv", labels("i", MOST_ITEMS).stream().map(row -> row + "\tall").toList());
    Map<String, ?> ofUsers = Map.of("clustering_name", "U", "clustering_file", users);
    Map<String, ?> ofItems = Map.of("clustering_name", "I", "clustering_file", items);
    Map<String, ?> ofBoth =
        Map.of(
            "user_clustering_name",
            "U",
            "user_clustering_file",
            users,
            "item_clustering_name",
            "I",
            "item_clustering_file",
            items);
    Map<String, Map<String, ?>> given =
        Map.ofEntries(
            entry("ExtendedF1", Map.of("metric_0", "nDCG", "metric_1", "EPC")),
            entry("SRecall", Map.of("feature_data", topics)),
            entry("ILD", Map.of("feature_data", topics)),
            entry("Grouped", Map.of("of", "GAUC", "users", "activity", "groups", 2)),
            entry("RSP", ofItems),
            entry("REO", ofItems),
            entry("UserMADrating", ofUsers),
            entry("UserMADranking", ofUsers),
            entry("ItemMADrating", ofItems),
            entry("ItemMADranking", ofItems),
            entry("BiasDisparityBS", ofBoth),
            entry("BiasDisparityBR", ofBoth),
            entry("BiasDisparityBD", ofBoth));
    metrics =
        CATALOG.all(Metric.class).stream()
            .map(
                plugin ->
                    new NamedMetric(
                        plugin.name(),
                        CATALOG.create(
                            plugin,
                            Params.of(
                                plugin.params(), given.getOrDefault(plugin.name(), Map.of())))))
            .toList();
  }

  @AfterContainer
  static void delete() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }

  private static List<String> labels(String kind, int size) {
    return IntStream.range(0, size)
        .mapToObj(id -> kind + id + "\t" + "abc".charAt(id % 3))
        .toList();
  }

  private static Path write(String name, List<String> rows) throws IOException {
    return Files.write(folder.resolve(name), rows);
  }

  /**
   * The rows of three files.
   *
   * @param mostListed length of the longest list
   */
  private record Rows(List<String> train, List<String> test, List<String> recs, int mostListed) {

    /** User u0 always has a training row and a relevant item. */
    static Rows random(Random random) {
      int users = 1 + random.nextInt(MOST_USERS);
      List<String> items =
          IntStream.range(0, 2 + random.nextInt(MOST_ITEMS - 1)).mapToObj(id -> "i" + id).toList();
      List<String> shown = new ArrayList<>(items);
      shown.addAll(OTHERS);
      double trained = random.nextDouble();
      List<String> train = new ArrayList<>();
      List<String> test = new ArrayList<>();
      List<String> recs = new ArrayList<>();
      int mostListed = 0;
      for (int user = 0; user < users; user++) {
        for (String item : items) {
          boolean always = user == 0 && item.equals(items.get(0));
          boolean known = always || random.nextDouble() < trained;
          if (known) {
            train.add(row(user, item, rating(random)));
          }
          if (random.nextInt(3) == 0 && (!known || random.nextInt(6) == 0)) {
            test.add(row(user, item, rating(random)));
          }
        }
        int length = random.nextInt(4) == 0 ? 0 : random.nextInt(shown.size() + 1);
        Collections.shuffle(shown, random);
        int score = MetricRange.BEST_SCORE;
        for (String item : shown.subList(0, length)) {
          recs.add(row(user, item, score));
          score = Math.max(1, score - random.nextInt(2));
        }
        mostListed = Math.max(mostListed, length);
      }
      test.add(row(0, items.get(items.size() - 1), MetricRange.BEST_RATING));
      recs.add(row(MOST_USERS, items.get(0), 1));
      return new Rows(train, test, recs, mostListed);
    }

    private static int rating(Random random) {
      return 1 + random.nextInt(MetricRange.BEST_RATING);
    }

    private static String row(int user, String item, int value) {
      return "u%d\t%s\t%d".formatted(user, item, value);
    }

    private static Set<String> items(List<String> rows) {
      Set<String> items = new LinkedHashSet<>();
      rows.forEach(row -> items.add(row.substring(row.indexOf('\t') + 1, row.lastIndexOf('\t'))));
      return items;
    }

    MetricRange range(Convention convention) {
      Set<String> items = items(train);
      items.addAll(items(test));
      // All but one before a hit, and Elliot counts one.
      double area = Math.min(0, 2 - mostListed);
      return new MetricRange(
          convention,
          MOST_USERS,
          MOST_USERS,
          MOST_ITEMS + OTHERS.size(),
          items.size(),
          Math.max(1, mostListed),
          area,
          FEATURES);
    }

    Evaluation evaluate(Convention convention, Mask mask, double threshold) throws IOException {
      return FileEvaluation.run(
          new FileEvaluation.Request(
              write("train.tsv", train),
              null,
              write("test.tsv", test),
              write("recs.tsv", recs),
              List.of(),
              metrics,
              CUTOFFS,
              threshold,
              convention,
              mask,
              1),
          note -> {});
    }
  }

  @Provide
  Arbitrary<Rows> files() {
    return Arbitraries.randomValue(Rows::random);
  }

  /** Whose range a value has: that of the metric whose name its own begins with. */
  private static String metricOf(String value) {
    if (value.contains("ProbToBeRanked")) {
      return "ProbToBeRanked";
    }
    return value.startsWith("Grouped") ? "GAUC" : longestOf(value);
  }

  private static String longestOf(String value) {
    return metrics.stream()
        .map(NamedMetric::label)
        .filter(value::startsWith)
        .max(Comparator.comparingInt(String::length))
        .orElseThrow();
  }

  @Property(tries = 150)
  void valuesStayInTheirRangeWhateverTheListsHold(
      @ForAll("files") Rows files,
      @ForAll Convention convention,
      @ForAll boolean masked,
      @ForAll boolean strict)
      throws IOException {
    MetricRange range = files.range(convention);
    Evaluation evaluation =
        files.evaluate(
            convention, masked ? Mask.TRAIN : Mask.NONE, strict ? MetricRange.BEST_RATING : 0);

    assertThat(evaluation.rows())
        .filteredOn(row -> !Double.isNaN(row.value()))
        .filteredOn(row -> !range.of(metricOf(row.metric())).test(row.value()))
        .as("out of their range in %s", convention)
        .isEmpty();
    Map<String, Set<String>> byMetric = new TreeMap<>();
    evaluation.rows().stream()
        .filter(row -> OF_FULL_RANKINGS.contains(row.metric()))
        .forEach(
            row ->
                byMetric
                    .computeIfAbsent(row.metric(), metric -> new LinkedHashSet<>())
                    .add(row.value() + " of " + row.users()));
    assertThat(byMetric).hasSameSizeAs(OF_FULL_RANKINGS);
    assertThat(byMetric.values()).as(byMetric.toString()).allMatch(values -> values.size() == 1);
  }
}
