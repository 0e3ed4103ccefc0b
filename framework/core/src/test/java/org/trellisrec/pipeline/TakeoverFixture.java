package org.trellisrec.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.trellisrec.config.PluginCatalog;
import org.trellisrec.data.TrainingData;
import org.trellisrec.report.RunReport;
import org.trellisrec.spi.Analysis;
import org.trellisrec.spi.AnalysisOutput;
import org.trellisrec.spi.FinishedRun;
import org.trellisrec.spi.FitContext;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.Model;
import org.trellisrec.spi.NoParams;
import org.trellisrec.spi.Param;
import org.trellisrec.spi.PluginModule;
import org.trellisrec.spi.Recommender;
import org.trellisrec.spi.TaskContext;
import org.trellisrec.spi.UserMetric;

/** A run, and others that take over from it. */
@SuppressWarnings("SameNameButDifferent")
abstract class TakeoverFixture {
  static final String A = "A: {model: Ticker, epochs: 3, meta: {save_weights: true}}";
  static final String B = "B: {model: Ticker, epochs: [2, 5]}";
  static final String C = "C: {model: Ticker, epochs: 4, start: 9}";
  static final String NOTED = "N: {model: Fixed, early_stopping: {patience: 2}}";

  static final String GENRES = "i0\ta\ni1\tb\ni2\ta\ni3\tb\n";

  /** Two rules of candidates share a training. */
  private static final String CONFIG =
      """
      experiment:
        dataset: tiny
        output: results
        data_config: {strategy: dataset, dataset_path: ratings.tsv}
        protocols:
          p:
            test_splitting: {strategy: by_item, item: 2, candidates: [truth, all]}
            validation_splitting: {strategy: by_item, item: 1}
        top_k: 2
        evaluation: {cutoffs: [1], simple_metrics: [First]}
        models: {A: {model: Ticker}}
      """;

  private static final class Plugins extends PluginModule {
    @Override
    protected void plugins() {
      recommender("Reader", Reader.class, Reader.Params.class);
      recommender("Fragile", Fragile.class, Fragile.Params.class);
      metric("Other", Other.class);
      metric("Lengths", Lengths.class, Lengths.Params.class);
      analysis("vectors", Vectors.class);
    }
  }

  /** Learns from a file of its own. */
  record Reader(Params params) implements Recommender {
    record Params(@Param(description = "The file.") Path list) {}

    @Inject
    Reader {}

    @Override
    public Model fit(TrainingData data, FitContext context) {
      context.note("reads " + params.list().getFileName());
      return new Ticker.TickerModel(text(params.list()).length());
    }
  }

  /** Fails as long as a file is there, which is not among its parameters. */
  record Fragile(Params params) implements Recommender {
    record Params(@Param(description = "Whose name the file has.") String fault) {}

    @Inject
    Fragile {}

    @Override
    public Model fit(TrainingData data, FitContext context) {
      if (Files.exists(Path.of(params.fault()))) {
        throw new IllegalStateException("broken");
      }
      return new Ticker.TickerModel(3);
    }
  }

  record Other(NoParams params) implements UserMetric {
    @Inject
    Other {}

    @Override
    public PerUser bind(TaskContext task) {
      return list -> 0.5;
    }
  }

  /** What its value is depends on which of its files is which. */
  record Lengths(Params params) implements UserMetric {
    record Params(
        @Param(description = "A file.") Path one,
        @Param(description = "A file.") Path two,
        @Param(description = "A file.") Path three) {}

    @Inject
    Lengths {}

    @Override
    public PerUser bind(TaskContext task) {
      int value =
          100 * text(params.one()).length()
              + 10 * text(params.two()).length()
              + text(params.three()).length();
      return list -> value;
    }
  }

  /** Reads vectors per modality, of which these models have none. */
  record Vectors(NoParams params) implements Analysis {
    @Inject
    Vectors {}

    @Override
    public boolean readsEmbeddings() {
      return true;
    }

    @Override
    public void analyze(FinishedRun run, AnalysisOutput output) throws IOException {
      output.file("read.bin", new byte[] {1});
    }
  }

  private static final PluginCatalog CATALOG = TinyPlugins.and(new Plugins());

  @TempDir Path folder;
  TinyRuns runs;

  @BeforeEach
  void write() throws IOException {
    runs = new TinyRuns(folder, CONFIG, CATALOG);
  }

  static String models(String... entries) {
    return "experiment.models={" + String.join(", ", entries) + "}";
  }

  /** Runs in a folder. */
  RunReport run(String out, String... overrides) {
    return run(out, List.of(), overrides);
  }

  /** Runs in a folder, and takes over from others; what was heard before is forgotten. */
  RunReport run(String out, List<String> reuse, String... overrides) {
    return run(Optional.of(folder.resolve(out)), reuse, overrides).report();
  }

  RunOutcome run(Optional<Path> out, List<String> reuse, String... overrides) {
    runs.infos.clear();
    return runs.run(out, reuse, overrides);
  }

  String taken(String run, int units) {
    return "%s: %d %s taken over"
        .formatted(folder.resolve(run), units, units == 1 ? "unit is" : "units are");
  }

  String notTaken(String run, String models, String why) {
    return "%s: not taken over: %s, since %s".formatted(folder.resolve(run), models, why);
  }

  static String text(Path path) {
    try {
      return Files.readString(path, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is in every file of a folder, by name. */
  static Map<String, String> files(Path run) throws IOException {
    try (Stream<Path> all = Files.walk(run)) {
      Map<String, String> texts = new TreeMap<>();
      all.filter(Files::isRegularFile)
          .forEach(
              path -> texts.put(run.relativize(path).toString().replace('\\', '/'), text(path)));
      return texts;
    }
  }

  /** The same without times and provenance. */
  Map<String, String> results(String out) throws IOException {
    Map<String, String> texts = files(folder.resolve(out));
    texts.replaceAll(
        (name, text) -> {
          if (name.equals("epochs.csv")) {
            return text.replaceAll("(?m),[^,\n]*,[^,\n]*$", "");
          }
          if (name.equals("timings.csv")) {
            return phases(text);
          }
          boolean timed =
              List.of("provenance.json", "report.html").contains(name)
                  || name.matches("journal/.*json|tensorboard/.*");
          return timed ? "" : text;
        });
    return texts;
  }

  /** Which phases of which trials were timed. */
  private static String phases(String timings) {
    List<String> header = List.of(timings.split("\n", 2)[0].split(","));
    List<Integer> columns =
        Stream.of("model", "trial", "protocol", "phase").map(header::indexOf).toList();
    return timings
        .lines()
        .map(line -> line.split(",", -1))
        .map(row -> columns.stream().map(i -> row[i]).collect(Collectors.joining(",")))
        .collect(Collectors.joining("\n"));
  }

  void assertLikeAfresh(String out, String... overrides) throws IOException {
    run("afresh-" + out, overrides);
    assertThat(results(out)).isEqualTo(results("afresh-" + out));
  }

  /** What asks for the data of a folder, modalities of items, and a metric that reads files. */
  String[] dataOf(String place, String ratings, String one, String two, String three) {
    return new String[] {
      models(A),
      "experiment.data_config.dataset_path=" + folder.resolve(place).resolve(ratings),
      "experiment.side_information={items: [{strategy: delimited, path: '%s', modalities: {genre: {column: 2, type: categorical}}}]}"
          .formatted(folder.resolve(place).resolve("genres.tsv")),
      "experiment.evaluation.simple_metrics=[First, {metric: Lengths, one: '%s', two: '%s', three: '%s'}]"
          .formatted(folder.resolve(one), folder.resolve(two), folder.resolve(three))
    };
  }

  /** Writes them, with the data under this name. */
  void writeData(String place, String ratings, String genres) throws IOException {
    Path to = Files.createDirectories(folder.resolve(place));
    Files.copy(folder.resolve("ratings.tsv"), to.resolve(ratings));
    Files.writeString(to.resolve("genres.tsv"), genres);
  }

  void writeList(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  void assertRefused(String message, List<String> reuse) throws IOException {
    assertThatThrownBy(() -> run("new", reuse, models(A)))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("--reuse " + folder.resolve(reuse.get(0)) + ": ")
        .hasMessageContaining(message);
    assertThat(folder.resolve("new")).doesNotExist();
  }
}
