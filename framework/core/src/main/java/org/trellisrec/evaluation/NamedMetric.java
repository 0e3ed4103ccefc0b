package org.trellisrec.evaluation;

import org.trellisrec.spi.Metric;

/**
 * A metric under its name in result tables.
 *
 * @param label {@link Metric#label} of the name in the configuration
 * @param metric the metric
 */
public record NamedMetric(String label, Metric metric) {
  /** The metric configured as {@code name}. */
  public static NamedMetric of(String name, Metric metric) {
    return new NamedMetric(metric.label(name), metric);
  }
}
