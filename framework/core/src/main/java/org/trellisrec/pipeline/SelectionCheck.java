package org.trellisrec.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.trellisrec.config.yaml.Problems;
import org.trellisrec.data.Split;
import org.trellisrec.spi.DatasetReader;
import org.trellisrec.spi.PluginCall;

/**
 * Makes sure that what a metric decides rests on validation data, or on test data only where the
 * user allows it.
 *
 * @param plan the run
 * @param problems takes what is refused, by line and column
 * @param notes takes in what the user should know
 */
record SelectionCheck(RunPlan plan, Problems problems, Consumer<String> notes) {
  private static final String METRIC = "meta.validation_metric";

  /**
   * That there are no validation data.
   *
   * @param where the first place without them
   * @param everywhere true if there are none at all
   */
  private record Lack(String where, boolean everywhere) {
    static Optional<Lack> of(List<String> protocols, int among) {
      return protocols.stream()
          .findFirst()
          .map(first -> new Lack("protocol '%s'".formatted(first), protocols.size() == among));
    }
  }

  /** Checks what shows before the data are read, if anything does. */
  void beforeReading() {
    shownByConfiguration().ifPresent(this::chosen);
  }

  private Optional<Lack> shownByConfiguration() {
    DatasetReader reader = plan.data().reader();
    return switch (PluginCall.of("reader", reader).result("ownSplits", reader::ownSplits)) {
      case NONE ->
          Lack.of(
              plan.protocols().stream()
                  .filter(protocol -> protocol.validation().isEmpty())
                  .map(RunPlan.Protocol::name)
                  .toList(),
              plan.protocols().size());
      case WITHOUT_VALIDATION -> Optional.of(new Lack("the split that comes with the data", true));
      case UNKNOWN -> Optional.empty();
    };
  }

  /** Checks the splits; returns warnings without which the results must not be read. */
  List<String> of(List<Split> splits) {
    List<String> bare =
        splits.stream().filter(split -> split.validation().isEmpty()).map(Split::protocol).toList();
    return Lack.of(bare, splits.size()).map(this::chosen).orElse(List.of());
  }

  private List<String> chosen(Lack lack) {
    List<String> warnings = new ArrayList<>();
    for (ModelPlan model : plan.models()) {
      if (model.decidedByMetric().isEmpty()) {
        noteUnused(model, lack);
      } else if (plan.selectionOnTest()) {
        warnings.add(
            "%s was chosen on the test data of %s, so that its results are too good: there"
                    .formatted(model.label(), lack.where())
                + " are no validation data, and evaluation.allow_selection_on_test is true");
      } else {
        refuse(model, lack);
      }
    }
    return warnings;
  }

  private void refuse(ModelPlan model, Lack lack) {
    problems.add(
        model.trials().several() ? model.at().model() : model.at().of("early_stopping"),
        "models.%s needs validation data %s, but %s has none, and the choice must not rest on test"
            + " data; add a validation_splitting, or give one value per parameter and no early"
            + " stopping by a metric, or allow it by evaluation.allow_selection_on_test: true",
        model.at().name(),
        model.decidedByMetric().orElseThrow(),
        lack.where());
  }

  /** Beside optimize_internal_loss, the reader of the file has said so already. */
  private void noteUnused(ModelPlan model, Lack lack) {
    boolean given = model.at().keys().containsKey(METRIC);
    if (lack.everywhere() && given && model.target().metric().isPresent()) {
      notes.accept(
          "%s: models.%s.%s has no effect without validation data; add a validation_splitting"
              .formatted(model.at().of(METRIC), model.at().name(), METRIC));
    }
  }
}
