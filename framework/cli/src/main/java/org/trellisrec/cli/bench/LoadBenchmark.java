package org.trellisrec.cli.bench;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.trellisrec.config.ExperimentConfig;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.EvalTask;
import org.trellisrec.data.Holdout;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.Split;
import org.trellisrec.spi.DatasetReader;
import org.trellisrec.spi.LoadedData;
import org.trellisrec.spi.Progress;
import org.trellisrec.spi.ReadContext;
import org.trellisrec.spi.Seed;
import org.trellisrec.spi.Splitter;

/** Reads a data set from its files, which the system has in its page cache. */
@BenchmarkMode(Mode.SingleShotTime)
public class LoadBenchmark {
  static final String PHASE = "load";
  static final String SPEED = "million rows per wall s";
  static final String SIZE = "bytes per interaction";
  static final String SPLIT_SIZE = "bytes per interaction with split and transpose";

  /** Reads once. */
  @Benchmark
  public LoadedData read(Scenario scenario) {
    DatasetReader reader = scenario.config().reader().create(scenario.catalog());
    Stopwatch watch = new Stopwatch();
    LoadedData loaded = reader.read(new Quiet(scenario.config()));
    double seconds = watch.wallSeconds();
    Figures.add(PHASE, seconds, watch.cpuSeconds());
    Dataset data = loaded.dataset();
    long rows = data.interactions().size();
    Figures.add(SPEED, rows / seconds / 1e6);
    long bytes = data.interactions().bytes() + data.users().bytes() + data.items().bytes();
    Figures.add(SIZE, (double) bytes / rows);
    bytes += split(scenario, loaded).mapToLong(Interactions::bytes).sum();
    Figures.add(SPLIT_SIZE, (double) bytes / rows);
    return loaded;
  }

  /** What is held besides while models are trained and tested: the split, and its transpose. */
  private static Stream<Interactions> split(Scenario scenario, LoadedData loaded) {
    if (!loaded.splits().isEmpty()) {
      Split split = loaded.splits().get(0);
      return Stream.concat(
          Stream.of(split.train(), split.train().transpose()),
          split.tasks().stream().map(EvalTask::truth));
    }
    Splitter splitter = scenario.config().protocols().get(0).test().create(scenario.catalog());
    Holdout holdout = splitter.split(loaded.dataset(), new Seed(1)).get(0);
    return Stream.of(holdout.train(), holdout.train().transpose(), holdout.heldOut().truth());
  }

  /** Nobody watches the reader. */
  private record Quiet(ExperimentConfig config) implements ReadContext {
    @Override
    public String datasetName() {
      return config.dataset();
    }

    @Override
    public int threads() {
      return config.threads();
    }

    @Override
    public Progress progress(String what, long total) {
      return Progress.SILENT;
    }

    @Override
    public Path cache() {
      throw new IllegalStateException("plain reading needs no cache");
    }

    /** A repair would mean that something other than plain reading was measured. */
    @Override
    public void note(String message) {
      throw new IllegalStateException(message);
    }
  }
}
