package org.trellisrec.config;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.trellisrec.config.search.Domain;
import org.trellisrec.config.yaml.YamlNode;
import org.trellisrec.spi.InputException;

/** Checks that the values a search will try go together, as far as that can be known before. */
final class SearchChecks {
  private static final long POINTS_CHECKED = 4096;

  private final LoadScope scope;

  SearchChecks(LoadScope scope) {
    this.scope = scope;
  }

  /**
   * Adds what is wrong to the problems.
   *
   * @param meta how the model is run; empty if that has problems of its own
   * @param at the model
   */
  void check(Choices choices, Optional<ModelMeta> meta, YamlNode.Mapping at) {
    OptionalLong grid = choices.space().gridSize();
    if (grid.isPresent()) {
      checkGrid(choices, at, grid.getAsLong());
    } else if (meta.filter(known -> known.hyperMaxEvals() == null).isPresent()) {
      scope.problem(
          at.at(),
          "%s draws %s from a distribution: give the number of trials in meta.hyper_max_evals",
          choices.model(),
          choices.space().domains().entrySet().stream()
              .filter(domain -> domain.getValue() instanceof Domain.Numbers)
              .map(Map.Entry::getKey)
              .collect(Collectors.joining(", ")));
    }
  }

  /** One message for each way in which points of the grid are wrong. */
  private void checkGrid(Choices choices, YamlNode.Mapping at, long size) {
    Set<String> seen = new LinkedHashSet<>();
    for (long i = 0; i < Math.min(size, POINTS_CHECKED); i++) {
      Map<String, Object> point = choices.space().at(choices.space().gridPosition(i));
      try {
        choices.bind(point);
      } catch (InputException e) {
        if (seen.add(e.getMessage())) {
          String where = point.isEmpty() ? "" : " (for " + point + ")";
          scope.problem(at.at(), "%s%s", e.getMessage(), where);
        }
      }
    }
  }
}
