package org.trellisrec.pipeline;

import java.util.function.Consumer;
import org.trellisrec.config.yaml.Problems;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.SideInformation;

/**
 * Makes sure, before anything is split, that the models of a plan can be given what they ask for.
 *
 * @param plan the run
 */
record PlanChecks(RunPlan plan) {
  /**
   * Refuses what shows before the data are read: models that cannot be kept as they are to be, a
   * choice that would rest on test data, and devices that are missing.
   *
   * @param notes takes in what the user should know
   */
  void beforeReading(Consumer<String> notes) {
    Problems problems = new Problems();
    plan.models().forEach(model -> model.checkKeep(problems));
    new SelectionCheck(plan, problems, notes).beforeReading();
    problems.throwIfAny();
    requireDevices();
  }

  private void requireDevices() {
    Problems problems = new Problems();
    for (ModelPlan model : plan.models()) {
      model.checkDevice(problems);
      // One device is often asked for once, for all models.
      problems.throwIfAny();
    }
  }

  /** Refuses models that cannot learn from the side information that was read. */
  void requireInputs(SideInformation side) {
    Problems problems = new Problems();
    plan.models().forEach(model -> model.checkInputs(side, problems));
    problems.throwIfAny();
  }

  /** Refuses data with ids that files of the run cannot hold. */
  void requireIds(Dataset data) {
    if (plan.models().stream().anyMatch(model -> model.keep().recommendations())) {
      IdFile.requireWritable(
          data, "recommendation lists", ", or set meta.save_recs: false for every model");
    }
    if (plan.keepsEmbeddings()) {
      IdFile.requireWritable(
          data, "the vectors that an analysis reads", ", or leave the analysis out");
    }
    if (plan.saveSplits().isPresent()) {
      IdFile.requireWritable(data, "splits", ", or leave splitting.save_on_disk out");
    }
  }
}
