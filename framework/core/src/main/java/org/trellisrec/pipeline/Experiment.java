package org.trellisrec.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.trellisrec.config.ExperimentConfig;
import org.trellisrec.config.PluginCatalog;
import org.trellisrec.config.yaml.Problems;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.SideInformation;
import org.trellisrec.data.Split;
import org.trellisrec.data.TaskNames;
import org.trellisrec.multiobjective.MultiObjectiveReport;
import org.trellisrec.report.DatasetStatistics;
import org.trellisrec.report.KeptModalities;
import org.trellisrec.report.MetricRow;
import org.trellisrec.report.ReportWriter;
import org.trellisrec.report.ResultsTables;
import org.trellisrec.report.RunReport;
import org.trellisrec.report.UnitKey;
import org.trellisrec.report.UnitResult;
import org.trellisrec.significance.SignificanceReport;
import org.trellisrec.significance.SignificanceStage;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.IoReason;
import org.trellisrec.spi.LoadedData;
import org.trellisrec.spi.Seed;

/**
 * Runs a configured experiment from reading the data to writing the results. Units that an
 * interrupted run has finished are taken from its journal.
 */
public final class Experiment {
  private static final UnitKey SHARED = new UnitKey(0, "", "", "");

  private final Path config;
  private final RunPlan plan;
  private final String code;
  private final RunOptions options;
  private final NoteKeeper listener;
  private final Timings timings = new Timings(SHARED);
  private final Details details;
  private final Provenance provenance;

  private Experiment(
      Path config, RunPlan plan, String code, RunOptions options, NoteKeeper listener) {
    this.config = config;
    this.plan = plan;
    this.code = code;
    this.options = options;
    this.listener = listener;
    this.details = new Details(listener);
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
    RunPlan plan = plan(config, catalog, options.threads(), keeper::note);
    return new Experiment(config.file(), plan, catalog.code(), options, keeper).run();
  }

  /**
   * Makes everything that a run would use, and reads no data.
   *
   * @return what a user should know
   * @throws InputException if a plugin refuses its parameters or files, a device is missing, or
   *     models ask for what they or the configured splits cannot give
   */
  public static List<String> check(ExperimentConfig config, PluginCatalog catalog) {
    List<String> notes = new ArrayList<>(config.notes());
    RunPlan plan = plan(config, catalog, config.threads(), notes::add);
    requireSoundPlan(plan, notes::add);
    requireDevices(plan);
    return notes;
  }

  /** The data and splits of the first seed, as a run would use them; nothing is trained. */
  public static SplitData split(
      ExperimentConfig config, PluginCatalog catalog, RunOptions options, RunListener listener) {
    Experiment experiment = of(config, catalog, options, listener);
    LoadedData data = experiment.data();
    return new SplitData(data.dataset(), experiment.splits(data, experiment.plan.seeds().get(0)));
  }

  /**
   * Writes the splits of every seed, as a run that saves them would; nothing is trained.
   *
   * @param target the folder for them; of several seeds, each has a folder in it
   * @return how many there are
   */
  public static int saveSplits(
      ExperimentConfig config,
      PluginCatalog catalog,
      RunOptions options,
      RunListener listener,
      Path target) {
    Experiment experiment = of(config, catalog, options, listener);
    LoadedData data = experiment.data();
    int count = 0;
    for (long seed : experiment.plan.seeds()) {
      List<Split> splits = experiment.splits(data, seed);
      SplitFiles.save(experiment.ofSeed(target, seed), data.dataset(), splits);
      count += splits.size();
    }
    return count;
  }

  private static Experiment of(
      ExperimentConfig config, PluginCatalog catalog, RunOptions options, RunListener listener) {
    NoteKeeper keeper = new NoteKeeper(listener);
    RunPlan plan = plan(config, catalog, options.threads(), keeper::note);
    return new Experiment(config.file(), plan, catalog.code(), options, keeper);
  }

  private static RunPlan plan(
      ExperimentConfig config, PluginCatalog catalog, int threads, Consumer<String> notes) {
    Problems problems = new Problems();
    RunPlan plan =
        asked(config.file(), () -> Planner.plan(config, catalog, threads, notes, problems));
    problems.throwIfAny();
    return plan;
  }

  private static void requireSoundPlan(RunPlan plan, Consumer<String> notes) {
    Problems problems = new Problems();
    plan.models().forEach(model -> model.checkKeep(problems));
    new SelectionCheck(plan, problems, notes).beforeReading();
    problems.throwIfAny();
  }

  private static void requireDevices(RunPlan plan) {
    Problems problems = new Problems();
    for (ModelPlan model : plan.models()) {
      model.checkDevice(problems);
      // One device is often asked for once, for all models.
      problems.throwIfAny();
    }
  }

  private static void requireInputs(RunPlan plan, SideInformation side) {
    Problems problems = new Problems();
    plan.models().forEach(model -> model.checkInputs(side, problems));
    problems.throwIfAny();
  }

  /** The models have accepted the modalities that the data have; training may keep fewer. */
  private static void requireKept(RunPlan plan, MissingModalities missing, Split split) {
    SideInformation kept = missing.training(split, new Seed(plan.seeds().get(0))).side();
    Problems problems = new Problems();
    plan.models().forEach(model -> model.checkKept(kept, split, problems));
    problems.throwIfAny();
  }

  /** Does what the configuration asks for; what is wrong with that names its file. */
  private static <T> T asked(Path config, Supplier<T> work) {
    try {
      return work.get();
    } catch (InputException e) {
      throw new InputException("%s: %s", config, e.getMessage());
    }
  }

  private RunOutcome run() {
    requireSoundPlan(plan, listener::note);
    requireDevices(plan);
    LoadedData data = data();
    requireInputs(plan, data.dataset().side());
    MissingModalities missing =
        asked(config, () -> new MissingModalities(plan.missing(), data.dataset()));
    nameInNotes(plan.seeds().get(0));
    List<Split> first = splits(data, plan.seeds().get(0));
    listener.withinAll();
    details.choices(plan, options.threads());
    first.forEach(details::split);
    first.forEach(split -> requireKept(plan, missing, split));
    details.times(plan.dataset(), timings.rows());
    String fingerprint = DataFingerprint.of(data.dataset());
    RunIdentity identity =
        RunIdentity.of(plan, fingerprint + DataFingerprint.of(data.splits()), code);
    Restoration restoration = new Restoration(plan.results().resolve(plan.dataset()));
    Problems problems = new Problems();
    SplitChecks checks = new SplitChecks(plan, first, problems, listener::note);
    List<String> warnings =
        asked(config, () -> check(checks, data.dataset(), missing, fingerprint, restoration));
    problems.throwIfAny();
    warnings.forEach(listener::note);
    first.forEach(split -> noteUnscaled(missing, split));
    try (RunFolder folder = folder(identity)) {
      if (folder.resumed()) {
        listener.info("continuing the run in " + folder.path());
      }
      provenance.put("code_sha256", code);
      provenance.put("data_sha256", fingerprint);
      provenance.put("seeds", plan.seeds());
      UnitStage stage =
          new UnitStage(
              plan,
              data.dataset(),
              missing,
              folder,
              identity.values(),
              fingerprint,
              restoration,
              listener);
      List<UnitResult> units = units(stage, data, first);
      provenance.put("computed_by", computedBy(units));
      return report(data.dataset(), folder, units, warnings, missing.kept(first));
    }
  }

  private List<UnitResult> units(UnitStage stage, LoadedData data, List<Split> first) {
    List<UnitResult> units = new ArrayList<>();
    for (int repetition = 0; repetition < plan.seeds().size(); repetition++) {
      long seed = plan.seeds().get(repetition);
      nameInNotes(seed);
      List<Split> splits = repetition == 0 ? first : splits(data, seed);
      saveSplits(data.dataset(), splits, seed);
      units.addAll(stage.run(splits, seed));
    }
    listener.withinAll();
    return units;
  }

  private void nameInNotes(long seed) {
    if (plan.seeds().size() > 1) {
      listener.within(seed);
    }
  }

  /** Of each model that uses a library of its own or a device, by its name in the results. */
  private static Map<String, Set<Map<String, String>>> computedBy(List<UnitResult> units) {
    Map<String, Set<Map<String, String>>> used = new TreeMap<>();
    for (UnitResult unit : units) {
      if (!unit.computedBy().isEmpty()) {
        used.computeIfAbsent(unit.key().model(), model -> new LinkedHashSet<>())
            .add(unit.computedBy());
      }
    }
    return used;
  }

  private List<String> check(
      SplitChecks checks,
      Dataset data,
      MissingModalities missing,
      String fingerprint,
      Restoration restoration) {
    for (Split split : checks.splits()) {
      new Judge(data, split, plan.measures(), listener).requireMeasurable();
    }
    return checks.check(restoration, hashes(fingerprint, missing, checks.splits()));
  }

  private void noteUnscaled(MissingModalities missing, Split split) {
    Dataset learned = missing.training(split, new Seed(plan.seeds().get(0)));
    for (String modality : learned.side().unscaled(split.train())) {
      listener.note(
          "protocol '%s', fold %s: %s is not scaled, since nobody with a training interaction has a number"
              .formatted(split.protocol(), split.fold(), modality));
    }
  }

  private List<DataHashes> hashes(
      String fingerprint, MissingModalities missing, List<Split> splits) {
    Seed first = new Seed(plan.seeds().get(0));
    return plan.keepsModels()
        ? splits.stream()
            .map(split -> DataHashes.of(fingerprint, missing.training(split, first), split))
            .toList()
        : List.of();
  }

  private LoadedData data() {
    DataStage stage = new DataStage(plan, options.threads(), listener);
    LoadedData loaded = timings.measure("load", -1, stage::load);
    LoadedData data =
        timings.measure("prefilter", -1, () -> asked(config, () -> stage.prefilter(loaded)));
    listener.info(plan.dataset() + ": " + DatasetStatistics.of(data.dataset()).sentence());
    return data;
  }

  private List<Split> splits(LoadedData data, long seed) {
    Splits splits = new Splits(plan, listener);
    return timings.measure(
        "split", -1, () -> asked(config, () -> splits.make(data, new Seed(seed))));
  }

  private void saveSplits(Dataset data, List<Split> splits, long seed) {
    if (plan.saveSplits().isPresent()) {
      Path folder = ofSeed(plan.saveSplits().get(), seed);
      SplitFiles.save(folder, data, splits);
      listener.info("splits saved in " + folder);
    }
  }

  private Path ofSeed(Path target, long seed) {
    return plan.seeds().size() == 1 ? target : target.resolve("seed-" + seed);
  }

  private RunFolder folder(RunIdentity identity) {
    Optional<Path> out = options.out();
    boolean resume = plan.recording().resume();
    return out.isPresent()
        ? RunFolder.at(out.get(), identity, resume, listener::note)
        : RunFolder.under(
            plan.results().resolve(plan.dataset()), plan.name(), identity, resume, listener::note);
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

  private Optional<MultiObjectiveReport> tradeOffs(List<UnitResult> units) {
    Optional<MultiObjectiveReport> report =
        plan.multiObjective()
            .map(goals -> new TradeOffStage(goals.stage(plan.measures().directions())))
            .map(stage -> stage.compare(rows(units)));
    report.ifPresent(found -> found.notes().forEach(listener::note));
    return report;
  }

  private static List<MetricRow> rows(List<UnitResult> units) {
    return units.stream().flatMap(unit -> unit.metrics().stream()).toList();
  }

  /**
   * Tasks that withhold modalities are not compared. Those that keep a set of them have a table of
   * their own.
   */
  private RunOutcome report(
      Dataset data,
      RunFolder folder,
      List<UnitResult> units,
      List<String> warnings,
      List<KeptModalities> kept) {
    List<UnitResult> compared = only(units, row -> !TaskNames.withholds(row.task()));
    List<UnitResult> listed =
        only(units, row -> kept.stream().noneMatch(task -> task.withholds(row)));
    Optional<SignificanceReport> significance = compare(data, folder, compared);
    RunReport report =
        new RunReport(
            plan.resolvedYaml(),
            DatasetStatistics.of(data).table(),
            provenance.finish(),
            listener.notes(),
            warnings,
            units,
            List.of(),
            new ResultsTables(plan.measures().directions(), significance).build(listed),
            significance,
            tradeOffs(compared),
            kept);
    return write(report, folder.path());
  }

  private static List<UnitResult> only(List<UnitResult> units, Predicate<MetricRow> kept) {
    return units.stream().map(unit -> unit.withMetrics(kept)).toList();
  }

  /** An analysis that cannot be made leaves its reason, and the results of the run as they are. */
  private boolean analyze(Path folder) {
    AnalysisStage stage = AnalysisStage.in(folder, listener::note);
    boolean complete = true;
    for (NamedAnalysis analysis : plan.analyses()) {
      complete &=
          timings
              .measure("analysis " + analysis.name(), -1, () -> stage.attempt(analysis))
              .isPresent();
    }
    return complete;
  }

  private RunOutcome write(RunReport report, Path folder) {
    Clock clock = new Clock();
    ReportWriter writer = new ReportWriter(folder);
    try {
      writer.writeTables(report);
      timings.add("report", -1, clock.wallSeconds(), clock.cpuSeconds());
      boolean analyzed = analyze(folder);
      RunReport whole = report.ended(timings.rows(), provenance.finish(), listener.notes());
      writer.writeEnd(whole);
      return new RunOutcome(folder, whole, analyzed);
    } catch (IOException e) {
      throw new InputException("cannot write results into %s: %s", folder, IoReason.of(e));
    }
  }
}
