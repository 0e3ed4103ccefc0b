package org.trellisrec.pipeline;

import java.util.List;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.Split;
import org.trellisrec.spi.LoadedData;

/**
 * Reads the data of a run, makes the splits of the first seed, and refuses before anything is
 * trained what cannot lead to results.
 *
 * @param plan the run
 * @param threads threads to use
 * @param code hash of the program and its plugins
 * @param timings of the run
 * @param listener hears what happens
 */
record Preparation(RunPlan plan, int threads, String code, Timings timings, NoteKeeper listener) {

  /**
   * Prepares the run.
   *
   * @throws org.trellisrec.spi.InputException if configuration, data or splits are wrong
   */
  Prepared prepare() {
    PlanChecks planned = new PlanChecks(plan);
    planned.beforeReading(listener::note);
    LoadedData loaded = new DataStage(plan, threads, timings, listener).read();
    Dataset data = loaded.dataset();
    planned.requireInputs(data.side());
    planned.requireIds(data);
    MissingModalities missing =
        plan.file().perform(() -> new MissingModalities(plan.missing(), data));
    TrainingLosses losses =
        plan.file().perform(() -> new TrainingLosses(plan.missing().trainingRates(), data));
    List<Split> splits = splits(loaded);
    SplitChecks checks = new SplitChecks(plan, data, losses, splits, listener);
    tellDetails(splits);
    checks.requireKept();
    new Details(listener).times(plan.dataset(), timings.rows());
    String fingerprint = DataFingerprint.of(data);
    UnitIdentities units =
        UnitIdentities.of(plan, fingerprint, DataFingerprint.of(loaded.splits()), code);
    Restoration restoration = new Restoration(plan.results().resolve(plan.dataset()));
    List<String> warnings = checks.requireResults(restoration, fingerprint);
    warnings.forEach(listener::note);
    checks.noteUnscaled();
    missing.notes(splits).forEach(listener::note);
    return new Prepared(
        loaded,
        missing,
        losses,
        splits,
        fingerprint,
        units,
        RunIdentity.of(plan, units),
        restoration,
        warnings);
  }

  private List<Split> splits(LoadedData loaded) {
    long seed = plan.seeds().get(0);
    listener.within(seed, plan);
    List<Split> splits = new Splits(plan, timings, listener).make(loaded, seed);
    listener.withinAll();
    return splits;
  }

  private void tellDetails(List<Split> splits) {
    Details details = new Details(listener);
    details.choices(plan, threads);
    splits.forEach(details::split);
  }
}
