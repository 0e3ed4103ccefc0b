package org.trellisrec.evaluation;

import java.util.List;
import java.util.function.Supplier;
import org.trellisrec.spi.Convention;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.Metric;
import org.trellisrec.spi.PluginCall;

/**
 * A metric under its name in result tables.
 *
 * @param label {@link Metric#label} of the name in the configuration
 * @param metric the metric
 */
public record NamedMetric(String label, Metric metric) {
  /** The metric configured as {@code name}. */
  public static NamedMetric of(String name, Metric metric) {
    return new NamedMetric(answer(name, "label", () -> metric.label(name)), metric);
  }

  /** True if it needs the place of every relevant item among all candidates. */
  public boolean needsPlaces() {
    return answer(label, "requires", metric::requires).contains(Metric.Requirement.FULL_RANKING);
  }

  /** The labels of metrics between commas. */
  static String labels(List<NamedMetric> metrics) {
    return String.join(", ", metrics.stream().map(NamedMetric::label).toList());
  }

  /** True if a larger value is better. */
  public boolean higherIsBetter(Convention convention) {
    return answer(label, "higherIsBetter", () -> metric.higherIsBetter(convention));
  }

  /**
   * What a method of a metric returns.
   *
   * @throws InputException if the metric lacks something, naming both
   * @throws IllegalStateException if the method fails or returns null, naming the metric
   */
  static <T> T answer(String label, String method, Supplier<T> call) {
    try {
      return call(label).result(method, call);
    } catch (InputException e) {
      throw failed(label, e);
    }
  }

  /**
   * Refuses a value that is infinite.
   *
   * @param whose of whom it is the value, after a blank; empty if of all users
   * @throws InputException naming the metric
   */
  static void requireNumber(String label, double value, String whose, int cutoff) {
    if (Double.isInfinite(value)) {
      throw new InputException(
          "the metric %s is %s%s at cutoff %d; expected a number, or NaN where it is undefined; leave the"
              + " metric out, or correct its plugin",
          label, value, whose, cutoff);
    }
  }

  /** So that what a metric does wrong is not taken for a fault of the model that it measures. */
  static PluginCall call(String label) {
    return new PluginCall("the metric " + label);
  }

  /** What a metric throws, with its name. */
  static RuntimeException failed(String label, Throwable cause) {
    return cause instanceof InputException
        ? new InputException("the metric %s: %s", label, cause.getMessage())
        : call(label).failed(cause);
  }
}
