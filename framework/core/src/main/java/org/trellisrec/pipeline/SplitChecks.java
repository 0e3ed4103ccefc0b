package org.trellisrec.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trellisrec.data.EvalTask;
import org.trellisrec.data.Split;
import org.trellisrec.report.UnitKey;
import org.trellisrec.spi.InputException;

/**
 * Makes sure, before anything is trained, that splits allow what the models are to do with them.
 *
 * @param plan the run
 * @param splits those of the first seed
 */
record SplitChecks(RunPlan plan, List<Split> splits) {
  /**
   * Refuses what cannot lead to results.
   *
   * @param restoration finds saved models
   * @param hashes what each split is learned from
   * @return warnings without which the results must not be read
   * @throws InputException if a choice would rest on test data, nothing is relevant, or a saved
   *     model is missing or another one
   */
  List<String> check(Restoration restoration, List<DataHashes> hashes) {
    requireRelevant();
    List<String> warnings = selectionOnTest();
    for (ModelPlan model : plan.models()) {
      if (model.keep().restore().asked()) {
        requireWeights(model, restoration, hashes);
      }
    }
    return warnings;
  }

  private List<String> selectionOnTest() {
    List<String> warnings = new ArrayList<>();
    Optional<Split> bare =
        splits.stream().filter(split -> split.validation().isEmpty()).findFirst();
    for (ModelPlan model : bare.isPresent() ? plan.models() : List.<ModelPlan>of()) {
      String protocol = bare.orElseThrow().protocol();
      if (model.decidedByMetric().isPresent()) {
        requireAllowed(model, protocol);
        warnings.add(
            "%s was chosen on the test data of protocol '%s', so that its results are too good: there"
                    .formatted(model.label(), protocol)
                + " are no validation data, and evaluation.allow_selection_on_test is true");
      }
    }
    return warnings;
  }

  private void requireAllowed(ModelPlan model, String protocol) {
    if (!plan.selectionOnTest()) {
      throw new InputException(
          "models.%s needs validation data %s, but protocol '%s' has none, and the choice must not rest"
              + " on test data; add a validation_splitting, or give one value per parameter and no"
              + " early stopping by a metric, or allow it by evaluation.allow_selection_on_test: true",
          model.label(), model.decidedByMetric().orElseThrow(), protocol);
    }
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
