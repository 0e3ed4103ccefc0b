package org.trellisrec.config;

import java.util.Optional;
import org.trellisrec.config.bind.RecordBinder;
import org.trellisrec.config.yaml.YamlNode;
import org.trellisrec.significance.SignificanceConfig;

/** Reads {@code significance}, or what Elliot has in its place. */
final class SignificanceReader {
  private static final String SECTION = "significance";

  private final LoadScope scope;

  SignificanceReader(LoadScope scope) {
    this.scope = scope;
  }

  /** The section, with every default if it is empty; nothing if it is missing or has a problem. */
  Optional<SignificanceConfig> read(YamlNode.Mapping experiment) {
    return experiment
        .get(SECTION)
        .flatMap(node -> scope.map(node, SECTION))
        .flatMap(
            map -> new RecordBinder(scope.bind()).bind(SignificanceConfig.class, map, SECTION));
  }

  /**
   * The section, or the tests of Elliot's keys if there is none.
   *
   * @param section what {@link #read} gave
   * @param evaluation the map that has Elliot's keys
   */
  Optional<SignificanceConfig> orElliot(
      Optional<SignificanceConfig> section,
      EvaluationReader.Keys keys,
      YamlNode.Mapping evaluation) {
    Optional<SignificanceConfig> elliot =
        SignificanceConfig.elliot(keys.pairedTtest(), keys.wilcoxonTest());
    if (section.isPresent() && elliot.isPresent()) {
      scope.note(
          evaluation.at(),
          "evaluation.paired_ttest and evaluation.wilcoxon_test have no effect here: 'significance'"
              + " says how models are compared");
    }
    return section.or(() -> elliot);
  }
}
