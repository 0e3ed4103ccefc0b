package org.trellisrec.config;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.trellisrec.evaluation.NamedMetric;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.Metric;

/** Sees to it that result tables call no two metrics the same. */
final class MetricLabels {
  private final PluginCatalog catalog;
  private final Map<String, PluginConfig<Metric>> taken = new HashMap<>();

  MetricLabels(PluginCatalog catalog) {
    this.catalog = catalog;
  }

  /**
   * Takes a metric in, unless its label is taken.
   *
   * @return what is wrong with it, if anything, to be put after its place or its name
   * @throws InputException if the metric cannot be made
   */
  Optional<String> add(PluginConfig<Metric> metric) {
    String label = NamedMetric.of(metric.name(), metric.create(catalog)).label();
    PluginConfig<Metric> other = taken.putIfAbsent(label, metric);
    if (other == null) {
      return Optional.empty();
    }
    return Optional.of(
        other.equals(metric)
            ? "repeats the metric " + metric.name()
            : "would be a second metric that result tables call '%s'; keep one of them"
                .formatted(label));
  }
}
