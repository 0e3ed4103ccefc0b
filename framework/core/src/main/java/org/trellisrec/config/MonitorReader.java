package org.trellisrec.config;

import java.util.Optional;
import org.trellisrec.config.yaml.Position;
import org.trellisrec.evaluation.NamedMetric;

/** Reads the names of metrics that decide something, such as {@code nDCG@10}. */
final class MonitorReader {
  private final LoadScope scope;
  private final EvaluationConfig evaluation;
  private final ComputedMetrics metrics;

  MonitorReader(LoadScope scope, EvaluationConfig evaluation) {
    this.scope = scope;
    this.evaluation = evaluation;
    this.metrics = new ComputedMetrics(scope, evaluation);
  }

  /** The first metric at the first cutoff; nothing if there is none. */
  Optional<String> first() {
    return metrics.first().map(metric -> metric.label() + "@" + evaluation.cutoffs().get(0));
  }

  /**
   * The full name of a metric that is computed; anything else is a problem.
   *
   * @param text metric, or metric and cutoff
   * @param name the key as messages call it
   */
  Optional<String> read(String text, Position at, String name) {
    int separator = text.lastIndexOf('@');
    String metric = separator < 0 ? text : text.substring(0, separator);
    Optional<String> known = metrics.find(metric, at, name).map(NamedMetric::label);
    if (separator < 0) {
      int cutoff = evaluation.cutoffs().get(0);
      scope.note(at, name + " names no cutoff: the first one, " + cutoff + ", is taken");
      return known.map(label -> label + "@" + cutoff);
    }
    Optional<Integer> cutoff = cutoff(text.substring(separator + 1), at, name);
    return known.flatMap(label -> cutoff.map(k -> label + "@" + k));
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
