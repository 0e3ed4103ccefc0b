package org.trellisrec.config;

import java.util.List;
import java.util.Optional;
import org.trellisrec.config.yaml.Position;
import org.trellisrec.evaluation.NamedMetric;

/** Reads the names of metrics that decide something, such as {@code nDCG@10}. */
final class MonitorReader {
  private static final String UNKNOWN = "unknown";

  private final LoadScope scope;
  private final Optional<Computed> computed;

  private record Computed(ComputedMetrics metrics, List<Integer> cutoffs) {}

  /**
   * A reader.
   *
   * @param evaluation what is computed; empty if that is not known, then every name is good
   */
  MonitorReader(LoadScope scope, Optional<EvaluationConfig> evaluation) {
    this.scope = scope;
    this.computed = evaluation.map(e -> new Computed(new ComputedMetrics(scope, e), e.cutoffs()));
  }

  /** The first metric at the first cutoff; nothing if there is none. */
  Optional<String> first() {
    return computed.isEmpty() ? Optional.of(UNKNOWN) : first(computed.get());
  }

  /**
   * The full name of a metric that is computed; anything else is a problem.
   *
   * @param text metric, or metric and cutoff
   * @param name the key as messages call it
   */
  Optional<String> read(String text, Position at, String name) {
    return computed.isEmpty() ? Optional.of(text) : read(computed.get(), text, at, name);
  }

  private static Optional<String> first(Computed computed) {
    return computed
        .metrics()
        .first()
        .map(metric -> metric.label() + "@" + computed.cutoffs().get(0));
  }

  private Optional<String> read(Computed computed, String text, Position at, String name) {
    int separator = text.lastIndexOf('@');
    String metric = separator < 0 ? text : text.substring(0, separator);
    Optional<String> known = computed.metrics().find(metric, at, name).map(NamedMetric::label);
    if (separator < 0) {
      int cutoff = computed.cutoffs().get(0);
      scope.note(at, name + " names no cutoff: the first one, " + cutoff + ", is taken");
      return known.map(label -> label + "@" + cutoff);
    }
    Optional<Integer> cutoff = cutoff(computed.cutoffs(), text.substring(separator + 1), at, name);
    return known.flatMap(label -> cutoff.map(k -> label + "@" + k));
  }

  private Optional<Integer> cutoff(List<Integer> cutoffs, String text, Position at, String name) {
    Optional<Integer> cutoff =
        cutoffs.stream().filter(k -> k.toString().equals(text.strip())).findFirst();
    if (cutoff.isEmpty()) {
      scope.problem(at, "%s has the cutoff '%s', but the cutoffs are %s", name, text, cutoffs);
    }
    return cutoff;
  }
}
