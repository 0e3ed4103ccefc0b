package org.trellisrec.pipeline;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.trellisrec.data.Split;
import org.trellisrec.report.UnitResult;

/**
 * Runs the units of every seed, and writes the splits that a run is to keep.
 *
 * @param plan the run
 * @param prepared what the units work on
 * @param folder the run folder
 * @param timings of the run
 * @param listener hears what happens
 */
record Repetitions(
    RunPlan plan, Prepared prepared, RunFolder folder, Timings timings, NoteKeeper listener) {

  /** The results of all units, by seed, split and model. */
  List<UnitResult> run() {
    UnitStage stage = stage();
    List<UnitResult> units = new ArrayList<>();
    for (int repetition = 0; repetition < plan.seeds().size(); repetition++) {
      long seed = plan.seeds().get(repetition);
      listener.within(seed, plan);
      List<Split> splits =
          repetition == 0
              ? prepared.splits()
              : new Splits(plan, timings, listener).make(prepared.loaded(), seed);
      save(splits, seed);
      units.addAll(stage.run(splits, seed));
    }
    listener.withinAll();
    return units;
  }

  private UnitStage stage() {
    return new UnitStage(plan, prepared, folder, listener);
  }

  private void save(List<Split> splits, long seed) {
    if (plan.saveSplits().isPresent()) {
      Path target = plan.ofSeed(plan.saveSplits().get(), seed);
      SplitFiles.save(target, prepared.data(), splits);
      listener.info("splits saved in " + target);
    }
  }
}
