package org.trellisrec.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.trellisrec.config.ExperimentConfig;
import org.trellisrec.config.PluginCatalog;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.EvalTask;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.Split;
import org.trellisrec.data.TrainingData;
import org.trellisrec.report.DatasetStatistics;
import org.trellisrec.report.Journal;
import org.trellisrec.report.MetricRow;
import org.trellisrec.report.ReportWriter;
import org.trellisrec.report.ResultsTables;
import org.trellisrec.report.RunReport;
import org.trellisrec.report.TimingRow;
import org.trellisrec.report.UnitKey;
import org.trellisrec.report.UnitResult;
import org.trellisrec.significance.SignificanceReport;
import org.trellisrec.significance.SignificanceStage;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.LoadedData;
import org.trellisrec.spi.Seed;

/**
 * Runs a configured experiment from reading the data to writing the results. Units that an
 * interrupted run has finished are taken from its journal.
 */
public final class Experiment {
  private static final UnitKey SHARED = new UnitKey(0, "", "", "");

  private final RunPlan plan;
  private final RunOptions options;
  private final NoteKeeper listener;
  private final Timings timings = new Timings(SHARED);
  private final Provenance provenance;

  private Experiment(RunPlan plan, RunOptions options, NoteKeeper listener) {
    this.plan = plan;
    this.options = options;
    this.listener = listener;
    this.provenance = new Provenance(options.host());
  }

  /**
   * Runs an experiment.
   *
   * @throws InputException if data or splits are wrong; models that fail do not throw
   */
  public static RunOutcome run(
      ExperimentConfig config, PluginCatalog catalog, RunOptions options, RunListener listener) {
    NoteKeeper keeper = new NoteKeeper(listener);
    config.notes().forEach(keeper::note);
    RunPlan plan = Planner.plan(config, catalog, options.threads(), keeper::note);
    return new Experiment(plan, options, keeper).run();
  }

  /** The data and splits of the first seed, as a run would use them; nothing is trained. */
  public static SplitData split(
      ExperimentConfig config, PluginCatalog catalog, RunOptions options, RunListener listener) {
    NoteKeeper keeper = new NoteKeeper(listener);
    RunPlan plan = Planner.plan(config, catalog, options.threads(), keeper::note);
    Experiment experiment = new Experiment(plan, options, keeper);
    LoadedData data = experiment.data();
    return new SplitData(data.dataset(), experiment.splits(data, plan.seeds().get(0)));
  }

  private RunOutcome run() {
    LoadedData data = data();
    List<Split> first = splits(data, plan.seeds().get(0));
    requireValidation(first);
    requireRelevant(first);
    String fingerprint = DataFingerprint.of(data.dataset());
    RunFolder folder = folder(sha256(plan.identity() + fingerprint));
    if (folder.resumed()) {
      listener.info("continuing the run in " + folder.path());
    }
    provenance.put("data_sha256", fingerprint);
    provenance.put("seeds", plan.seeds());
    List<UnitResult> units = new ArrayList<>();
    for (int repetition = 0; repetition < plan.seeds().size(); repetition++) {
      long seed = plan.seeds().get(repetition);
      List<Split> splits = repetition == 0 ? first : splits(data, seed);
      saveSplits(data.dataset(), splits, seed);
      for (Split split : splits) {
        units.addAll(units(data.dataset(), split, seed, folder));
      }
    }
    Optional<SignificanceReport> significance = compare(data.dataset(), folder, units);
    return report(data.dataset(), folder.path(), units, significance);
  }

  private LoadedData data() {
    DataStage stage = new DataStage(plan, options.threads(), listener);
    LoadedData loaded = timings.measure("load", -1, stage::load);
    LoadedData data = timings.measure("prefilter", -1, () -> stage.prefilter(loaded));
    listener.info(plan.dataset() + ": " + DatasetStatistics.of(data.dataset()).sentence());
    return data;
  }

  private List<Split> splits(LoadedData data, long seed) {
    return timings.measure(
        "split", -1, () -> new Splits(plan, listener).make(data, new Seed(seed)));
  }

  /** A search without validation data would choose on the test data. */
  private void requireValidation(List<Split> splits) {
    Optional<Split> bare =
        splits.stream().filter(split -> split.validation().isEmpty()).findFirst();
    Optional<ModelPlan> search =
        plan.models().stream().filter(ModelPlan::needsValidation).findFirst();
    if (bare.isPresent() && search.isPresent()) {
      throw new InputException(
          "models.%s needs validation data to choose between %d trials or epochs, but protocol '%s' has"
              + " none, and the choice must not rest on test data; add a validation_splitting, or give"
              + " one value per parameter",
          search.get().label(), search.get().trials().size(), bare.get().protocol());
    }
  }

  private void requireRelevant(List<Split> splits) {
    double threshold = plan.measures().relevanceThreshold();
    for (Split split : splits) {
      for (EvalTask task : split.test()) {
        Interactions truth = task.truth();
        if (IntStream.range(0, truth.size()).noneMatch(p -> truth.rating(p) >= threshold)) {
          throw new InputException(
              "evaluation.relevance_threshold is %s, but no held-out interaction of task '%s' is rated"
                  + " that high; lower it",
              threshold, task.name());
        }
      }
    }
  }

  private void saveSplits(Dataset data, List<Split> splits, long seed) {
    if (plan.saveSplits().isPresent()) {
      Path target = plan.saveSplits().get();
      Path folder = plan.seeds().size() == 1 ? target : target.resolve("seed-" + seed);
      SplitFiles.save(folder, data, splits);
      listener.info("splits saved in " + folder);
    }
  }

  private RunFolder folder(String identity) {
    Optional<Path> out = options.out();
    return out.isPresent()
        ? RunFolder.at(out.get(), identity)
        : RunFolder.under(plan.results().resolve(plan.dataset()), plan.name(), identity);
  }

  private List<UnitResult> units(Dataset data, Split split, long seed, RunFolder folder) {
    TrainingData training = new TrainingData(data, split.train());
    Judge judge = new Judge(data, split, plan.measures(), listener);
    Journal journal = folder.journal();
    List<UnitResult> results = new ArrayList<>();
    for (ModelPlan model : plan.models()) {
      UnitKey key = new UnitKey(seed, split.protocol(), split.fold(), model.label());
      Optional<UnitResult> known = journal.find(key).filter(result -> !result.failed());
      if (known.isPresent()) {
        listener.info(describe(key) + ": already done");
        results.add(known.get());
        continue;
      }
      listener.info(describe(key));
      ModelRun run = new ModelRun(key, model, split, training, judge, plan.measures(), listener);
      UnitResult result = run.run(new TestFiles(folder.path(), data, model.saveRecommendations()));
      record(journal, result);
      results.add(result);
    }
    return results;
  }

  private String describe(UnitKey key) {
    String seed = plan.seeds().size() > 1 ? ", seed " + key.seed() : "";
    return "%s on %s, fold %s%s".formatted(key.model(), key.protocol(), key.fold(), seed);
  }

  private static void record(Journal journal, UnitResult result) {
    try {
      journal.record(result);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Optional<SignificanceReport> compare(
      Dataset data, RunFolder folder, List<UnitResult> units) {
    if (plan.significance().isEmpty()) {
      return Optional.empty();
    }
    Seed seed = new Seed(plan.seeds().get(0));
    SignificanceStage stage =
        new SignificanceStage(plan.significance().get(), seed, options.threads());
    Comparison comparison =
        new Comparison(stage, plan.measures().directions(), folder, data.users());
    SignificanceReport report =
        timings.measure("significance", -1, () -> comparison.compare(units));
    report.notes().forEach(listener::note);
    return Optional.of(report);
  }

  private RunOutcome report(
      Dataset data,
      Path folder,
      List<UnitResult> units,
      Optional<SignificanceReport> significance) {
    Clock clock = new Clock();
    ReportWriter writer = new ReportWriter(folder);
    RunReport report = report(data, units, List.of(), significance);
    try {
      writer.writeTables(report);
      timings.add("report", -1, clock.wallSeconds(), clock.cpuSeconds());
      RunReport whole = report(data, units, timings.rows(), significance);
      writer.writeEnd(whole);
      return new RunOutcome(folder, whole);
    } catch (IOException e) {
      throw new InputException("cannot write results into %s: %s", folder, e);
    }
  }

  private RunReport report(
      Dataset data,
      List<UnitResult> units,
      List<TimingRow> shared,
      Optional<SignificanceReport> significance) {
    List<MetricRow> metrics = units.stream().flatMap(unit -> unit.metrics().stream()).toList();
    return new RunReport(
        plan.resolvedYaml(),
        DatasetStatistics.of(data).table(),
        provenance.finish(),
        listener.notes(),
        units,
        shared,
        new ResultsTables(plan.measures().directions(), significance).build(metrics),
        significance);
  }

  private static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
