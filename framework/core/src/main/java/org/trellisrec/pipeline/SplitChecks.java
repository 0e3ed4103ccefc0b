package org.trellisrec.pipeline;

import java.util.List;
import java.util.function.Consumer;
import org.trellisrec.config.yaml.Problems;
import org.trellisrec.data.EvalTask;
import org.trellisrec.data.Split;
import org.trellisrec.report.UnitKey;
import org.trellisrec.spi.InputException;

/**
 * Makes sure, before anything is trained, that splits allow what the models are to do with them.
 *
 * @param plan the run
 * @param splits those of the first seed
 * @param problems takes what is refused about a key of a model, by line and column
 * @param notes takes in what the user should know
 */
record SplitChecks(RunPlan plan, List<Split> splits, Problems problems, Consumer<String> notes) {
  /**
   * Refuses what cannot lead to results: choices that would rest on test data, and saved models
   * that are missing or other ones, are problems.
   *
   * @param restoration finds saved models
   * @param hashes what each split is learned from
   * @return warnings without which the results must not be read
   * @throws InputException if nothing is relevant
   */
  List<String> check(Restoration restoration, List<DataHashes> hashes) {
    requireRelevant();
    List<String> warnings = new SelectionCheck(plan, problems, notes).of(splits);
    for (ModelPlan model : plan.models()) {
      if (model.keep().restore().asked()) {
        checkWeights(model, restoration, hashes);
      }
    }
    return warnings;
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

  private void checkWeights(ModelPlan model, Restoration restoration, List<DataHashes> hashes) {
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
}
