package org.trellisrec.pipeline;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.trellisrec.config.ExperimentConfig;
import org.trellisrec.config.ExperimentLoader;
import org.trellisrec.config.PluginCatalog;
import org.trellisrec.spi.Progress;

/**
 * Runs of {@code tiny.yml} on {@code ratings.tsv} beside it, where everybody has all four items. It
 * hears what they say, and kills them where a test wants it.
 */
final class TinyRuns implements RunListener {
  /** Nothing catches it, as nothing catches {@code kill -9}. */
  static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  /** What was said, notes after {@code "note: "}. */
  final List<String> infos = new ArrayList<>();

  private final Path folder;
  private final PluginCatalog catalog;
  private String deadly = "";

  /**
   * Writes the file, and the data of eight users.
   *
   * @param folder where they are written, and runs without a folder of their own below it
   */
  TinyRuns(Path folder, String config, PluginCatalog catalog) throws IOException {
    this.folder = folder;
    this.catalog = catalog;
    writeConfig(config);
    writeRatings(8);
  }

  void writeConfig(String config) throws IOException {
    Files.writeString(folder.resolve("tiny.yml"), config);
  }

  void writeRatings(int users) throws IOException {
    String rows =
        IntStream.range(0, users)
            .boxed()
            .flatMap(u -> IntStream.range(0, 4).mapToObj(i -> "u" + u + "\ti" + i + "\t1\n"))
            .collect(Collectors.joining());
    Files.writeString(folder.resolve("ratings.tsv"), rows);
  }

  ExperimentConfig config(String... overrides) {
    return ExperimentLoader.load(folder.resolve("tiny.yml"), List.of(overrides), catalog);
  }

  /** Runs in a folder of this name. */
  RunOutcome run(String out, String... overrides) {
    return run(Optional.of(folder.resolve(out)), List.of(), overrides);
  }

  /**
   * Runs.
   *
   * @param out the folder; without, the run finds one
   * @param reuse names of the folders of the runs that it takes over from
   */
  RunOutcome run(Optional<Path> out, List<String> reuse, String... overrides) {
    List<Path> runs = reuse.stream().map(folder::resolve).toList();
    return Experiment.run(config(overrides), catalog, new RunOptions(out, 1, Map.of(), runs), this);
  }

  /** Kills a run at the first message with this in it. */
  void kill(String message, ThrowingCallable run) {
    deadly = message;
    assertThatThrownBy(run).isInstanceOf(Killed.class);
    deadly = "";
  }

  /** The models that were trained, once for each of their trainings, by epochs that were told. */
  List<String> trained() {
    return infos.stream()
        .filter(line -> line.contains(": epoch 1,"))
        .map(line -> line.replaceFirst("[:,].*", ""))
        .toList();
  }

  @Override
  public void info(String message) {
    infos.add(message);
    if (!deadly.isEmpty() && message.contains(deadly)) {
      throw new Killed();
    }
  }

  @Override
  public void note(String message) {
    infos.add("note: " + message);
  }

  @Override
  public Progress progress(String what, long total) {
    return Progress.SILENT;
  }
}
