package org.trellisrec.evaluation;

import java.util.function.Supplier;
import org.trellisrec.spi.InputException;
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

  /**
   * What {@code bind} makes of the metric.
   *
   * @throws InputException if the metric lacks something, naming both
   */
  <T> T bound(Supplier<T> bind) {
    try {
      return bind.get();
    } catch (RuntimeException e) {
      throw failed(label, e);
    }
  }

  /** So that what a metric throws is not taken for a fault of the model that it measures. */
  static RuntimeException failed(String label, RuntimeException cause) {
    return cause instanceof InputException
        ? new InputException("the metric %s: %s", label, cause.getMessage())
        : new IllegalStateException("the metric %s failed: %s".formatted(label, cause), cause);
  }
}
