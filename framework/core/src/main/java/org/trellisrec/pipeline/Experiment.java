package org.trellisrec.pipeline;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trellisrec.config.ExperimentConfig;
import org.trellisrec.config.PluginCatalog;
import org.trellisrec.data.Split;
import org.trellisrec.report.UnitResult;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.LoadedData;

/**
 * Runs a configured experiment from reading the data to writing the results. Units that an
 * interrupted run has finished are taken from its journal.
 */
public final class Experiment {
  private final RunPlan plan;
  private final RunOptions options;
  private final NoteKeeper listener;
  private final Timings timings = Timings.ofRun();

  private Experiment(RunPlan plan, RunOptions options, NoteKeeper listener) {
    this.plan = plan;
    this.options = options;
    this.listener = listener;
  }

  private static Experiment of(
      ExperimentConfig config, PluginCatalog catalog, RunOptions options, NoteKeeper listener) {
    RunPlan plan = Planner.plan(config, catalog, options.threads(), listener::note);
    return new Experiment(plan, options, listener);
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
    return of(config, catalog, options, keeper).run(catalog.code());
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
    RunPlan plan = Planner.plan(config, catalog, config.threads(), notes::add);
    new PlanChecks(plan).beforeReading(notes::add);
    return notes;
  }

  /** The data and splits of the first seed, as a run would use them; nothing is trained. */
  public static SplitData split(
      ExperimentConfig config, PluginCatalog catalog, RunOptions options, RunListener listener) {
    Experiment experiment = of(config, catalog, options, new NoteKeeper(listener));
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
    Experiment experiment = of(config, catalog, options, new NoteKeeper(listener));
    experiment.requireForSplits(target);
    LoadedData data = experiment.data();
    int count = 0;
    for (long seed : experiment.plan.seeds()) {
      List<Split> splits = experiment.splits(data, seed);
      SplitFiles.save(experiment.plan.ofSeed(target, seed), data.dataset(), splits);
      count += splits.size();
    }
    return count;
  }

  private LoadedData data() {
    return new DataStage(plan, options.threads(), timings, listener).read();
  }

  private List<Split> splits(LoadedData data, long seed) {
    return new Splits(plan, timings, listener).make(data, seed);
  }

  private RunOutcome run(String code) {
    requireFolders();
    int threads = options.threads();
    Provenance provenance = new Provenance(options.host());
    Prepared prepared = new Preparation(plan, threads, code, timings, listener).prepare();
    try (RunFolder folder = folder(prepared)) {
      listener.begun(folder.path(), plan.recording().resume());
      if (folder.resumed()) {
        listener.info("continuing the run in " + folder.path());
      }
      List<UnitResult> units = new Repetitions(plan, prepared, folder, timings, listener).run();
      return new ReportStage(plan, threads, folder, provenance, timings, listener)
          .report(prepared, units);
    }
  }

  /** What is wrong with a folder need not wait until the data are read. */
  private void requireFolders() {
    options
        .out()
        .ifPresentOrElse(RunFolder::requireUsable, () -> RunFolder.requireWritable(runs()));
    options.reuse().forEach(this::requireReusable);
    plan.saveSplits().ifPresent(this::requireForSplits);
  }

  private void requireReusable(Path run) {
    if (options.out().filter(out -> RunFolder.isSame(out, run)).isPresent()) {
      throw new InputException(
          "--reuse %s: this is the folder of --out as well, where a run that is the same goes on"
              + " without --reuse; give another --out",
          run);
    }
    ReusedRun.require(run);
  }

  private void requireForSplits(Path target) {
    plan.seeds().forEach(seed -> SplitFiles.requireFolder(plan.ofSeed(target, seed)));
  }

  /** The parent of run folders that the user does not name. */
  private Path runs() {
    return plan.results().resolve(plan.dataset());
  }

  /** The run folder, with what it has from other runs. */
  private RunFolder folder(Prepared prepared) {
    List<Takeover> others = new ArrayList<>();
    try {
      for (Path run : options.reuse()) {
        if (others.stream().noneMatch(other -> RunFolder.isSame(other.run().path(), run))) {
          others.add(Takeover.of(run, plan, prepared.units()));
        }
      }
      RunFolder folder = folder(prepared.identity());
      try {
        others.forEach(other -> other.into(folder, listener));
      } catch (RuntimeException e) {
        folder.close();
        throw e;
      }
      return folder;
    } finally {
      others.forEach(other -> other.run().close());
    }
  }

  private RunFolder folder(RunIdentity identity) {
    Optional<Path> out = options.out();
    boolean resume = plan.recording().resume();
    return out.isPresent()
        ? RunFolder.at(out.get(), identity, resume, listener::note)
        : RunFolder.under(
            runs(), plan.file().name(), identity, resume, listener::note, options.reuse());
  }
}
