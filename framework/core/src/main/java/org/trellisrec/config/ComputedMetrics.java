package org.trellisrec.config;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.trellisrec.config.yaml.Position;
import org.trellisrec.config.yaml.Suggestions;
import org.trellisrec.evaluation.NamedMetric;
import org.trellisrec.spi.Metric;

/** Finds the metric that other sections mean among those that are computed. */
final class ComputedMetrics {
  private record Entry(String name, NamedMetric named) {}

  private final LoadScope scope;
  private final List<Entry> entries;

  ComputedMetrics(LoadScope scope, EvaluationConfig evaluation) {
    this.scope = scope;
    List<NamedMetric> made = evaluation.named(scope.catalog());
    this.entries =
        IntStream.range(0, made.size())
            .mapToObj(i -> new Entry(evaluation.metrics().get(i).name(), made.get(i)))
            .toList();
  }

  /** The first of all; nothing if there is none. */
  Optional<NamedMetric> first() {
    return entries.stream().map(Entry::named).findFirst();
  }

  /**
   * The metric that a text means by its name in result tables, or by its own name or an alias where
   * only one is computed under it; anything else is a problem.
   *
   * @param key the key as messages call it
   */
  Optional<NamedMetric> find(String text, Position at, String key) {
    Optional<NamedMetric> labelled =
        entries.stream().map(Entry::named).filter(m -> m.label().equals(text)).findFirst();
    if (labelled.isPresent()) {
      return labelled;
    }
    List<NamedMetric> named = named(text);
    if (named.isEmpty()) {
      scope.problem(
          at,
          "%s is '%s', but the metric is not computed%s",
          key,
          text,
          Suggestions.endOfMessage(text, entries.stream().map(e -> e.named().label()).toList()));
    } else if (named.size() > 1) {
      scope.problem(
          at,
          "%s is '%s', but several metrics of this name are computed; give one of %s",
          key,
          text,
          String.join(", ", named.stream().map(NamedMetric::label).toList()));
    }
    return named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty();
  }

  private List<NamedMetric> named(String text) {
    Optional<String> name = scope.catalog().find(Metric.class, text).map(plugin -> plugin.name());
    return entries.stream()
        .filter(e -> name.filter(e.name()::equals).isPresent())
        .map(Entry::named)
        .toList();
  }
}
