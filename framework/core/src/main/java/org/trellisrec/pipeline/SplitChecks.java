package org.trellisrec.pipeline;

import java.util.ArrayList;
import java.util.List;
import org.trellisrec.config.yaml.Problems;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.EvalTask;
import org.trellisrec.data.SideInformation;
import org.trellisrec.data.Split;
import org.trellisrec.evaluation.MetricNotes;
import org.trellisrec.report.UnitKey;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.Seed;
import org.trellisrec.spi.TaskContext;

/**
 * Makes sure, before anything is trained, that splits allow what the models are to do with them.
 *
 * @param plan the run
 * @param data all data
 * @param losses what training loses of their modalities
 * @param splits those of the first seed
 * @param listener hears what the user should know
 */
record SplitChecks(
    RunPlan plan, Dataset data, TrainingLosses losses, List<Split> splits, RunListener listener) {

  /**
   * The models have accepted the modalities that the data have; those who occur in training may
   * have fewer.
   */
  void requireKept() {
    for (Split split : splits) {
      SideInformation kept = learned(split).side().ofTrained(split.train());
      Problems problems = new Problems();
      plan.models().forEach(model -> model.checkKept(kept, trained(split), problems));
      problems.throwIfAny();
    }
  }

  private String trained(Split split) {
    boolean withheld = !plan.missing().trainingRates().isEmpty();
    return "among those who occur in the training interactions of protocol '%s', fold %s%s"
        .formatted(
            split.protocol(),
            split.fold(),
            withheld ? ", after the losses of evaluation.missing_modalities.training_rates" : "");
  }

  /**
   * Refuses what cannot lead to results: metrics that lack something, tasks of which nothing is
   * relevant, choices that would rest on test data, and saved models that are missing or other
   * ones.
   *
   * @param restoration finds saved models
   * @param fingerprint hash of the data
   * @return warnings without which the results must not be read
   */
  List<String> requireResults(Restoration restoration, String fingerprint) {
    Problems problems = new Problems();
    List<String> warnings = plan.file().perform(() -> results(restoration, fingerprint, problems));
    problems.throwIfAny();
    return warnings;
  }

  private List<String> results(Restoration restoration, String fingerprint, Problems problems) {
    requireMeasurable();
    List<DataHashes> hashes = hashes(fingerprint);
    requireRelevant();
    List<String> warnings = new SelectionCheck(plan, problems, listener::note).of(splits);
    for (ModelPlan model : plan.models()) {
      if (model.keep().restore().asked()) {
        checkWeights(model, restoration, hashes, problems);
      }
    }
    return warnings;
  }

  private void requireMeasurable() {
    List<TaskContext> tasks = new ArrayList<>();
    for (Split split : splits) {
      Judge judge = new Judge(data, split, plan.measures(), listener);
      judge.requireMeasurable();
      tasks.addAll(judge.contexts());
    }
    MetricNotes.of(plan.measures().metrics(), tasks).forEach(listener::note);
  }

  private List<DataHashes> hashes(String fingerprint) {
    return plan.keepsModels()
        ? splits.stream().map(split -> DataHashes.of(fingerprint, learned(split), split)).toList()
        : List.of();
  }

  private Dataset learned(Split split) {
    return losses.learned(split, new Seed(plan.seeds().get(0)));
  }

  private void requireRelevant() {
    double threshold = plan.measures().relevanceThreshold();
    for (Split split : splits) {
      for (EvalTask task : split.test()) {
        if (!task.hasRelevant(threshold)) {
          throw new InputException(
              "evaluation.relevance_threshold is %s, but no held-out interaction of task '%s' is rated"
                  + " that high; lower it",
              threshold, task.name());
        }
      }
    }
  }

  private void checkWeights(
      ModelPlan model, Restoration restoration, List<DataHashes> hashes, Problems problems) {
    try {
      requireWeights(model, restoration, hashes);
    } catch (InputException e) {
      problems.add(model.at().of("meta.restore"), "%s", e.getMessage());
    }
  }

  /** Training data of further seeds are not known yet; their models must be there all the same. */
  private void requireWeights(ModelPlan model, Restoration restoration, List<DataHashes> hashes) {
    for (int i = 0; i < splits.size(); i++) {
      Split split = splits.get(i);
      for (long seed : plan.seeds()) {
        UnitKey key = new UnitKey(seed, split.protocol(), split.fold(), model.label());
        SavedWeights weights = restoration.find(model, key);
        if (seed == plan.seeds().get(0)) {
          Restoration.check(model, weights, hashes.get(i));
        }
      }
    }
  }

  /** Notes numbers that are to be scaled by entities of which training has none. */
  void noteUnscaled() {
    for (Split split : splits) {
      for (String modality : learned(split).side().unscaled(split.train())) {
        listener.note(
            "protocol '%s', fold %s: %s is not scaled, since nobody with a training interaction has a number"
                .formatted(split.protocol(), split.fold(), modality));
      }
    }
  }
}
