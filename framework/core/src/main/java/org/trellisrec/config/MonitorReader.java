package org.trellisrec.config;

import java.util.List;
import java.util.Optional;
import org.trellisrec.config.yaml.Position;
import org.trellisrec.config.yaml.Suggestions;
import org.trellisrec.spi.Metric;

/** Reads the names of metrics that decide something, such as {@code nDCG@10}. */
final class MonitorReader {
  private final LoadScope scope;
  private final EvaluationConfig evaluation;

  MonitorReader(LoadScope scope, EvaluationConfig evaluation) {
    this.scope = scope;
    this.evaluation = evaluation;
  }

  /** The first metric at the first cutoff; nothing if there is none. */
  Optional<String> first() {
    return evaluation.metrics().isEmpty()
        ? Optional.empty()
        : Optional.of(evaluation.metrics().get(0).name() + "@" + evaluation.cutoffs().get(0));
  }

  /**
   * The full name of a metric that is computed; anything else is a problem.
   *
   * @param text metric, or metric and cutoff
   * @param name the key as messages call it
   */
  Optional<String> read(String text, Position at, String name) {
    int separator = text.indexOf('@');
    String metric = separator < 0 ? text : text.substring(0, separator);
    Optional<String> known = known(metric, at, name);
    if (separator < 0) {
      int cutoff = evaluation.cutoffs().get(0);
      scope.note(at, name + " names no cutoff: the first one, " + cutoff + ", is taken");
      return known.map(label -> label + "@" + cutoff);
    }
    Optional<Integer> cutoff = cutoff(text.substring(separator + 1), at, name);
    return known.flatMap(label -> cutoff.map(k -> label + "@" + k));
  }

  private Optional<String> known(String metric, Position at, String name) {
    List<String> computed = evaluation.metrics().stream().map(PluginConfig::name).toList();
    Optional<String> label =
        scope
            .catalog()
            .find(Metric.class, metric)
            .map(plugin -> plugin.name())
            .filter(computed::contains);
    if (label.isEmpty()) {
      scope.problem(
          at,
          "%s is '%s', but the metric is not computed%s",
          name,
          metric,
          Suggestions.endOfMessage(metric, computed));
    }
    return label;
  }

  private Optional<Integer> cutoff(String text, Position at, String name) {
    Optional<Integer> cutoff =
        evaluation.cutoffs().stream().filter(k -> k.toString().equals(text.strip())).findFirst();
    if (cutoff.isEmpty()) {
      scope.problem(
          at, "%s has the cutoff '%s', but the cutoffs are %s", name, text, evaluation.cutoffs());
    }
    return cutoff;
  }
}
